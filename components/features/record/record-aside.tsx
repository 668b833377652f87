import { isTouched } from "@/components/entry/draft";
import type { RecordState } from "@/components/entry/use-record";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/lib/text/use-text";

interface RecordPreviewProps {
  record: RecordState;
  nameOf: (zone: string) => string;
}

/** What will change, zone by zone. */
export function RecordPreview({ record, nameOf }: RecordPreviewProps) {
  const { t } = useText();
  const { previews } = record;
  return (
    <section aria-labelledby="record-preview" className="grid gap-3 border-line-2 border-t py-3">
      <h2 id="record-preview" className="title">
        {t("record.preview.title")}
      </h2>
      {previews.length === 0 ? (
        <p className="text-ink-3">{t("record.preview.empty")}</p>
      ) : (
        <section
          aria-label={t("record.preview.zones")}
          className="grid items-start gap-x-10 gap-y-5 sm:grid-cols-2"
        >
          {previews.map(({ zone, preview }) => (
            <PreviewPanel key={zone} preview={preview} heading={nameOf(zone)} />
          ))}
        </section>
      )}
    </section>
  );
}

interface RecordAsideProps {
  record: RecordState;
  /** Proposals that are neither accepted nor skipped. */
  undecided: number;
  onStartOver: () => void;
}

/** The button that records everything, which stays in view, and what hinders it. */
export function RecordAside({ record, undecided, onStartOver }: RecordAsideProps) {
  const { t } = useText();
  const { busy, draft, failure, isKept } = record;
  const count = draft.items.length + draft.records.length;
  return (
    <aside
      className="sticky bottom-13 z-10 grid gap-2 border-line border-t bg-paper py-3 lg:bottom-0"
      aria-label={t("record.submit.bar")}
    >
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      {isKept ? null : (
        <Notice tone="rust" live>
          {t("record.draft.notKept")}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="main" type="submit" aria-disabled={busy}>
          {busy ? t("record.submit.busy") : t("record.submit.record", { count })}
        </Button>
        {isTouched(draft) ? (
          <Button variant="quiet" onClick={onStartOver}>
            {t("record.draft.discard")}
          </Button>
        ) : null}
        {count > 0 && undecided > 0 ? (
          <p className="text-12">{t("record.submit.undecided", { undecided })}</p>
        ) : null}
        <p className="text-12 text-ink-3 max-sm:hidden">{t("record.keys")}</p>
      </div>
    </aside>
  );
}
