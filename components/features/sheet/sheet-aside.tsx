import { useState } from "react";
import { listNeeds } from "@/components/entry/list-needs";
import { NeedsList } from "@/components/entry/needs-list";
import type { RecordState } from "@/components/entry/use-record";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import type { FieldKey } from "@/lib/catalogue/fields";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";

interface SheetAsideProps {
  record: RecordState;
  /** Do the changes wait for another person? */
  waits: boolean;
  /** Facts that the new progress on site implies and that the zone does not show yet. */
  unsupported: readonly FieldKey[];
  onOpen: (fields: readonly FieldKey[]) => void;
  onSubmit: () => void;
  onDiscard: () => void;
}

/** What will change, what is missing, and the buttons: beside the values, on narrow screens at the foot of the window. */
export function SheetAside(props: SheetAsideProps) {
  const { record, waits, unsupported, onOpen, onSubmit, onDiscard } = props;
  const text = useText();
  const { t } = text;
  const [isOpen, setOpen] = useState(false);
  const { busy, checked, draft, failure, isKept, previews } = record;
  const count = draft.items.length;
  const needs = listNeeds(checked);
  const missing = needs.filter(({ met }) => !met).length;
  if (count === 0) {
    return (
      <aside className="text-12 text-ink-3 max-lg:hidden" aria-labelledby="sheet-changes">
        <h2 id="sheet-changes" className="title mb-2 text-ink">
          {t("record.preview.title")}
        </h2>
        <p>{t("sheet.empty")}</p>
        <p className="mt-3">{t("sheet.keys")}</p>
      </aside>
    );
  }
  return (
    <aside
      aria-labelledby="sheet-changes"
      className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] max-lg:fixed max-lg:inset-x-0 max-lg:bottom-13 max-lg:z-20 max-lg:max-h-[70dvh] max-lg:border-line-2 max-lg:border-t max-lg:bg-paper-2 max-lg:px-4 max-lg:py-2"
    >
      <div
        id="sheet-detail"
        className={cx("grid min-h-0 gap-3 overflow-y-auto", !isOpen && "max-lg:hidden")}
      >
        <h2 id="sheet-changes" className="title">
          {t("record.preview.title")}
        </h2>
        {previews.length === 0 ? <p className="text-ink-3">{t("record.preview.empty")}</p> : null}
        {previews.map(({ zone, preview }) => (
          <PreviewPanel key={zone} preview={preview} heading={null} />
        ))}
        {unsupported.length === 0 ? null : (
          <section className="grid justify-items-start gap-1 border-amber border-s-2 ps-3">
            <h3 className="font-semibold">{t("sheet.too.title")}</h3>
            <p className="text-12 text-ink-2">
              {t("sheet.too.words", {
                fields: text.list(
                  unsupported.map((field) => lowerFirst(text, text.fieldLabel(field))),
                ),
              })}
            </p>
            <Button onClick={() => onOpen(unsupported)}>
              {t("sheet.too.open", { count: unsupported.length })}
            </Button>
          </section>
        )}
        <section aria-labelledby="sheet-needs" className="border-line border-t pt-3">
          <h3 id="sheet-needs" className="mb-1 font-semibold">
            {t("sheet.needs.title")}
          </h3>
          <NeedsList
            needs={needs.map(({ need, met }) => ({ words: t(`sheet.needs.${need}`), met }))}
          />
        </section>
      </div>
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="main"
          className="value-keys max-lg:order-last max-lg:ms-auto max-lg:h-11"
          aria-disabled={busy}
          onClick={onSubmit}
        >
          {busy ? t("record.submit.busy") : t(waits ? "sheet.send" : "sheet.record", { count })}
          <kbd className="max-lg:hidden">{t("sheet.recordKey")}</kbd>
        </Button>
        <Button className="max-lg:hidden" onClick={onDiscard}>
          {t("sheet.discard")}
        </Button>
        <Button
          variant="quiet"
          className={cx("lg:hidden max-lg:h-11", missing > 0 && "text-rust")}
          aria-expanded={isOpen}
          aria-controls="sheet-detail"
          onClick={() => setOpen(!isOpen)}
        >
          {t("sheet.missing", { count: missing })}
        </Button>
      </div>
      {isKept ? null : (
        <Notice tone="rust" live>
          {t("record.draft.notKept")}
        </Notice>
      )}
      <p role="status" className="text-12 text-ink-3 max-lg:hidden">
        {missing > 0 ? t("sheet.missing", { count: missing }) : null} {t("sheet.addMore")}
      </p>
    </aside>
  );
}
