import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import type { ImpliedBound } from "../catalogue/implied-bounds";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import type { ZoneRecord } from "../evidence/registry";
import {
  byPrecedence,
  claimsDiffer,
  type Evidence,
  getDirection,
  isContradicted,
  listActiveClaims,
  type WeighedClaim,
} from "../evidence/resolve";
import { isWeakClaim } from "../evidence/support";
import { INDICATORS } from "./indicators";
import { computeScore, type FULL_COUNT, getFullCount, INDICATOR_SCALE } from "./scale";

/** The score of an indicator where the displayed value alone does not give it. */
export interface ScoreBounds {
  /** The least and the greatest score that the evidence allows, 0–1. */
  readonly low: number;
  readonly high: number;
  /** Does the value count as known? False where it is unknown, or weak without a sure claim that says as much or less. */
  readonly known: boolean;
  /** What other evidence raised the low or lowered the high end; null: nothing. */
  readonly impliedBy: ImpliedBound | null;
}

/** The bounds of a zone's indicators; an indicator whose displayed value alone gives its score is absent. */
export type IndicatorBounds = Readonly<Partial<Record<ZoneFieldKey, ScoreBounds>>>;

/** A zone as its bounds are computed from it. */
type BoundedZone = Pick<ZoneRecord<WeighedClaim>, "fields" | "values" | "support" | "named">;

/** What other evidence implies for one indicator. */
interface Implied {
  readonly low: number;
  readonly high: number;
  readonly by: ImpliedBound;
}

/**
 * The bounds of a zone's indicators (docs/domain.md, section 3): a value reaches from the least claim that is not older to
 * the greatest that agrees or contradicts, a weak one counts by the sure claim below it, and other evidence raises the
 * low end.
 * @param revision the last revision that is taken as known
 */
export function listBounds(zone: BoundedZone, revision: number): IndicatorBounds {
  const own = new Map(INDICATORS.map((field) => [field, boundByOwnClaims(zone, field, revision)]));
  const producing = own.get("enterprisesProducing");
  const counted = producing?.known ? producing.least : 0;
  const implied = listImplied(zone, counted);
  const bounds: Partial<Record<ZoneFieldKey, ScoreBounds>> = {};
  for (const field of INDICATORS) {
    const base = own.get(field);
    const score = computeScore(zone.values, field);
    if (!base || score === NOT_APPLICABLE) continue;
    const bounded = applyImplied(base, implied.get(field));
    if (!isGivenByValue(bounded, score)) bounds[field] = bounded;
  }
  return bounds;
}

function isGivenByValue(
  { low, high, known, impliedBy }: ScoreBounds,
  score: number | null,
): boolean {
  if (score === null) return low === 0 && high === 1;
  return known && low === score && high === score && impliedBy === null;
}

/** The bounds by an indicator's own claims, with the least number that they give. */
interface OwnBounds extends ScoreBounds {
  readonly least: number;
}

/** The bounds that the claims on the indicator itself give; null where it does not apply. */
function boundByOwnClaims(
  zone: BoundedZone,
  field: ZoneFieldKey,
  revision: number,
): OwnBounds | null {
  const score = computeScore(zone.values, field);
  if (score === NOT_APPLICABLE) return null;
  const resolution = zone.fields[field];
  const { evidence: displayed } = resolution;
  if (score === null || displayed === null) {
    return { low: 0, high: 1, known: false, impliedBy: null, least: 0 };
  }
  const scoreOf = ({ claim: { value } }: Evidence<WeighedClaim>): number | null => {
    const other = computeScore({ ...zone.values, [field]: value }, field);
    return typeof other === "number" ? other : null;
  };
  const spec = fieldSpec(field);
  const live = listActiveClaims(resolution);
  const scores = (claims: readonly Evidence<WeighedClaim>[]) =>
    claims.flatMap((claim) => scoreOf(claim) ?? []);
  const agreeingOrAgainst = live.filter(
    (rival) =>
      !claimsDiffer(spec, displayed.claim, rival.claim) ||
      isContradicted(spec, displayed, rival, live),
  );
  const high = Math.max(...scores(agreeingOrAgainst));
  const base = zone.support[field]?.weak ? findSureClaim(zone, field, live, revision) : displayed;
  if (base === null) return { low: 0, high, known: false, impliedBy: null, least: 0 };
  const notOlder = live.filter(({ effectiveOn }) => effectiveOn >= base.effectiveOn);
  const numbers = notOlder.map(({ claim }) => claim.value).filter((one) => typeof one === "number");
  return {
    low: Math.min(...scores(notOlder)),
    high,
    known: true,
    impliedBy: null,
    least: Math.min(...numbers),
  };
}

/**
 * The claim by which a weak value counts: of the other live claims that are not weak, no later, and agree with it or say
 * less, the one that would be displayed; null: there is none.
 */
function findSureClaim(
  { fields, named }: BoundedZone,
  field: ZoneFieldKey,
  live: readonly Evidence<WeighedClaim>[],
  revision: number,
): Evidence<WeighedClaim> | null {
  const spec = fieldSpec(field);
  const resolution = fields[field];
  const { evidence: displayed } = resolution;
  if (displayed === null) return null;
  const sure = live.filter(
    (other) =>
      other !== displayed &&
      other.claim.value !== null &&
      other.effectiveOn <= displayed.effectiveOn &&
      (!claimsDiffer(spec, displayed.claim, other.claim) ||
        getDirection(spec, other.claim.value, displayed.claim.value) === "up") &&
      !isWeakClaim(field, other, resolution, revision, named),
  );
  return sure.sort(byPrecedence)[0] ?? null;
}

/**
 * What the other evidence on a zone implies, by indicator.
 * @param counted the least number of producing firms by the claims on it; 0: none counts as known
 */
function listImplied(
  { fields, values, named }: BoundedZone,
  counted: number,
): ReadonlyMap<ZoneFieldKey, Implied> {
  const implied = new Map<ZoneFieldKey, Implied>();
  const raise = (field: ZoneFieldKey, low: number, by: ImpliedBound) => {
    const before = implied.get(field);
    if (!before || before.low < low) implied.set(field, { low, high: 1, by });
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
  const producing = Math.max(named.producing, counted, operating ? 1 : 0);
  if (operating || named.producing > 0) {
    for (const field of ["plotDemarcation", "internalRoads"] as const)
      raise(field, INDICATOR_SCALE.partial, "producing");
  }
  const raiseCount = (field: keyof typeof FULL_COUNT, firms: number, by: ImpliedBound) => {
    if (firms > 0) raise(field, Math.min(1, firms / getFullCount(field, values)), by);
  };
  raiseCount("enterprisesProducing", producing, "producing-firms");
  raiseCount("enterprisesAdmitted", producing, "producing-firms");
  raiseCount("enterprisesAdmitted", named.admitted, "named-firms");
  if (values.legalStatus === "developer-bound") raise("developmentAgreement", 1, "developer-bound");
  if (values.status === "not-started") {
    for (const field of ["enterprisesProducing", "plotsBuiltPct"] as const)
      if (!implied.has(field)) implied.set(field, { low: 0, high: 0, by: "not-started" });
  }
  return implied;
}

/** The low end of every indicator rises; the high end falls only where the indicator is not known. */
function applyImplied(
  { least: _, ...bounds }: OwnBounds,
  implied: Implied | undefined,
): ScoreBounds {
  if (!implied) return bounds;
  const low = Math.max(bounds.low, implied.low);
  const high = Math.max(low, bounds.known ? bounds.high : Math.min(bounds.high, implied.high));
  if (low === bounds.low && high === bounds.high) return bounds;
  return { ...bounds, low, high, impliedBy: implied.by };
}
