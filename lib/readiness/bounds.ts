import type { ZoneFieldKey } from "../catalogue/fields";
import type { ImpliedBound } from "../catalogue/implied-bounds";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import type { ZoneRecord } from "../evidence/registry";
import { listActiveClaims, type Resolution, type WeighedClaim } from "../evidence/resolve";
import { INDICATORS } from "./indicators";
import { computeScore, getFullCount, INDICATOR_SCALE, isCount } from "./scale";

/** The score of an indicator where the displayed value alone does not give it. */
export interface ScoreBounds {
  /** The least and the greatest score that the evidence allows, 0–1. */
  readonly low: number;
  readonly high: number;
  /** Does the value count as known? False where it is unknown or weak. */
  readonly known: boolean;
  /** What other evidence raised the low or lowered the high end; null: nothing. */
  readonly impliedBy: ImpliedBound | null;
}

/** The bounds of a zone's indicators; an indicator whose displayed value alone gives its score is absent. */
export type IndicatorBounds = Readonly<Partial<Record<ZoneFieldKey, ScoreBounds>>>;

/** A zone as its bounds are computed from it. */
type BoundedZone = Omit<ZoneRecord<WeighedClaim>, "slug" | "order" | "bounds">;

/** What other evidence implies for one indicator. */
interface Implied {
  readonly low: number;
  readonly high: number;
  readonly by: ImpliedBound;
}

/**
 * The bounds of a zone's indicators by method 2 (docs/domain.md, section 3): a disputed value reaches from the least to
 * the greatest live claim, a weak value from 0, and other evidence bounds what is unknown or weak.
 */
export function listBounds(zone: BoundedZone): IndicatorBounds {
  const named = countNamedFirms(zone);
  const own = new Map(INDICATORS.map((field) => [field, boundByOwnClaims(zone, field, named)]));
  const credible = own.get("enterprisesProducing")?.known
    ? getLeastCount(zone, "enterprisesProducing")
    : 0;
  const implied = listImplied(zone, named.producing, credible);
  const bounds: Partial<Record<ZoneFieldKey, ScoreBounds>> = {};
  for (const field of INDICATORS) {
    const base = own.get(field);
    const score = computeScore(zone.values, field);
    if (!base || score === NOT_APPLICABLE) continue;
    const bounded = base.known ? base : applyImplied(base, implied.get(field));
    if (!isGivenByValue(bounded, score)) bounds[field] = bounded;
  }
  return bounds;
}

function isGivenByValue({ low, high, known }: ScoreBounds, score: number | null): boolean {
  if (score === null) return low === 0 && high === 1;
  return known && low === score && high === score;
}

/** The named firms of a zone: those that produce, and those that are admitted or further. */
export function countNamedFirms({ tenancies }: Pick<BoundedZone, "tenancies">): {
  readonly admitted: number;
  readonly producing: number;
} {
  const atLeast = (step: "admitted" | "producing") => {
    const least = getStep("tenancyStage", step) ?? 0;
    return tenancies.filter(
      ({ values }) => (getStep("tenancyStage", values.tenancyStage) ?? -1) >= least,
    ).length;
  };
  return { admitted: atLeast("admitted"), producing: atLeast("producing") };
}

/** The bounds that the claims on the indicator itself give; null where it does not apply. */
function boundByOwnClaims(
  zone: BoundedZone,
  field: ZoneFieldKey,
  named: { readonly admitted: number; readonly producing: number },
): ScoreBounds | null {
  const score = computeScore(zone.values, field);
  if (score === NOT_APPLICABLE) return null;
  if (score === null) return { low: 0, high: 1, known: false, impliedBy: null };
  const disputed = listDisputing(zone.fields[field])
    .map((value) => computeScore({ ...zone.values, [field]: value }, field))
    .filter((other) => typeof other === "number");
  const known = !isWeak(zone, field, named);
  return {
    low: known ? Math.min(score, ...disputed) : 0,
    high: Math.max(score, ...disputed),
    known,
    impliedBy: null,
  };
}

/** Is an indicator's value too weakly evidenced to count as known? */
function isWeak(
  { fields, values, support: supports }: BoundedZone,
  field: ZoneFieldKey,
  named: { readonly admitted: number; readonly producing: number },
): boolean {
  const support = supports[field];
  if (!support) return false;
  if (support.weak) return true;
  if (!isCount(field)) return false;
  const origin = fields[field].evidence?.claim.origin;
  const count = values[field];
  const known = field === "enterprisesAdmitted" ? named.admitted : named.producing;
  return (
    (origin === "developer" || origin === "tenant") &&
    support.support === "single" &&
    typeof count === "number" &&
    count > known
  );
}

/** The least of the counts that a zone's claims give: the one shown and those that dispute it. */
function getLeastCount({ fields, values }: BoundedZone, field: "enterprisesProducing"): number {
  const counts = [values[field], ...listDisputing(fields[field])];
  return Math.min(...counts.filter((count) => typeof count === "number"));
}

/** The values of the live claims that contradict the one shown. */
function listDisputing({ rivals }: Resolution<WeighedClaim>): FieldValue[] {
  return rivals
    .filter(({ standing, contradicts }) => standing === "live" && contradicts)
    .map(({ evidence }) => evidence.claim.value);
}

/** What the other evidence on a zone implies, by indicator. */
function listImplied(
  zone: BoundedZone,
  named: number,
  credible: number,
): ReadonlyMap<ZoneFieldKey, Implied> {
  const { fields, values } = zone;
  const implied = new Map<ZoneFieldKey, Implied>();
  const raise = (field: ZoneFieldKey, low: number, by: ImpliedBound) => {
    const before = implied.get(field);
    if (!before || before.low < low) implied.set(field, { low, high: before?.high ?? 1, by });
  };
  const step = getStep("status", values.status) ?? -1;
  const operating = step >= (getStep("status", "partially-operational") ?? 0);
  const wasServiced = listActiveClaims(fields.status).some(
    ({ claim }) => claim.value === "serviced",
  );
  if (wasServiced) {
    for (const field of ["electricity", "water", "internalRoads"] as const)
      raise(field, INDICATOR_SCALE.partial, "serviced");
  }
  const certain = Math.max(named, credible, operating ? 1 : 0);
  if (operating || named > 0) {
    for (const field of ["plotDemarcation", "internalRoads"] as const)
      raise(field, INDICATOR_SCALE.partial, "producing");
  }
  if (certain > 0) {
    for (const field of ["enterprisesProducing", "enterprisesAdmitted"] as const)
      raise(field, Math.min(1, certain / getFullCount(field, values)), "producing-firms");
  }
  if (values.legalStatus === "developer-bound") raise("developmentAgreement", 1, "developer-bound");
  if (values.status === "not-started") {
    for (const field of ["enterprisesProducing", "plotsBuiltPct"] as const)
      if (!implied.has(field)) implied.set(field, { low: 0, high: 0, by: "not-started" });
  }
  return implied;
}

function applyImplied(bounds: ScoreBounds, implied: Implied | undefined): ScoreBounds {
  if (!implied) return bounds;
  const low = Math.max(bounds.low, implied.low);
  const high = Math.max(low, Math.min(bounds.high, implied.high));
  if (low === bounds.low && high === bounds.high) return bounds;
  return { low, high, known: false, impliedBy: implied.by };
}
