import type { FieldValue } from "@/lib/catalogue/kinds";
import type { RowProgress } from "@/lib/evidence/row";
import { firstDay, lastDay, type PartialDate } from "@/lib/time/day";
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
        since: isOneDate(since, lastReported) ? "same" : text.partialDate(since),
        reported: text.partialDate(lastReported),
      });
}

/**
 * Is only the last report of a step to be named? Its begin is the same date, or after it: a step can follow from a later
 * report on what the zone is.
 */
export function isOneDate(since: PartialDate, lastReported: PartialDate): boolean {
  return since === lastReported || firstDay(since) > lastDay(lastReported);
}
