import type { FailedCheck } from "@/lib/evidence/cross-checks";
import type { PlainText } from "./plain-text";

/** Says what contradicts a new claim, and how to confirm it. */
export function describeFailedCheck({ t, number }: PlainText, found: FailedCheck): string {
  return found.kind === "outside-province"
    ? t("record.contradiction.outside-province")
    : t(`record.contradiction.${found.kind}`, {
        part: number(found.part),
        whole: number(found.whole),
      });
}
