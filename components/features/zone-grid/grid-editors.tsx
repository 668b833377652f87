import { ConflictNotice } from "@/components/entry/conflict-notice";
import type { DraftItem } from "@/components/entry/draft";
import { EvidenceFields } from "@/components/entry/evidence-fields";
import { listNeeds } from "@/components/entry/list-needs";
import { SourcePicker } from "@/components/entry/source-picker";
import type { RecordState } from "@/components/entry/use-record";
import { ValueEditor } from "@/components/entry/value-editor";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Source } from "@/lib/evidence/ledger-records";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";

interface GridEditorsProps {
  record: RecordState;
  /** The zone whose open values are shown. */
  zone: string;
  name: string;
  sources: readonly Source[];
  /** A value was picked: what is missing comes next. */
  onPicked: () => void;
  onLeave: (item: DraftItem) => void;
}

/** The id of the element in which a value is changed. */
export const editorId = (item: string) => `change-${item}`;

/** The open values of a zone with their evidence, and what they will change. The first one open has the source of all. */
export function GridEditors({ record, zone, name, sources, onPicked, onLeave }: GridEditorsProps) {
  const text = useText();
  const { t } = text;
  const { checked, draft, submitted } = record;
  const [first] = draft.items;
  const preview = record.previews.find((one) => one.zone === zone)?.preview;
  const onItem = (item: DraftItem) => (part: Partial<DraftItem>) => {
    // A summary and a sum are of one report; the words are shared.
    const isOwn = item !== first || "note" in part || "amount" in part || "currency" in part;
    if (isOwn) record.change(item.id, part);
    else record.changeShared(part);
  };
  const evidenceOf = (item: DraftItem) => {
    const missing = checked.itemFaults.get(item.id) ?? {};
    const faults = { ...record.fromServer.get(item.id), ...(submitted ? missing : {}) };
    const shared = {
      item,
      draftOrigin: draft.origin,
      requirements: checked.gates.get(item.id) ?? [],
      onChange: onItem(item),
    };
    if (item === first) {
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
                offers={record.lastSources}
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
        />
      );
    }
    if (item.ownEvidence) {
      return (
        <EvidenceFields
          {...shared}
          asOf={item.asOf}
          placeholder={draft.asOf}
          onAsOf={(asOf) => record.change(item.id, { asOf })}
          faults={faults}
          missing={missing}
        />
      );
    }
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
        {t("record.value.asFirst", { field: text.fieldLabel(first?.field ?? item.field) })}
        <Button
          variant="quiet"
          onClick={() => {
            record.change(item.id, { ownEvidence: true });
            onPicked();
          }}
        >
          {t("record.value.own")}
        </Button>
      </p>
    );
  };
  return (
    <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_17rem]">
      <h2 className="sr-only">{name}</h2>
      <div className="grid min-w-0 content-start gap-2">
        {draft.items
          .filter((item) => item.zone === zone)
          .map((item) => {
            const current = record.conflictOf(item);
            const fault = checked.itemFaults.get(item.id);
            return (
              <ValueEditor
                key={item.id}
                id={editorId(item.id)}
                item={item}
                subject={name}
                shown={record.shownOf(item)}
                sources={record.sources}
                requirements={checked.gates.get(item.id) ?? []}
                faults={{ ...record.fromServer.get(item.id), ...(submitted ? fault : {}) }}
                onChange={(part) => record.change(item.id, part)}
                onPicked={onPicked}
                onLeave={() => onLeave(item)}
                map={{
                  precision: record.precisionOf(zone),
                  onPick: (place, precision) => record.pickPlace(item, place, precision),
                }}
                conflict={
                  current === undefined ? null : (
                    <ConflictNotice
                      field={item.field}
                      current={current}
                      draft={checked.claims.find(({ id }) => id === item.id)}
                      draftSource={
                        draft.newSource?.title ||
                        record.sources.get(draft.sourceId ?? "")?.title ||
                        ""
                      }
                      sources={record.sources}
                      onKeep={() => record.overwrite(item, current)}
                      onRemove={() => onLeave(item)}
                    />
                  )
                }
              >
                {evidenceOf(item)}
              </ValueEditor>
            );
          })}
      </div>
      {preview === undefined ? null : (
        <aside aria-label={t("record.review.preview", { name })} className="min-w-0 text-12">
          <PreviewPanel preview={preview} heading={t("record.preview.title")} />
        </aside>
      )}
    </div>
  );
}

interface GridChangesProps {
  record: RecordState;
  /** Do the changes wait for another person? */
  waits: boolean;
  onSubmit: () => void;
  onDiscard: () => void;
}

/** What is typed and not recorded yet, what is missing, and the buttons. It stays in sight while the grid scrolls. */
export function GridChanges({ record, waits, onSubmit, onDiscard }: GridChangesProps) {
  const text = useText();
  const { t, list } = text;
  const { busy, checked, draft, failure, isKept } = record;
  const count = draft.items.length;
  const missing = listNeeds(checked).filter(({ met }) => !met);
  return (
    <section
      aria-label={t("admin.grid.changes")}
      className="sticky bottom-14 z-20 grid gap-2 border-line-2 border-t bg-paper-2 px-3 py-2 lg:bottom-0"
    >
      {failure === null ? null : (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      )}
      {isKept ? null : <Notice tone="rust">{t("record.draft.notKept")}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-60">
          <b className="font-semibold">{t("admin.grid.pending", { count })}</b>{" "}
          <span className={missing.length > 0 ? "text-rust" : "text-ink-2"}>
            {missing.length === 0
              ? t("sheet.missing", { count: 0 })
              : t("admin.grid.missing", {
                  needs: list(
                    missing.map(({ need }) => lowerFirst(text, t(`sheet.needs.${need}`))),
                  ),
                })}
          </span>
        </p>
        <Button onClick={onDiscard}>{t("sheet.discard")}</Button>
        <Button variant="main" className="value-keys" aria-disabled={busy} onClick={onSubmit}>
          {busy ? t("record.submit.busy") : t(waits ? "sheet.send" : "sheet.record", { count })}
          <kbd className="max-lg:hidden">{t("sheet.recordKey")}</kbd>
        </Button>
      </div>
    </section>
  );
}
