import { isTouched } from "@/components/entry/draft";
import type { RecordState } from "@/components/entry/use-record";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useText } from "@/lib/text/use-text";

interface RecordAsideProps {
  record: RecordState;
  nameOf: (zone: string) => string;
  onStartOver: () => void;
}

/** What will change, and the buttons to record it, which stay in view beside a long form. */
export function RecordAside({ record, nameOf, onStartOver }: RecordAsideProps) {
  const { t } = useText();
  const { busy, draft, failure, isKept, previews } = record;
  return (
    <aside
      className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)]"
      aria-labelledby="record-preview"
    >
      <h2 id="record-preview" className="title">
        {t("record.preview.title")}
      </h2>
      {previews.length === 0 ? (
        <p className="text-ink-3">{t("record.preview.empty")}</p>
      ) : (
        <ScrollRegion
          label={t("record.preview.zones")}
          className="grid min-h-0 gap-5 lg:overflow-y-auto"
        >
          {previews.map(({ zone, preview }) => (
            <PreviewPanel key={zone} preview={preview} heading={nameOf(zone)} />
          ))}
        </ScrollRegion>
      )}
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="main" type="submit" aria-disabled={busy}>
          {busy
            ? t("record.submit.busy")
            : t("record.submit.record", { count: draft.items.length })}
        </Button>
        {isTouched(draft) ? (
          <Button variant="quiet" onClick={onStartOver}>
            {t("record.draft.discard")}
          </Button>
        ) : null}
      </div>
      {isKept ? null : (
        <Notice tone="rust" live>
          {t("record.draft.notKept")}
        </Notice>
      )}
      <p className="text-12 text-ink-3">{t("record.draft.kept")}</p>
      <p className="text-12 text-ink-3">{t("record.keys")}</p>
    </aside>
  );
}
