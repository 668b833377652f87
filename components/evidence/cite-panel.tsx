import { CopyButton } from "@/components/layout/page-actions";
import { DropPanel } from "@/components/ui/drop-panel";
import { QuoteIcon } from "@/components/ui/icons";
import { type Cited, longCitation, permalink, shortCitation } from "@/lib/text/citation";
import { useText } from "@/lib/text/use-text";

/** How to cite the page: two citations and the permanent link. */
export function CitePanel({ cited }: { cited: Cited }) {
  const text = useText();
  const forms = [
    { label: text.t("ledger.cite.inText"), words: shortCitation(text, cited) },
    { label: text.t("ledger.cite.reference"), words: longCitation(text, cited) },
    { label: text.t("ledger.cite.permalink"), words: permalink(cited) },
  ];
  return (
    <DropPanel
      label={text.t("ledger.cite.title")}
      className="w-[34rem] p-4"
      button={
        <>
          <QuoteIcon />
          {text.t("ledger.cite.button")}
        </>
      }
    >
      <dl className="grid gap-3">
        {forms.map(({ label, words }) => (
          <div key={label}>
            <dt className="flex items-center justify-between text-12 text-ink-2">
              {label}
              <CopyButton text={words} what={text.t("ledger.cite.copied")} />
            </dt>
            <dd className="break-words select-all">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-12 text-ink-3">{text.t("ledger.cite.note")}</p>
    </DropPanel>
  );
}
