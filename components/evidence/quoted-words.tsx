import { useLocale } from "next-intl";
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
  const locale = useLocale();
  return (
    <>
      {quotation === null ? null : (
        <blockquote {...getLanguage(quotation.lang, locale)} className="quoted">
          {t("ledger.claim.quotation", { words: quotation.text })}
        </blockquote>
      )}
      {details.length === 0 ? null : (
        <ul className="quoted-details">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The language of a quotation and its direction, where it is not that of the page around it. */
function getLanguage(lang: string, locale: string): { lang?: string; dir?: "ltr" | "rtl" } {
  if (lang === locale) return {};
  return { lang, dir: RIGHT_TO_LEFT.has(lang.split("-")[0] ?? "") ? "rtl" : "ltr" };
}
