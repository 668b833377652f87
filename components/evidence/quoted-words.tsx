import type { Quotation } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Languages that are written from right to left, by the first part of their tag. */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur"]);

interface QuotedWordsProps {
  quotation: Quotation | null;
  details: readonly string[];
}

/** The source's own words, and what else it says. */
export function QuotedWords({ quotation, details }: QuotedWordsProps) {
  const { t } = usePlainText();
  return (
    <>
      {quotation === null ? null : (
        <blockquote
          lang={quotation.lang}
          dir={RIGHT_TO_LEFT.has(quotation.lang.split("-")[0] ?? "") ? "rtl" : "ltr"}
          className="my-1 border-line-2 border-s-2 ps-2 text-ink-2"
        >
          {t("ledger.claim.quotation", { words: quotation.text })}
        </blockquote>
      )}
      {details.length === 0 ? null : (
        <ul className="text-12 text-ink-2">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
