import { useLocale } from "next-intl";
import { getLanguage } from "@/components/ui/original";
import type { Quotation } from "@/lib/evidence/ledger-records";
import { usePlainText } from "@/lib/text/use-plain-text";

interface QuotedWordsProps {
  quotation: Quotation | null;
  details?: readonly string[];
}

/** The source's own words, and what else it says. */
export function QuotedWords({ quotation, details = [] }: QuotedWordsProps) {
  const { t } = usePlainText();
  const locale = useLocale();
  return (
    <>
      {quotation === null ? null : (
        <blockquote {...getLanguage(quotation.lang, locale)} className="quoted">
          {t("evidence.quotation", { words: quotation.text })}
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
