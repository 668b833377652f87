import { type KeyboardEvent, useRef } from "react";
import { ConflictNotice } from "@/components/entry/conflict-notice";
import type { DraftItem } from "@/components/entry/draft";
import { EvidenceFields } from "@/components/entry/evidence-fields";
import type { RecordState } from "@/components/entry/use-record";
import { MISSING, ValueEditor } from "@/components/entry/value-editor";
import { Button } from "@/components/ui/button";
import { useText } from "@/lib/text/use-text";

interface FactEditorProps {
  /** Id of the element of the value. */
  id: string;
  item: DraftItem;
  /** The firm and the zone. */
  subject: string;
  record: RecordState;
  /** It stays as it is now. */
  onDone: () => void;
  /** It is taken back. */
  onRemove: () => void;
}

/** A fact that is being changed: value, day, words and what its step requires. Enter goes to what is missing, then accepts. */
export function FactEditor({ id, item, subject, record, onDone, onRemove }: FactEditorProps) {
  const { t } = useText();
  const part = useRef<HTMLDivElement>(null);
  const { checked, draft, sources, submitted } = record;
  const missing = checked.itemFaults.get(item.id) ?? {};
  const faults = { ...record.fromServer.get(item.id), ...(submitted ? missing : {}) };
  const requirements = checked.gates.get(item.id) ?? [];
  const current = record.conflictOf(item);
  const onChange = (change: Partial<DraftItem>) => record.change(item.id, change);
  const focusMissing = () =>
    requestAnimationFrame(() => part.current?.querySelector<HTMLElement>(MISSING)?.focus());
  const goOn = () => {
    if (Object.keys(missing).length === 0) onDone();
    else focusMissing();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    if (event.defaultPrevented) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    goOn();
  };
  return (
    <div ref={part} onKeyDown={onKeyDown} role="none">
      <ValueEditor
        id={id}
        item={item}
        subject={subject}
        shown={record.shownOf(item)}
        sources={sources}
        requirements={requirements}
        faults={faults}
        onChange={onChange}
        onPicked={focusMissing}
        onLeave={onRemove}
        map={{
          precision: record.precisionOf(item.zone),
          onPick: (place, precision) => record.pickPlace(item, place, precision),
        }}
        conflict={
          current === undefined ? null : (
            <ConflictNotice
              field={item.field}
              current={current}
              draft={checked.claims.find((claim) => claim.id === item.id)}
              draftSource={draft.newSource?.title || sources.get(draft.sourceId ?? "")?.title || ""}
              sources={sources}
              onKeep={() => {
                record.overwrite(item, current);
                onDone();
              }}
              onRemove={onRemove}
            />
          )
        }
      >
        <EvidenceFields
          item={item}
          asOf={item.asOf}
          placeholder={draft.asOf}
          onAsOf={(asOf) => onChange({ asOf })}
          draftOrigin={draft.origin}
          requirements={requirements}
          faults={faults}
          missing={missing}
          onChange={onChange}
        />
        <div>
          <Button onClick={goOn}>
            {t("record.fact.done")} <kbd>{t("record.fact.doneKey")}</kbd>
          </Button>
        </div>
      </ValueEditor>
    </div>
  );
}
