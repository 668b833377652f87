import type { Claim } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { QuotedWords } from "./quoted-words";

interface ClaimDetailsProps {
  claim: Pick<Claim, "quotation" | "money" | "decline" | "lastSeenOn">;
}

/** The source's own words, and what else it says of the value. */
export function ClaimDetails({ claim }: ClaimDetailsProps) {
  return (
    <QuotedWords quotation={claim.quotation} details={describeClaimDetails(useText(), claim)} />
  );
}

/** The sum in its currency, whether the source says that the value fell, and the last day on which it still said so. */
export function describeClaimDetails(
  { t, day, amount }: Text,
  { money, decline, lastSeenOn }: Omit<ClaimDetailsProps["claim"], "quotation">,
): string[] {
  return [
    money === null
      ? null
      : t("ledger.claim.money", { amount: amount(money.amount, money.currency) }),
    decline ? t("ledger.claim.decline") : null,
    lastSeenOn === null ? null : t("ledger.claim.lastSeenOn", { day: day(lastSeenOn) }),
  ].filter((detail) => detail !== null);
}
