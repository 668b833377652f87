import type { Claim } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { QuotedWords } from "./quoted-words";

interface ClaimDetailsProps {
  claim: Pick<
    Claim,
    "field" | "value" | "asOf" | "quotation" | "money" | "decline" | "lastSeenOn" | "changed"
  >;
}

/** The source's own words, and what else it says of the value. */
export function ClaimDetails({ claim }: ClaimDetailsProps) {
  return (
    <QuotedWords quotation={claim.quotation} details={describeClaimDetails(useText(), claim)} />
  );
}

/**
 * The sum in its currency, whether the source says that the value fell, the last day on which it still said so, and what a
 * reviewer changed.
 */
export function describeClaimDetails(
  text: Text,
  claim: Omit<ClaimDetailsProps["claim"], "quotation">,
): string[] {
  const { t, day, amount } = text;
  const { field, money, decline, lastSeenOn, changed } = claim;
  const words = (value: Claim["value"]) =>
    value === null ? t("ledger.claim.notKnown") : text.value(field, value);
  const sent = words(changed?.value ?? null);
  return [
    money === null
      ? null
      : t("ledger.claim.money", { amount: amount(money.amount, money.currency) }),
    decline ? t("ledger.claim.decline") : null,
    lastSeenOn === null ? null : t("ledger.claim.lastSeenOn", { day: day(lastSeenOn) }),
    changed === undefined
      ? null
      : t("ledger.claim.changed", {
          ...{ author: changed.sentBy, reviewer: changed.changedBy },
          part:
            sent === words(claim.value) ? (changed.asOf === claim.asOf ? "text" : "date") : "value",
          value: sent,
          date: changed.asOf === null ? t("common.unknown") : text.partialDate(changed.asOf),
        }),
  ].filter((detail) => detail !== null);
}
