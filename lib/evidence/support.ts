import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import {
  claimsDiffer,
  type Evidence,
  type Resolution,
  type Rival,
  type WeighedClaim,
} from "./resolve";
import { SUPPORTS, type Support } from "./support-levels";

/** The support of a displayed value. */
export interface ValueSupport {
  readonly support: Support;
  /**
   * The shown claim has low confidence, and no agreeing claim has another origin or a higher confidence. A weak value
   * is shown with a mark and does not count as known.
   */
  readonly weak: boolean;
  /** The publishers that agree, that of the shown claim included. */
  readonly voices: number;
}

/** The publisher of a claim's source as known by a revision, folded. */
export function publisherAt(
  { voices }: Pick<Evidence<WeighedClaim>, "voices">,
  revision: number,
): string {
  const known = voices.findLast((voice) => voice.revision <= revision) ?? voices[0];
  return known?.name ?? "";
}

/** The named firms of a zone: those that are admitted or have come further, and the producers. */
export interface NamedFirms {
  readonly admitted: number;
  readonly producing: number;
}

/**
 * The support of a field's displayed value; null where the value is unknown.
 * @param revision the last revision that is taken as known
 * @param named the firms of the zone; null for a field of a firm
 */
export function getSupport(
  field: FieldKey,
  resolution: Resolution<WeighedClaim>,
  revision: number,
  named: NamedFirms | null,
): ValueSupport | null {
  const { value, evidence, rivals, progress } = resolution;
  if (value === null || evidence === null) return null;
  if (progress && progress.implied.length > 0) return getClaimsSupport(progress.implied, revision);
  const agreeing = [evidence, ...listAgreeing(field, evidence, rivals)];
  const { support, voices } = getClaimsSupport(agreeing, revision);
  return shareSupport(support, isWeakClaim(field, evidence, resolution, revision, named), voices);
}

/** The support of claims that agree; they are not weak together. */
export function getClaimsSupport(
  agreeing: readonly Evidence<WeighedClaim>[],
  revision: number,
): ValueSupport {
  const voices = new Set(agreeing.map((item) => publisherAt(item, revision))).size;
  const independent = agreeing.some(({ claim }) => claim.origin === "independent");
  return shareSupport(
    independent ? "independent" : voices > 1 ? "corroborated" : "single",
    false,
    voices,
  );
}

/**
 * Is a claim weak? Its confidence is low, and no claim that agrees with it has another origin or a higher confidence. Or it is
 * a developer's or a firm's count of more firms than are named, which nobody else gives.
 * @param resolution that of the claim's field, with the displayed claim and all rivals
 * @param named the firms of the zone; null for a field of a firm
 */
export function isWeakClaim(
  field: FieldKey,
  evidence: Evidence<WeighedClaim>,
  resolution: Resolution<WeighedClaim>,
  revision: number,
  named: NamedFirms | null,
): boolean {
  const { value, origin, confidence } = evidence.claim;
  const others = listAgreeing(field, evidence, listOthers(resolution, evidence));
  const strengthened = others.some(
    ({ claim }) => claim.origin !== origin || claim.confidence !== "low",
  );
  if (confidence === "low" && !strengthened) return true;
  if (named === null || typeof value !== "number") return false;
  if (field !== "enterprisesAdmitted" && field !== "enterprisesProducing") return false;
  const known = field === "enterprisesAdmitted" ? named.admitted : named.producing;
  return (
    (origin === "developer" || origin === "tenant") &&
    value > known &&
    getClaimsSupport([evidence, ...others], revision).support === "single"
  );
}

/** The other claims on a field, seen from one of them. */
function listOthers<C extends WeighedClaim>(
  { evidence: displayed, rivals }: Resolution<C>,
  { claim }: Evidence<C>,
): readonly Pick<Rival<C>, "evidence" | "standing">[] {
  if (displayed === null || displayed.claim.id === claim.id) return rivals;
  return [
    { evidence: displayed, standing: "live" as const },
    ...rivals.filter(({ evidence }) => evidence.claim.id !== claim.id),
  ];
}

/** The claims that agree with one that has a value. */
export function listAgreeing<C extends WeighedClaim>(
  field: FieldKey,
  { claim: displayed }: Evidence<C>,
  others: readonly Pick<Rival<C>, "evidence" | "standing">[],
): Evidence<C>[] {
  const spec = fieldSpec(field);
  return (
    others
      // A claim that a preferred one sets aside is still published: it agrees or it does not.
      .filter(({ standing }) => standing !== "deprecated")
      .map(({ evidence }) => evidence)
      .filter(({ claim }) => claim.value !== null && !claimsDiffer(spec, displayed, claim))
  );
}

const shared = new Map<number, ValueSupport>();

/** Equal ones are one object: there are few, and every known value has one. */
function shareSupport(support: Support, weak: boolean, voices: number): ValueSupport {
  const key = (voices * SUPPORTS.length + SUPPORTS.indexOf(support)) * 2 + Number(weak);
  const known = shared.get(key) ?? { support, weak, voices };
  shared.set(key, known);
  return known;
}

/** Known values by their support. */
export interface SupportCounts {
  readonly known: number;
  readonly single: number;
  readonly corroborated: number;
  readonly independent: number;
  /** Of the known: those whose evidence is weak. */
  readonly weak: number;
}

/**
 * Counts the known values of zones by their support. Names, places and the day of the last search are the register's own
 * and are not counted.
 */
export function countRowSupport(
  rows: readonly {
    readonly support: Readonly<Partial<Record<ZoneFieldKey, Support>>>;
    readonly weak: readonly ZoneFieldKey[];
  }[],
): SupportCounts {
  const counts = { known: 0, single: 0, corroborated: 0, independent: 0, weak: 0 };
  for (const { support, weak } of rows) {
    for (const key of EVIDENCE_FIELDS) {
      const found = support[key];
      if (!found) continue;
      counts.known += 1;
      counts[found] += 1;
      if (weak.includes(key)) counts.weak += 1;
    }
  }
  return counts;
}

/** Fields that are found in sources, not given by the register. */
const EVIDENCE_FIELDS = ZONE_FIELD_KEYS.filter(
  (key) => fieldSpec(key).group !== "identity" && key !== "lastSearchedOn",
);
