import type { VocabularyValue } from "../catalogue/vocabularies";
import { getStep } from "../catalogue/vocabularies";
import { getJudgedOn, isStale } from "../evidence/age";
import type { Claim } from "../evidence/ledger-records";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import type { Evidence } from "../evidence/resolve";
import type { ValueSupport } from "../evidence/support";
import type { Day } from "../time/day";
import { countNamedFirms } from "./bounds";
import { getFullCount } from "./scale";

/**
 * What a zone's answer rests on: its progress on site; a firm named as producing, or a count of producing firms, where
 * progress on site does not say so; a count of 0 firms where that is unknown; or nothing.
 */
type OperationBasis = VocabularyValue<"status"> | "firm" | "count" | "no-producers" | "unknown";

/** Kinds of evidence that firms operate: a named firm, the number of producing firms, the zone's status. */
const OPERATING_BY = ["firm", "count", "status"] as const;
type OperatingBy = (typeof OPERATING_BY)[number];

/** The answer to "Is the zone operating?". */
export interface Operation {
  /**
   * `yes`: operational. `partly`: at least one firm produces. `unknown` also where the last report of a zone without
   * production is out of date.
   */
  readonly answer: "yes" | "partly" | "no" | "unknown";
  readonly basis: OperationBasis;
  /** All evidence that firms operate; empty unless the answer is `yes` or `partly`. */
  readonly by: readonly OperatingBy[];
  /** The claim that the answer rests on; null: none. */
  readonly evidence: Evidence | null;
  readonly support: ValueSupport | null;
  /** Is the claim out of date on the day, or at the last search? */
  readonly old: boolean;
  /** The firms that are named as producing. */
  readonly named: number;
  /** Of them: those whose report is not out of date. */
  readonly recent: number;
  /** The displayed count of producing firms; null: unknown. */
  readonly counted: number | null;
}

function reaches<K extends "status" | "tenancyStage">(
  ladder: K,
  value: string | null,
  step: VocabularyValue<K>,
): boolean {
  return (getStep(ladder, value) ?? -1) >= (getStep(ladder, step) ?? 0);
}

/** Is a zone operating on a day, and what says so? */
export function getOperation(zone: ZoneRecord, asOf: Day): Operation {
  const producers = zone.tenancies.filter(({ values: { tenancyStage } }) =>
    reaches("tenancyStage", tenancyStage, "producing"),
  );
  const judgedOn = getJudgedOn(zone.values, asOf);
  const by = listOperatingBy(zone, producers);
  const { basis, evidence, support } = getBasis(zone, producers, by);
  const old = evidence !== null && isStale(evidence.claim.field, evidence.effectiveOn, judgedOn);
  const recent = producers.filter((firm) => {
    const stage = firm.fields.tenancyStage.evidence;
    return stage !== null && !isStale("tenancyStage", stage.effectiveOn, judgedOn);
  });
  return {
    answer: getAnswer(basis, old),
    basis,
    by,
    evidence,
    support,
    old,
    named: producers.length,
    recent: recent.length,
    counted: getCount(zone),
  };
}

/** The evidence that firms operate; where production has ended or the zone is cancelled, only what is newer than that. */
function listOperatingBy(zone: ZoneRecord, producers: readonly TenancyRecord[]): OperatingBy[] {
  const { fields, values } = zone;
  const ended = values.status === "idle" || values.status === "cancelled";
  const endedOn = (ended && fields.status.evidence?.effectiveOn) || null;
  const holds = (evidence: Evidence | null) =>
    endedOn === null || (evidence !== null && evidence.effectiveOn > endedOn);
  const shown: Readonly<Record<OperatingBy, boolean>> = {
    firm: producers.some(({ fields }) => holds(fields.tenancyStage.evidence)),
    count: (getCount(zone) ?? 0) > 0 && holds(fields.enterprisesProducing.evidence),
    status: reaches("status", values.status, "partially-operational"),
  };
  return OPERATING_BY.filter((key) => shown[key]);
}

/** The firm whose stage was reported last; undefined: there is none. */
function getNewestStage(firms: readonly TenancyRecord[]): TenancyRecord | undefined {
  const date = ({ fields }: TenancyRecord) => fields.tenancyStage.evidence?.effectiveOn ?? "";
  return firms.reduce<TenancyRecord | undefined>(
    (newest, firm) => (newest && date(newest) >= date(firm) ? newest : firm),
    undefined,
  );
}

function getBasis(
  zone: ZoneRecord,
  producers: readonly TenancyRecord[],
  by: readonly OperatingBy[],
): Pick<Operation, "basis" | "evidence" | "support"> {
  const { fields, values, support } = zone;
  const restOn = (basis: OperationBasis, field: "status" | "enterprisesProducing") => ({
    basis,
    evidence: fields[field].evidence,
    support: support[field] ?? null,
  });
  if (!by.includes("status")) {
    const firm = by.includes("firm") ? getNewestStage(producers) : undefined;
    if (firm) {
      const { evidence } = firm.fields.tenancyStage;
      return { basis: "firm", evidence, support: firm.stageSupport };
    }
    if (by.includes("count")) return restOn("count", "enterprisesProducing");
    if (values.status === null && getCount(zone) === 0) {
      return restOn("no-producers", "enterprisesProducing");
    }
  }
  return restOn(values.status ?? "unknown", "status");
}

function getAnswer(basis: OperationBasis, old: boolean): Operation["answer"] {
  switch (basis) {
    case "operational":
      return "yes";
    case "partially-operational":
    case "firm":
    case "count":
      return "partly";
    case "unknown":
    case "stalled-inferred":
      return "unknown";
    case "cancelled":
    case "idle":
      return "no";
    default:
      // Much can be built in two years, so an old report of construction is no answer.
      return old ? "unknown" : "no";
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
  const named = countNamedFirms(zone).producing;
  const full = getFullCount("enterprisesProducing", values);
  const operating = reaches("status", status, "partially-operational");
  const operational = reaches("status", status, "operational");
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
