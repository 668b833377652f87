import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import { ConflictNotice } from "./conflict-notice";
import type { DraftItem } from "./draft";
import { EvidenceFields } from "./evidence-fields";
import { SourcePicker } from "./source-picker";
import type { RecordState } from "./use-record";
import { ValueEditor } from "./value-editor";

interface OpenValueProps {
  record: RecordState;
  item: DraftItem;
  /** Id of the element. */
  id: string;
  /** The firm, the zone or both, where the page does not say it; absent: it does. */
  subject?: string;
  /** The sources to choose from, and those of them that are offered first; absent: the source is chosen elsewhere. */
  sources?: readonly Source[];
  offers?: readonly Source[];
  /** A value was picked: what is missing comes next. */
  onPicked: () => void;
  /** The changed value is kept against one that others recorded meanwhile. */
  onKept: () => void;
  /** The value gets evidence of its own; absent: each has. */
  onOwnEvidence?: () => void;
  /** Closes the value without recording. */
  onLeave: () => void;
  /** Below the evidence. */
  children?: ReactNode;
}

/** An open value of a record with its evidence. The first open value has the source of all, unless it is chosen elsewhere. */
export function OpenValue(props: OpenValueProps) {
  const { record, item, id, subject, onPicked, onKept, onLeave } = props;
  const { checked, draft, submitted } = record;
  const current = record.conflictOf(item);
  return (
    <ValueEditor
      id={id}
      item={item}
      {...(subject === undefined ? {} : { subject })}
      shown={record.shownOf(item)}
      sources={record.sources}
      requirements={checked.gates.get(item.id) ?? []}
      faults={{
        ...record.fromServer.get(item.id),
        ...(submitted ? checked.itemFaults.get(item.id) : {}),
      }}
      onChange={(part) => record.change(item.id, part)}
      onPicked={onPicked}
      onLeave={onLeave}
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
            draftSource={
              draft.newSource?.title || record.sources.get(draft.sourceId ?? "")?.title || ""
            }
            sources={record.sources}
            onKeep={() => {
              record.overwrite(item, current);
              onKept();
            }}
            onRemove={onLeave}
          />
        )
      }
    >
      <Evidence {...props} />
      {props.children}
    </ValueEditor>
  );
}

/** The evidence of an open value: that of the first one is shared unless a value has its own. */
function Evidence({ record, item, sources, offers = [], onOwnEvidence }: OpenValueProps) {
  const { t, fieldLabel } = useText();
  const { checked, draft, submitted } = record;
  const [first] = draft.items;
  const isFirst = sources !== undefined && item === first;
  if (!isFirst && !item.ownEvidence && onOwnEvidence) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
        {t("record.value.asFirst", { field: fieldLabel(first?.field ?? item.field) })}
        <Button
          variant="quiet"
          onClick={() => {
            record.change(item.id, { ownEvidence: true });
            onOwnEvidence();
          }}
        >
          {t("record.value.own")}
        </Button>
      </p>
    );
  }
  const missing = checked.itemFaults.get(item.id) ?? {};
  const faults = { ...record.fromServer.get(item.id), ...(submitted ? missing : {}) };
  const shared = {
    item,
    draftOrigin: draft.origin,
    requirements: checked.gates.get(item.id) ?? [],
  };
  if (!isFirst) {
    return (
      <EvidenceFields
        {...shared}
        asOf={item.asOf}
        placeholder={draft.asOf}
        onAsOf={(asOf) => record.change(item.id, { asOf })}
        {...(item.sourceId === undefined
          ? {}
          : { onOrigin: (origin) => record.change(item.id, { origin }) })}
        faults={faults}
        missing={missing}
        onChange={(part) => record.change(item.id, part)}
      />
    );
  }
  const shownFaults = submitted ? checked.sourceFaults : {};
  return (
    <EvidenceFields
      {...shared}
      source={
        <div data-missing={Object.keys(checked.sourceFaults).length > 0 || undefined}>
          <p className="font-medium text-12">
            {t("record.source.title")}{" "}
            <span className="font-normal text-ink-3">
              {t(draft.offered ? "sheet.lastUsed" : "record.value.needed")}
            </span>
          </p>
          <SourcePicker
            draft={draft}
            sources={sources}
            offers={offers}
            faults={shownFaults}
            onChange={record.changeSource}
          />
        </div>
      }
      asOf={draft.asOf}
      onAsOf={(asOf) => record.setDraft((d) => ({ ...d, asOf, offered: false }))}
      onOrigin={(origin) => record.setDraft((d) => ({ ...d, origin }))}
      faults={{ ...shownFaults, ...faults }}
      missing={{ ...checked.sourceFaults, ...missing }}
      onChange={(part) => {
        // A summary and a sum are of one report; the words and what is said of them are shared.
        const isOwn = "note" in part || "amount" in part || "currency" in part;
        if (isOwn) record.change(item.id, part);
        else record.changeShared(part);
      }}
    />
  );
}
