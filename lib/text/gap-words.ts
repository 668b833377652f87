import type { ZoneRow } from "@/lib/evidence/row";
import { computeGap, getRowShare, type Utility } from "@/lib/gaps/gaps";
import type { PartialDate } from "@/lib/time/day";
import type { Text } from "./text";

/**
 * A gap in words: "10 of 210 MW of power delivered", "50 MW of power needed, delivery unknown"; each figure with its date where
 * the two are not comparable.
 */
export function describeGap(
  text: Text,
  utility: Utility,
  row: Pick<ZoneRow, "values" | "dates">,
): string {
  const { name } = utility;
  const unit = text.unitWords(utility.unit).name;
  const gap = computeGap(utility, row.values);
  const needed = gap.needed === null ? null : text.number(gap.needed);
  const delivered = gap.delivered === null ? null : text.number(gap.delivered);
  if (needed !== null && delivered !== null) {
    const isShare = getRowShare(utility, row) !== null;
    return text.t(`explorer.map.gap.${isShare ? "both" : "apart"}`, {
      ...{ delivered, needed, unit, utility: name },
      neededOn: writeDate(text, row.dates[utility.needed]),
      deliveredOn: writeDate(text, row.dates[utility.delivered]),
    });
  }
  if (needed !== null) return text.t("explorer.map.gap.needed", { needed, unit, utility: name });
  if (delivered !== null) {
    return text.t("explorer.map.gap.delivered", { delivered, unit, utility: name });
  }
  return text.t("explorer.map.gap.unknown", { utility: name });
}

function writeDate(text: Text, date: PartialDate | undefined): string {
  return date === undefined ? text.t("common.unknown") : text.partialDate(date);
}
