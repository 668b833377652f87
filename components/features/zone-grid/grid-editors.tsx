import type { DraftItem } from "@/components/entry/draft";
import { listNeeds } from "@/components/entry/list-needs";
import { OpenValue } from "@/components/entry/open-value";
import type { RecordState } from "@/components/entry/use-record";
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

/** The open values of a zone with their evidence, and what they will change. */
export function GridEditors({ record, zone, name, sources, onPicked, onLeave }: GridEditorsProps) {
  const { t } = useText();
  const preview = record.previews.find((one) => one.zone === zone)?.preview;
  return (
    <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_17rem]">
      <h2 className="sr-only">{name}</h2>
      <div className="grid min-w-0 content-start gap-2">
        {record.draft.items
          .filter((item) => item.zone === zone)
          .map((item) => (
            <OpenValue
              key={item.id}
              record={record}
              item={item}
              id={editorId(item.id)}
              subject={name}
              sources={sources}
              offers={record.offers}
              onPicked={onPicked}
              onKept={onPicked}
              onOwnEvidence={onPicked}
              onLeave={() => onLeave(item)}
            />
          ))}
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
  /** Values with something typed. */
  count: number;
  /** Do the changes wait for another person? */
  waits: boolean;
  onSubmit: () => void;
  onDiscard: () => void;
}

/** What is typed and not recorded yet, what is missing, and the buttons. It stays in sight while the grid scrolls. */
export function GridChanges({ record, count, waits, onSubmit, onDiscard }: GridChangesProps) {
  const text = useText();
  const { t, list } = text;
  const { busy, checked, failure, isKept } = record;
  const missing = listNeeds(checked).filter(({ met }) => !met);
  return (
    <section
      aria-label={t("admin.grid.changes")}
      className="sticky bottom-13 z-20 grid gap-2 border-line-2 border-t bg-paper-2 px-3 py-2 lg:bottom-0"
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
          <span className="text-ink-2">
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
        <Button
          variant={missing.length === 0 ? "main" : "plain"}
          className="value-keys"
          aria-disabled={busy}
          onClick={onSubmit}
        >
          {busy ? t("record.submit.busy") : t(waits ? "sheet.send" : "sheet.record", { count })}
          <kbd className="max-lg:hidden">{t("sheet.recordKey")}</kbd>
        </Button>
      </div>
    </section>
  );
}
