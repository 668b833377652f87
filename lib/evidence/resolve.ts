import type { FieldSpec, FieldValue } from "../catalogue/kinds";
import { getStep, includesStep } from "../catalogue/vocabularies";
import { type Day, daysBetween, firstDay, type PartialDate } from "../time/day";
import { type Claim, CONFIDENCES, type Decision } from "./ledger-records";
import { effectiveDateAt } from "./source-versions";
import type { ValueSupport } from "./support";
import { differs } from "./value-equality";

/** The parts of a claim that resolution reads, beside its day and its decisions. */
export type WeighedClaim = Pick<
  Claim,
  "id" | "revision" | "value" | "confidence" | "origin" | "decline" | "money"
>;

/** A claim with its day and its decisions. */
export interface Evidence<C extends WeighedClaim = Claim> {
  readonly claim: C;
  /** Year, month or day from which the claim is in effect, as precise as its source. */
  readonly date: PartialDate;
  /** The first day of `date`. */
  readonly effectiveOn: Day;
  /** The decisions on the claim beside its publication. */
  readonly decisions: readonly Decision[];
  /** Present: its own revision did not publish it. It waits for review until a decision publishes it. */
  readonly waits?: true;
  /** Who publishes its source, in order of revision, never empty; see `publisherAt`. */
  readonly voices: readonly Voice[];
  /** Dates from later corrections of its source, in order of revision; absent: none. See `effectiveDateAt`. */
  readonly corrections?: readonly DateCorrection[];
}

/** The publisher of a source from one revision on, folded so that one publisher is one voice. */
export interface Voice {
  readonly revision: number;
  readonly name: string;
}

/** The date of a claim from one revision on, after its source's date was corrected. */
export interface DateCorrection {
  readonly revision: number;
  readonly date: PartialDate;
}

/** A day, and the last revision that is taken as known. */
export interface Moment {
  readonly asOf: Day;
  readonly revision: number;
}

/** Standing of a rival: active, not used because another claim is preferred, or deprecated. */
export type Standing = "live" | "set-aside" | "deprecated";

/** Another claim on the same field. */
export interface Rival<C extends WeighedClaim = Claim> {
  readonly evidence: Evidence<C>;
  readonly standing: Standing;
  /** Does it contradict the displayed value, by the exceptions of domain.md, section 1, rule 3? */
  readonly contradicts: boolean;
  /** The decision behind its standing; null for an active rival. */
  readonly decision: Decision | null;
}

/** `contested`: an active rival contradicts. `settled`: every contradicting rival is deprecated or not used. */
export const MARKS = ["contested", "settled"] as const;
/** One of these marks; null: no other claim that was ever valid contradicts. */
export type Mark = (typeof MARKS)[number] | null;

/** The displayed value of one field of one subject, and the claims behind it. */
export interface Resolution<C extends WeighedClaim = Claim> {
  /** Null is unknown. */
  readonly value: FieldValue;
  /** The displayed claim; null where there is no active claim. A null value with a claim: the source says "not known". */
  readonly evidence: Evidence<C> | null;
  readonly mark: Mark;
  readonly rivals: readonly Rival<C>[];
  /** How well the value is supported, for the fields of zones and firms in a registry; null: the value is unknown. */
  readonly support?: ValueSupport | null;
  /** Only for the displayed progress on site of a zone: its two days; see `resolveProgress`. */
  readonly progress?: ProgressDates<C>;
}

/** From when to when a step of progress is reported. */
export interface ProgressDates<C extends WeighedClaim = Claim> {
  /** The claims of the producers that show the step, where the claims on progress say less; else empty. */
  readonly implied: readonly Evidence<C>[];
  /** From when on exactly this step has been displayed without a break; null: progress is unknown. */
  readonly since: PartialDate | null;
  /** The newest claim of this step or a higher one, or of a producer where the producers reach the step; null: unknown. */
  readonly lastReported: PartialDate | null;
}

/** Does a step of progress follow from the zone's producers, because the claims on progress say less? */
export function isImplied({ progress }: Pick<Resolution<WeighedClaim>, "progress">): boolean {
  return (progress?.implied.length ?? 0) > 0;
}

/** A claim that is in effect and known at a moment, with its latest decision. */
export interface JudgedClaim<C extends WeighedClaim = Claim> {
  /** With its date as known at the moment. */
  readonly evidence: Evidence<C>;
  readonly decision: Decision;
}

/** Nothing is known. */
export const UNKNOWN: Resolution<never> = { value: null, evidence: null, mark: null, rivals: [] };

/** A claim on a changing fact that is older by more than this is history, not a contradiction. */
const HISTORY_DAYS = 365;

/**
 * The value that a field displays, by the rules of domain.md, section 1. Pure; the order of the
 * evidence and of its decisions does not matter.
 * @param spec the field's catalogue entry
 * @param evidence every claim on one field of one subject
 */
export function resolve<C extends WeighedClaim>(
  spec: FieldSpec,
  evidence: readonly Evidence<C>[],
  moment: Moment,
): Resolution<C> {
  if (evidence.length === 1) {
    // Most fields have one claim.
    const only = evidence[0] && judgeClaim(evidence[0], moment);
    if (!only) return UNKNOWN;
    if (isLive(only.decision)) {
      const { value } = only.evidence.claim;
      return { value, evidence: only.evidence, mark: null, rivals: UNKNOWN.rivals };
    }
  }
  const judged = evidence.flatMap((item) => judgeClaim(item, moment) ?? []);
  const live = judged.filter(({ decision }) => isLive(decision));
  // The latest preference covers every claim that an earlier one covers, so it alone decides.
  const preference = findLast(
    live.filter(isPreferred).map(({ decision }) => decision),
    moment.revision,
  );
  const setAside = (item: JudgedClaim<C>) =>
    preference !== null &&
    !isPreferred(item) &&
    item.evidence.claim.revision <= preference.revision;
  const inUse = live.filter((item) => !setAside(item)).sort(byStanding);
  const winner = inUse[0];
  const declines = inUse.map(({ evidence }) => evidence).filter(({ claim }) => claim.decline);

  const rivals = judged
    .filter((item) => item !== winner && item.decision.kind !== "retracted")
    .sort(byStanding)
    .map((item): Rival<C> => {
      const { evidence: rival, decision } = item;
      const contradiction =
        winner !== undefined && contradicts(spec, winner.evidence, rival, declines);
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
    mark: getMark(rivals),
    // Most fields have no rivals: they share one list.
    rivals: rivals.length > 0 ? rivals : UNKNOWN.rivals,
  };
}

/** A claim with its latest decision; null where it is not in effect yet, not known yet, or waits for review. */
export function judgeClaim<C extends WeighedClaim>(
  recorded: Evidence<C>,
  { asOf, revision }: Moment,
): JudgedClaim<C> | null {
  const evidence = effectiveDateAt(recorded, revision);
  if (evidence.effectiveOn > asOf || evidence.claim.revision > revision) return null;
  const decision = latestDecision(evidence, revision);
  return decision && { evidence, decision };
}

/**
 * The last decision on a claim by a revision, in any order of its decisions; null where the claim is not known yet or waits
 * for review.
 */
export function latestDecision(
  evidence: Pick<Evidence<WeighedClaim>, "claim" | "decisions" | "waits">,
  revision: number,
): Decision | null {
  return findLast(evidence.decisions, revision) ?? getPublication(evidence, revision);
}

/** The publication of a claim, before all other decisions on it; null where it waits, or is not known by a revision. */
function getPublication(
  { claim: { id, revision }, waits }: Pick<Evidence<WeighedClaim>, "claim" | "waits">,
  knownOn: number,
): Decision | null {
  if (waits || revision > knownOn) return null;
  return { sequence: 0, revision, claimId: id, kind: "published", reason: null };
}

function findLast(decisions: readonly Decision[], revision: number): Decision | null {
  let last: Decision | null = null;
  for (const decision of decisions) {
    if (decision.revision <= revision && (!last || byWriting(decision, last) > 0)) last = decision;
  }
  return last;
}

/** The decision by which a claim is preferred by a revision; null where its latest decision is another. */
export function getPreference(evidence: Evidence, revision: number): Decision | null {
  const last = latestDecision(evidence, revision);
  return last?.kind === "preferred" ? last : null;
}

/** Every decision on a claim by a revision, oldest first, in any order of its decisions. */
export function listDecisions(evidence: Evidence<WeighedClaim>, revision: number): Decision[] {
  const known = evidence.decisions.filter((decision) => decision.revision <= revision);
  const publication = getPublication(evidence, revision);
  return (publication ? [publication, ...known] : known).sort(byWriting);
}

/** Compares decisions by the order in which they were written. */
function byWriting(a: Decision, b: Decision): number {
  return a.revision - b.revision || a.sequence - b.sequence;
}

/** Does a claim with this latest decision count? */
export function isLive({ kind }: Pick<Decision, "kind">): boolean {
  return kind === "published" || kind === "preferred";
}

/** What lists the claims of a field. */
type Claimed<C extends WeighedClaim> = Pick<Resolution<C>, "evidence" | "rivals" | "progress">;

/** The claims behind the displayed value: of the field, or of the firms from which a step follows; empty: unknown. */
export function listShownClaims<C extends WeighedClaim>({
  evidence,
  progress,
}: Omit<Claimed<C>, "rivals">): readonly Evidence<C>[] {
  if (progress && progress.implied.length > 0) return progress.implied;
  return evidence ? [evidence] : [];
}

/** The claims on a field, the displayed one first; withdrawn claims and those of firms are not among them. */
export function listClaims<C extends WeighedClaim>(resolution: Claimed<C>): Evidence<C>[] {
  const own = isImplied(resolution) ? [] : listShownClaims(resolution);
  return [...own, ...resolution.rivals.map((rival) => rival.evidence)];
}

/** The claims on a field that are in use, the displayed one first. */
export function listActiveClaims<C extends WeighedClaim>(resolution: Claimed<C>): Evidence<C>[] {
  const rivals = resolution.rivals.filter(({ standing }) => standing === "live");
  return listClaims({ ...resolution, rivals });
}

/** The earliest active claim with the displayed value; null where the value is unknown. */
export function getFirstReport<C extends WeighedClaim>(resolution: Claimed<C>): Evidence<C> | null {
  const shown = resolution.evidence?.claim.value ?? null;
  if (shown === null) return null;
  return listActiveClaims(resolution)
    .filter(({ claim }) => claim.value === shown)
    .reduce<Evidence<C> | null>(
      (first, claim) => (first && first.effectiveOn <= claim.effectiveOn ? first : claim),
      null,
    );
}

function isPreferred({ decision }: JudgedClaim<WeighedClaim>): boolean {
  return decision.kind === "preferred";
}

const byStanding = (a: JudgedClaim<WeighedClaim>, b: JudgedClaim<WeighedClaim>): number =>
  byPrecedence(a.evidence, b.evidence);

/** The order in which claims are displayed: the later day, the higher confidence, the later revision, the greater id. */
export function byPrecedence(left: Evidence<WeighedClaim>, right: Evidence<WeighedClaim>): number {
  if (left.effectiveOn !== right.effectiveOn) return left.effectiveOn > right.effectiveOn ? -1 : 1;
  const confidence =
    CONFIDENCES.indexOf(right.claim.confidence) - CONFIDENCES.indexOf(left.claim.confidence);
  if (confidence !== 0) return confidence;
  if (left.claim.revision !== right.claim.revision) {
    return right.claim.revision - left.claim.revision;
  }
  return left.claim.id > right.claim.id ? -1 : 1;
}

/** The mark of a value from its rivals. */
export function getMark(rivals: readonly Rival<WeighedClaim>[]): Mark {
  const against = rivals.filter((rival) => rival.contradicts);
  if (against.length === 0) return null;
  return against.some((rival) => rival.standing === "live") ? "contested" : "settled";
}

/**
 * Does a claim contradict another, as if that one were displayed?
 * @param inUse the active claims on the field
 */
export function isContradicted(
  spec: FieldSpec,
  shown: Evidence<WeighedClaim>,
  rival: Evidence<WeighedClaim>,
  inUse: readonly Evidence<WeighedClaim>[],
): boolean {
  return contradicts(
    spec,
    shown,
    rival,
    inUse.filter(({ claim }) => claim.decline),
  );
}

function contradicts(
  spec: FieldSpec,
  shown: Evidence<WeighedClaim>,
  rival: Evidence<WeighedClaim>,
  declines: readonly Evidence<WeighedClaim>[],
): boolean {
  if (spec.group === "targets") return false;
  if (!claimsDiffer(spec, shown.claim, rival.claim)) return false;
  if (rival.effectiveOn >= shown.effectiveOn) return true;
  const [older, newer] = getCompared(rival.claim, shown.claim);
  const direction = getDirection(spec, older, newer);
  if (direction === "up") return false;
  if (declines.some((decline) => isFallFrom(spec, rival, decline))) return false;
  if (spec.kind === "choice" && includesStep(spec.vocabulary, rival.claim.value, shown.claim.value))
    return false;
  if (spec.behaviour === "fixed" || direction === "down") return true;
  return daysBetween(rival.effectiveOn, shown.effectiveOn) <= HISTORY_DAYS;
}

/** Does a claim report that the value fell from that of an older one, or ended? An ended value has no step. */
function isFallFrom(
  spec: FieldSpec,
  older: Evidence<WeighedClaim>,
  decline: Evidence<WeighedClaim>,
): boolean {
  if (older.effectiveOn >= decline.effectiveOn) return false;
  const [from, to] = getCompared(older.claim, decline.claim);
  if (getDirection(spec, from, to) === "down") return true;
  return getRank(spec, from) !== null && getRank(spec, to) === null;
}

/** Two values as they are compared: sums in one currency by that currency, since rates move. */
function getCompared(
  a: Pick<WeighedClaim, "value" | "money">,
  b: Pick<WeighedClaim, "value" | "money">,
): readonly [FieldValue, FieldValue] {
  const inOneCurrency = a.money && b.money && a.money.currency === b.money.currency;
  return inOneCurrency && a.value !== null && b.value !== null
    ? [a.money.amount, b.money.amount]
    : [a.value, b.value];
}

/** Do the values of two claims on one field differ? As `differs`; sums in one currency are compared in it. */
export function claimsDiffer(
  spec: FieldSpec,
  a: Pick<WeighedClaim, "value" | "money">,
  b: Pick<WeighedClaim, "value" | "money">,
): boolean {
  return differs(spec, ...getCompared(a, b));
}

/** The direction from the older value to the newer, for `ordered` and `grows` fields; null elsewhere or where equal. */
export function getDirection(
  spec: FieldSpec,
  older: FieldValue,
  newer: FieldValue,
): "up" | "down" | null {
  const from = getRank(spec, older);
  const to = getRank(spec, newer);
  if (from === null || to === null || from === to) return null;
  return from < to ? "up" : "down";
}

function getRank(spec: FieldSpec, value: FieldValue): number | null {
  if (spec.behaviour === "ordered" && spec.kind === "choice")
    return getStep(spec.vocabulary, value);
  if (spec.behaviour !== "grows") return null;
  if (typeof value === "number") return value;
  return spec.kind === "date" && typeof value === "string" ? Date.parse(firstDay(value)) : null;
}
