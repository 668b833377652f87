import type { Day } from "../time/day";
import { listActiveDays, sumByQuarter } from "./active-evidence";
import type { EvidenceIndex } from "./evidence-index";
import { sharedCache } from "./shared-cache";

/** The reports of a registry over time, as its time bar shows them. */
export interface ReportTimes {
  /** See `sumByQuarter`. */
  readonly quarters: readonly number[];
  /** See `listChangeDates`. */
  readonly changeDates: readonly Day[];
}

/** How many active claims take effect on each day; days without one are not there. */
interface DayCounts {
  readonly revision: number;
  readonly days: ReadonlyMap<Day, number>;
}

/** The last counts of each index. */
const lastCounts = sharedCache<EvidenceIndex, DayCounts>("report-days");

/** The reports on all zones and firms. */
export function getReportTimes(index: EvidenceIndex, revision: number, to: Day): ReportTimes {
  const last = lastCounts.get(index);
  const counts = last?.revision === revision ? last : countDays(index, revision);
  lastCounts.set(index, counts);
  return { quarters: sumByQuarter(counts.days, to), changeDates: [...counts.days.keys()].sort() };
}

function countDays(index: EvidenceIndex, revision: number): DayCounts {
  const days = new Map<Day, number>();
  for (const fields of index.values()) {
    for (const evidence of fields.values()) {
      for (const day of listActiveDays(evidence, revision)) days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return { revision, days };
}
