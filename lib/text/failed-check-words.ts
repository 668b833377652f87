import type { FailedCheck } from "@/lib/evidence/cross-checks";
import type { Doubt } from "@/lib/evidence/doubts";
import type { PlainText } from "./plain-text";
import type { Text } from "./text";

/** Says what contradicts a new claim, and how to confirm it. */
export function describeFailedCheck(
  { t, number }: PlainText,
  { kind, part, whole }: FailedCheck,
): string {
  return t(`record.contradiction.${kind}`, { part: number(part), whole: number(whole) });
}

/** Says what the registry knows against a new claim, and how to confirm it. */
export function describeDoubt(text: Text, doubt: Doubt): string {
  const { t } = text;
  switch (doubt.kind) {
    case "outside-province":
    case "two-values":
      return t(`record.doubt.${doubt.kind}`);
    case "other-province": {
      const { district, province } = doubt;
      return t("record.doubt.other-province", {
        district,
        province: text.termLabel("province", province),
      });
    }
    case "no-district": {
      const { district, nearest } = doubt;
      return t("record.doubt.no-district", { district, nearest: nearest ?? "none" });
    }
    case "name":
      return t("record.doubt.name", { name: doubt.name, owner: doubt.owner });
  }
}
