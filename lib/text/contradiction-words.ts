import type { Contradiction } from "@/lib/evidence/cross-checks";
import type { PlainText } from "./plain-text";

/** Says what contradicts a new claim, and how to confirm it. */
export function describeContradiction({ t, number }: PlainText, found: Contradiction): string {
  return found.kind === "outside-province"
    ? t("record.contradiction.outside-province")
    : t(`record.contradiction.${found.kind}`, {
        part: number(found.part),
        whole: number(found.whole),
      });
}
