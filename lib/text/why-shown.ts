import type { FieldSpec, FieldValue } from "@/lib/catalogue/kinds";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { Decision } from "@/lib/evidence/ledger-records";
import { type Evidence, latestDecision, type Resolution, type Rival } from "@/lib/evidence/resolve";

/**
 * Why a value shows and not another, in plain words: which claims count, which of the rules of
 * resolution decided, and whether anything still contradicts it.
 * @param knownOn the last revision that counts
 */
export function whyThisShows(spec: FieldSpec, resolution: Resolution, knownOn: number): string {
  const { evidence, rivals } = resolution;
  if (evidence === null) {
    return rivals.length === 0
      ? "No claim was found, so the value is unknown. That is not the same as none."
      : `${everyClaim(rivals.length)} deprecated, so nothing counts and the value is unknown.`;
  }
  const preference = preferenceOf(evidence, knownOn);
  return [
    choiceWords(evidence, rivals, preference),
    contradictionWords(spec, resolution, preference !== null),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function everyClaim(count: number): string {
  if (count === 1) return "The only claim was";
  return count === 2 ? "Both claims were" : `All ${count} claims were`;
}

function choiceWords(
  shown: Evidence,
  rivals: readonly Rival[],
  preference: Decision | null,
): string {
  if (preference) {
    return preference.reason
      ? "A judgement prefers this claim, for the reason given with it."
      : "A judgement prefers this claim.";
  }
  const next = rivals.find((rival) => rival.standing === "live");
  const setAside = rivals.some((rival) => rival.standing === "set-aside");
  if (!next && setAside) {
    return "This claim is newer than the judgement on the others, so it shows.";
  }
  if (!next) {
    if (rivals.length > 0) {
      return rivals.length === 1
        ? "Only this claim counts; the other was deprecated, for the reason given with it."
        : `Only this claim counts; the other ${rivals.length} were deprecated, for the reasons given with them.`;
    }
    return shown.claim.value === null
      ? "Only this source speaks of it, and it says that it is not known."
      : "Only this claim speaks of it.";
  }
  const rule = precedenceWords(shown, next.evidence);
  return rivals.every((rival) => rival.standing === "live")
    ? rule
    : `Of those that count: ${lowered(rule)}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** By which rule the claim shown comes before the next one that counts. */
function precedenceWords(shown: Evidence, next: Evidence): string {
  if (shown.effectiveOn !== next.effectiveOn) return "The later day shows.";
  if (shown.claim.confidence !== next.claim.confidence) {
    return "Both speak of the same day; the one held with more confidence shows.";
  }
  if (shown.claim.revision !== next.claim.revision) {
    return "Both speak of the same day with the same confidence; the one recorded later shows.";
  }
  return "Nothing in the rules parts these claims, so a fixed order decides: the same one always shows.";
}

function contradictionWords(
  spec: FieldSpec,
  { evidence, mark, rivals }: Resolution,
  preferred: boolean,
): string {
  const against = rivals.filter((rival) => rival.contradicts);
  if (mark === "contested" && evidence) {
    const live = against.filter((rival) => rival.standing === "live");
    const [only] = live;
    return live.length === 1 && only
      ? `${oneAgainst(spec, evidence, only.evidence)} Nobody has settled it.`
      : `${live.length} other claims contradict it. Nobody has settled it.`;
  }
  // Where nothing else counts, the first sentence has said so already.
  const alone = rivals.every((rival) => rival.standing === "deprecated");
  if (mark === "settled" && !(alone && !preferred)) {
    return against.length === 1
      ? "One claim that contradicts it no longer counts, for the reason given with it."
      : `${against.length} claims that contradict it no longer count, for the reasons given with them.`;
  }
  return rivals.some((rival) => rival.standing === "live")
    ? "No other claim contradicts it: they agree, or they are its history."
    : "";
}

function oneAgainst(spec: FieldSpec, shown: Evidence, rival: Evidence): string {
  if (rival.effectiveOn >= shown.effectiveOn) return "Another claim of that time contradicts it.";
  if (isHigher(spec, rival.claim.value, shown.claim.value)) {
    return "The older claim says more than the newer, so the two contradict.";
  }
  return spec.behaviour === "fixed"
    ? "This does not change with time, so an older claim contradicts it at any age."
    : "An older claim, less than a year before it, contradicts it.";
}

/** Is one value of a field that only rises above another? */
function isHigher(spec: FieldSpec, value: FieldValue, other: FieldValue): boolean {
  if (typeof value === "number" && typeof other === "number") {
    return spec.behaviour === "grows" && value > other;
  }
  if (spec.kind !== "choice" || spec.behaviour !== "ordered") return false;
  const [step, otherStep] = [getStep(spec.vocabulary, value), getStep(spec.vocabulary, other)];
  return step !== null && otherStep !== null && step > otherStep;
}

function preferenceOf({ decisions }: Evidence, knownOn: number): Decision | null {
  const last = latestDecision(decisions, knownOn);
  return last?.kind === "preferred" ? last : null;
}
