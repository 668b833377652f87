import type { FieldSpec, FieldValue } from "../catalogue/kinds";
import { getStep } from "../catalogue/vocabularies";
import { type Day, daysBetween, type PartialDate } from "../time/day";
import { type Claim, CONFIDENCES, type Decision } from "./ledger-records";
import { effectiveDateAt } from "./source-date-corrections";
import { differs } from "./value-equality";

/** What resolution looks at in a claim, beside its day and its decisions. */
export type WeighedClaim = Pick<Claim, "id" | "revision" | "value" | "confidence">;

/** A claim with what resolution needs to know of it. */
export interface Evidence<C extends WeighedClaim = Claim> {
  readonly claim: C;
  /** Year, month or day from which the claim is said to hold, no more precise than its source. */
  readonly date: PartialDate;
  /** First day of it. */
  readonly effectiveOn: Day;
  /** Every decision on the claim, in order of writing. */
  readonly decisions: readonly Decision[];
  /** Later revisions that dated its source anew, in order; absent: none did. See `effectiveDateAt`. */
  readonly redated?: readonly Redating[];
}

/** A date that a claim bears from a revision on, since its source was dated anew. */
export interface Redating {
  readonly revision: number;
  readonly date: PartialDate;
}

/** The day looked at and the revision up to which the tracker's knowledge counts. */
export interface Moment {
  readonly asOf: Day;
  readonly knownOn: number;
}

/** Where a rival stands: counted, set aside by a preferred claim, or deprecated. */
export type Standing = "live" | "set-aside" | "deprecated";

/** Another claim on the same field. */
export interface Rival<C extends WeighedClaim = Claim> {
  readonly evidence: Evidence<C>;
  readonly standing: Standing;
  /** Does it contradict the value shown (after the excuses of domain.md, section 1, rule 3)? */
  readonly contradicts: boolean;
  /** The decision that put it where it stands, with its reason; null for a live rival. */
  readonly decision: Decision | null;
}

/** `contested`: a live rival contradicts. `settled`: every rival that does was set aside or deprecated. */
export type Mark = "contested" | "settled" | null;

/** What shows for one field of one subject. */
export interface Resolution<C extends WeighedClaim = Claim> {
  /** Null is unknown. */
  readonly value: FieldValue;
  /** The claim that shows; null where no live claim exists. A null value with a claim: the source says "not known". */
  readonly evidence: Evidence<C> | null;
  readonly mark: Mark;
  readonly rivals: readonly Rival<C>[];
}

interface Judged<C extends WeighedClaim = WeighedClaim> {
  readonly evidence: Evidence<C>;
  readonly decision: Decision;
}

/** What shows where nothing is claimed. */
const NOTHING: Resolution<never> = { value: null, evidence: null, mark: null, rivals: [] };

/** An older claim of a thing that changes is history, not contradiction, once it is this many days older. */
const HISTORY_DAYS = 365;

/**
 * Which value of a field shows, by the rules of domain.md, section 1. Pure; the order of the
 * evidence does not matter.
 * @param spec the field's catalogue entry
 * @param evidence every claim on one field of one subject
 * @param moment the day looked at and the last revision that counts
 */
export function resolve<C extends WeighedClaim>(
  spec: FieldSpec,
  evidence: readonly Evidence<C>[],
  moment: Moment,
): Resolution<C> {
  if (evidence.length === 0) return NOTHING;
  const judged = evidence.flatMap((item) => judgedAt(item, moment));
  const live = judged.filter(({ decision }) => isLive(decision));
  // The latest preference covers all that any earlier one covers, so it alone decides.
  const preference = latest(live.filter(isPreferred).map(({ decision }) => decision));
  const setAside = (item: Judged) =>
    preference !== null &&
    !isPreferred(item) &&
    item.evidence.claim.revision <= preference.revision;
  const winner = live.filter((item) => !setAside(item)).sort(byPrecedence)[0];

  const rivals = judged
    .filter((item) => item !== winner && item.decision.kind !== "retracted")
    .sort(byPrecedence)
    .map((item): Rival<C> => {
      const { evidence: rival, decision } = item;
      const contradiction = winner !== undefined && contradicts(spec, winner.evidence, rival);
      if (!isLive(decision)) {
        return { evidence: rival, standing: "deprecated", contradicts: contradiction, decision };
      }
      return setAside(item)
        ? {
            evidence: rival,
            standing: "set-aside",
            contradicts: contradiction,
            decision: preference,
          }
        : { evidence: rival, standing: "live", contradicts: contradiction, decision: null };
    });

  return {
    value: winner?.evidence.claim.value ?? null,
    evidence: winner?.evidence ?? null,
    mark: markOf(rivals),
    rivals,
  };
}

/** The claim with its decision by then; nothing where it did not hold yet, was not known yet, or waits for review. */
function judgedAt<C extends WeighedClaim>(
  recorded: Evidence<C>,
  { asOf, knownOn }: Moment,
): Judged<C>[] {
  const evidence = effectiveDateAt(recorded, knownOn);
  if (evidence.effectiveOn > asOf || evidence.claim.revision > knownOn) return [];
  const decision = latest(evidence.decisions.filter((d) => d.revision <= knownOn));
  return decision ? [{ evidence, decision }] : [];
}

function latest(decisions: readonly Decision[]): Decision | null {
  return decisions.reduce<Decision | null>(
    (last, decision) => (last && !isLater(decision, last) ? last : decision),
    null,
  );
}

function isLater(a: Decision, b: Decision): boolean {
  return a.revision === b.revision ? a.sequence > b.sequence : a.revision > b.revision;
}

function isLive(decision: Decision): boolean {
  return decision.kind === "published" || decision.kind === "preferred";
}

function isPreferred({ decision }: Judged): boolean {
  return decision.kind === "preferred";
}

function byPrecedence(a: Judged, b: Judged): number {
  const left = a.evidence;
  const right = b.evidence;
  if (left.effectiveOn !== right.effectiveOn) return left.effectiveOn > right.effectiveOn ? -1 : 1;
  const confidence =
    CONFIDENCES.indexOf(right.claim.confidence) - CONFIDENCES.indexOf(left.claim.confidence);
  if (confidence !== 0) return confidence;
  if (left.claim.revision !== right.claim.revision) {
    return right.claim.revision - left.claim.revision;
  }
  return left.claim.id > right.claim.id ? -1 : 1;
}

function markOf(rivals: readonly Rival<WeighedClaim>[]): Mark {
  const against = rivals.filter((rival) => rival.contradicts);
  if (against.length === 0) return null;
  return against.some((rival) => rival.standing === "live") ? "contested" : "settled";
}

function contradicts(
  spec: FieldSpec,
  shown: Evidence<WeighedClaim>,
  rival: Evidence<WeighedClaim>,
): boolean {
  if (spec.group === "targets") return false;
  if (!differs(spec, shown.claim.value, rival.claim.value)) return false;
  if (rival.effectiveOn >= shown.effectiveOn) return true;
  const direction = getDirection(spec, rival.claim.value, shown.claim.value);
  if (direction === "up") return false;
  if (spec.behaviour === "fixed" || direction === "down") return true;
  return daysBetween(rival.effectiveOn, shown.effectiveOn) <= HISTORY_DAYS;
}

/** Did an `ordered` or `grows` field go up or down from the older value to the newer? */
export function getDirection(
  spec: FieldSpec,
  older: FieldValue,
  newer: FieldValue,
): "up" | "down" | null {
  const from = rankOf(spec, older);
  const to = rankOf(spec, newer);
  if (from === null || to === null || from === to) return null;
  return from < to ? "up" : "down";
}

function rankOf(spec: FieldSpec, value: FieldValue): number | null {
  if (spec.behaviour === "ordered" && spec.kind === "choice")
    return getStep(spec.vocabulary, value);
  if (spec.behaviour === "grows" && typeof value === "number") return value;
  return null;
}
