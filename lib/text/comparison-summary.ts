import type { DifferenceCounts } from "@/lib/query/compare";
import type { Text } from "./text";

/** Says in how many rows the zones differ, and how many have too little data. */
export function describeComparison(
  { t, number, sentences }: Text,
  counts: DifferenceCounts,
): string {
  const { differs, same, open } = counts;
  return sentences([
    differs > 0
      ? t("compare.summary.fields", { differs, same: number(same) })
      : t("compare.summary.noDifference", { same }),
    open === 0 ? "" : t("compare.summary.open", { count: open }),
  ]);
}
