import type { VocabularyValue } from "../catalogue/vocabularies";
import { getStep } from "../catalogue/vocabularies";
import { getJudgedOn } from "../evidence/age";
import type { Claim } from "../evidence/ledger-records";
import { RECENT_DAYS } from "../evidence/progress";
import type { ZoneRecord } from "../evidence/registry";
import type { Evidence } from "../evidence/resolve";
import type { ValueSupport } from "../evidence/support";
import { type Day, daysBetween, firstDay, type PartialDate } from "../time/day";
import { getFullCount } from "./scale";

/** What a zone's answer rests on: its progress on site; a count of 0 firms where that is unknown; or nothing. */
type OperationBasis = VocabularyValue<"status"> | "no-producers" | "unknown";

/** The answer to "Is the zone operating?", which always has a date. */
export interface Operation {
  /** `yes`: operational. `partly`: at least one firm produces. */
  readonly answer: "yes" | "partly" | "no" | "unknown";
  /**
   * Does the answer hold only for the day of the last report? A zone that operates is reported within 730 days, one that does
   * not within 180. Days are counted up to the last search.
   */
  readonly old: boolean;
  readonly basis: OperationBasis;
  /** From when on the zone's progress has been as it is; null: unknown. */
  readonly since: PartialDate | null;
  /** The newest report of it; null: there is none. */
  readonly lastReported: PartialDate | null;
  readonly support: ValueSupport | null;
  /** The firms that are known to produce, and those of them reported recently. */
  readonly named: number;
  readonly recent: number;
  /** The displayed count of producing firms; null: unknown. */
  readonly counted: number | null;
}

/** A "no" holds for this many days after its report. */
const NO_HOLDS_DAYS = 180;

function reaches(value: string | null, step: VocabularyValue<"status">): boolean {
  return (getStep("status", value) ?? -1) >= (getStep("status", step) ?? 0);
}

/** Is a zone operating on a day, and what says so (docs/domain.md, section 3)? */
export function getOperation(zone: ZoneRecord, asOf: Day): Operation {
  const { fields, values, support, producers } = zone;
  const isEmpty = values.status === null && getCount(zone) === 0;
  const basis = isEmpty ? "no-producers" : (values.status ?? "unknown");
  const answer = getAnswer(basis);
  const since = isEmpty ? null : (fields.status.progress?.since ?? null);
  const lastReported = isEmpty
    ? (fields.enterprisesProducing.evidence?.date ?? null)
    : (fields.status.progress?.lastReported ?? null);
  const age =
    lastReported === null ? null : daysBetween(firstDay(lastReported), getJudgedOn(values, asOf));
  return {
    answer,
    old: age !== null && age > (answer === "no" ? NO_HOLDS_DAYS : RECENT_DAYS),
    basis,
    since,
    lastReported,
    support: support[isEmpty ? "enterprisesProducing" : "status"] ?? null,
    named: producers.length,
    recent: producers.filter(({ recent }) => recent).length,
    counted: getCount(zone),
  };
}

function getAnswer(basis: OperationBasis): Operation["answer"] {
  switch (basis) {
    case "operational":
      return "yes";
    case "partially-operational":
      return "partly";
    case "unknown":
    case "stalled-inferred":
      return "unknown";
    default:
      return "no";
  }
}

function getCount({ values }: ZoneRecord): number | null {
  const { enterprisesProducing } = values;
  return typeof enterprisesProducing === "number" ? enterprisesProducing : null;
}

/**
 * Where progress on site, the count of producing firms and the named ones disagree. `few`: operational with too few.
 * `enough`: enough for operational. `none`: production without a firm. `producing`: a firm without production. `nobody`:
 * production, but no firm is counted or named. `unnamed`, `uncounted`: the count is above or below the named firms.
 * `rival`: another valid count would lead to another status.
 */
export type OperationConflict =
  | { readonly kind: "few" | "enough" | "none" | "producing" | "nobody" | "unnamed" | "uncounted" }
  | { readonly kind: "rival"; readonly rival: Evidence<Claim>; readonly count: number };

/** The disagreements between a zone's progress on site, its count of producing firms and its named firms. */
export function listOperationConflicts(zone: ZoneRecord): readonly OperationConflict[] {
  const { fields, values } = zone;
  const { status } = values;
  const counted = getCount(zone);
  const named = zone.named.producing;
  const full = getFullCount("enterprisesProducing", values);
  const operating = reaches(status, "partially-operational");
  const operational = reaches(status, "operational");
  const conflicts: OperationConflict[] = [];
  if (operating && counted === 0) conflicts.push({ kind: "none" });
  if (operating && counted === null && named === 0) conflicts.push({ kind: "nobody" });
  if (operational && counted !== null && counted > 0 && counted < full) {
    conflicts.push({ kind: "few" });
  }
  if (status === "partially-operational" && counted !== null && counted >= full) {
    conflicts.push({ kind: "enough" });
  }
  if (!operating && ((counted ?? 0) > 0 || named > 0)) conflicts.push({ kind: "producing" });
  if (counted !== null && counted > named) conflicts.push({ kind: "unnamed" });
  if (counted !== null && counted < named) conflicts.push({ kind: "uncounted" });
  for (const { evidence, standing, contradicts } of fields.enterprisesProducing.rivals) {
    const { value } = evidence.claim;
    if (standing !== "live" || !contradicts || typeof value !== "number") continue;
    if (operating && value >= full !== operational) {
      conflicts.push({ kind: "rival", rival: evidence, count: value });
    }
  }
  return conflicts;
}
