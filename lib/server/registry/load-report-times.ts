import "server-only";
import { type ReportTimes, reportTimesInSteps } from "@/lib/evidence/report-times";
import type { Day } from "@/lib/time/day";
import { runFor } from "../in-slices";
import type { RegistryView } from "./registry-at";

/**
 * The reports on all zones and firms of a view, as a time bar shows them; for many zones, requests of other kinds go on while
 * they are counted.
 * @param to the last day of the bar
 */
export function loadReportTimes(view: RegistryView, to: Day): Promise<ReportTimes> {
  return runFor(view, reportTimesInSteps(view.evidence, view.revision, to));
}
