import type { Claim } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";

/** Languages that are written from right to left, by the first part of their tag. */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur"]);

interface ClaimDetailsProps {
  claim: Pick<Claim, "quotation" | "money" | "decline" | "lastSeenOn">;
}

/** The source's own words, the sum in its currency, whether it says that the value fell, and the last day on which it still said so. */
export function ClaimDetails({ claim }: ClaimDetailsProps) {
  const { quotation, money, decline, lastSeenOn } = claim;
  const { t, day, amount } = useText();
  const details = [
    money === null
      ? null
      : t("ledger.claim.money", { amount: amount(money.amount, money.currency) }),
    decline ? t("ledger.claim.decline") : null,
    lastSeenOn === null ? null : t("ledger.claim.lastSeenOn", { day: day(lastSeenOn) }),
  ].filter((detail) => detail !== null);
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
