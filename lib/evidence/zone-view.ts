import { fieldSpec } from "@/lib/catalogue/fields";
import { type Day, daysBetween, firstDay, type PartialDate } from "@/lib/time/day";
import type { Revision, Source } from "./ledger-records";
import type { ZoneRecord } from "./registry";
import type { Resolution } from "./resolve";

/** A moment with the sources and revisions that evidence on a page refers to. */
export interface EvidenceView {
  readonly asOf: Day;
  /** The last revision that is taken as known. */
  readonly revision: number;
  readonly sources: ReadonlyMap<string, Source>;
  /** The moment's parameters as in the current address, for links to other pages. */
  readonly moment: readonly (readonly [string, string])[];
  /** May the reader decide on a claim that this revision recorded? */
  readonly mayJudge: (revision: number) => boolean;
  /** Revisions by number. */
  readonly revisions: ReadonlyMap<number, Revision>;
}

/** A zone at one moment, as its page displays it. */
export interface ZoneView extends EvidenceView {
  readonly zone: ZoneRecord;
  /** Address of the page with all evidence on the zone, at the same moment. */
  readonly ledgerPath: string;
}

/** The date of the report behind a displayed value and its age on the selected day. */
interface ReportDate {
  /** Year, month or day, as precise as the source. */
  readonly date: PartialDate;
  readonly ageDays: number;
  /** Always false for fields that never become stale. */
  readonly fresh: boolean;
}

/** The date and age of the claim behind a value on a day; of progress, of its last report. Null: there is no claim. */
export function getReportDate(
  { evidence, progress }: Pick<Resolution, "evidence" | "progress">,
  asOf: Day,
): ReportDate | null {
  if (evidence === null) return null;
  const date = progress?.lastReported ?? evidence.date;
  const ageDays = daysBetween(firstDay(date), asOf);
  const { freshFor } = fieldSpec(progress ? "status" : evidence.claim.field);
  return { date, ageDays, fresh: freshFor !== null && ageDays <= freshFor };
}
