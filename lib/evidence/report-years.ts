import type { Day } from "../time/day";
import { isActiveAt, listEvidence } from "./active-evidence";
import type { EvidenceIndex } from "./evidence-index";
import { ORIGINS, type Origin } from "./ledger-records";
import type { Moment } from "./resolve";
import { effectiveDateAt } from "./source-versions";

/** The reports of a year by who makes them. */
export interface ReportYear {
  readonly year: string;
  readonly counts: Readonly<Record<Origin, number>>;
}

/** The reports in use up to a moment by year and type of source, without inferences: every year from the first to the last. */
export function countReportYears(index: EvidenceIndex, { asOf, revision }: Moment): ReportYear[] {
  const reports = listEvidence(index).flatMap((evidence): [Day, Origin][] => {
    const { effectiveOn } = effectiveDateAt(evidence, revision);
    const isReport = evidence.claim.origin !== "inference" && isActiveAt(evidence, revision);
    return isReport && effectiveOn <= asOf ? [[effectiveOn, evidence.claim.origin]] : [];
  });
  const numbers = reports.map(([day]) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: numbers.length === 0 ? 0 : last - first + 1 }, (_, i) => {
    const year = String(first + i);
    const own = reports.filter(([day]) => day.startsWith(year));
    const count = (origin: Origin) => own.filter(([, one]) => one === origin).length;
    return {
      year,
      counts: Object.fromEntries(ORIGINS.map((origin) => [origin, count(origin)])) as Record<
        Origin,
        number
      >,
    };
  });
}
