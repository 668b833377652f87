import type { FieldValue } from "@/lib/catalogue/kinds";
import type { RowProgress } from "@/lib/evidence/row";
import type { Text } from "./text";

/**
 * "Operational since at least Aug 2021, last reported Dec 2025"; unknown says so.
 * @param dates absent, or null: progress is unknown
 */
export function describeProgress(
  text: Text,
  status: FieldValue,
  dates: Pick<RowProgress, "since" | "lastReported"> | undefined,
): string {
  const { since = null, lastReported = null } = dates ?? {};
  const words = text.value("status", status);
  return since === null || lastReported === null
    ? words
    : text.t("common.progress", {
        status: words,
        since: since === lastReported ? "same" : text.partialDate(since),
        reported: text.partialDate(lastReported),
      });
}
