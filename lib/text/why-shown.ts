import type { FieldSpec } from "@/lib/catalogue/kinds";
import type { Decision } from "@/lib/evidence/ledger-records";
import {
  type Evidence,
  getDirection,
  getPreference,
  type Resolution,
  type Rival,
} from "@/lib/evidence/resolve";
import type { Text } from "./text";

/**
 * Why a value is displayed and not another: which reports are valid, which rule of resolution decided,
 * and whether anything still contradicts the value.
 * @param revision the last revision that counts
 */
export function explainValue(
  text: Text,
  spec: FieldSpec,
  resolution: Resolution,
  revision: number,
): string {
  const { evidence, rivals } = resolution;
  if (evidence === null) {
    return rivals.length === 0
      ? text.t("ledger.why.noReport")
      : text.t("ledger.why.noneUsed", { count: rivals.length });
  }
  const preference = getPreference(evidence, revision);
  const conflict = describeConflict(text, spec, resolution, preference !== null);
  const choice = describeChoice(text, evidence, rivals, preference, conflict === null);
  return conflict === null ? choice : `${choice} ${conflict}`;
}

/** @param agree no valid report contradicts the value */
function describeChoice(
  { t }: Text,
  shown: Evidence,
  rivals: readonly Rival[],
  preference: Decision | null,
  agree: boolean,
): string {
  if (preference) {
    return preference.reason ? t("ledger.why.preferredForReason") : t("ledger.why.preferred");
  }
  const next = rivals.find(({ standing }) => standing === "live");
  if (next) {
    const others = rivals.every(({ standing }) => standing === "live") ? "none" : "some";
    const rule = getRule(shown, next.evidence);
    if (rule === "recent") {
      return agree
        ? t("ledger.why.rule.recentConsistent", { others })
        : t("ledger.why.rule.recent", { others });
    }
    const words = t(`ledger.why.rule.${rule}`);
    return agree ? `${words} ${t("ledger.why.consistent")}` : words;
  }
  if (rivals.some(({ standing }) => standing === "set-aside")) {
    return t("ledger.why.newerThanDecision");
  }
  if (rivals.length > 0) return t("ledger.why.othersNotUsed", { count: rivals.length });
  return shown.claim.value === null
    ? t("ledger.why.onlySourceNotKnown")
    : t("ledger.why.onlySource");
}

/** The rule by which the displayed claim comes before the next active one. */
function getRule(shown: Evidence, next: Evidence): "recent" | "confidence" | "recorded" | "order" {
  if (shown.effectiveOn !== next.effectiveOn) return "recent";
  if (shown.claim.confidence !== next.claim.confidence) return "confidence";
  return shown.claim.revision === next.claim.revision ? "order" : "recorded";
}

/** What contradicts the value, or did before an editor decided; null where nothing is left to say. */
function describeConflict(
  { t }: Text,
  spec: FieldSpec,
  { evidence, mark, rivals }: Resolution,
  preferred: boolean,
): string | null {
  const against = rivals.filter(({ contradicts }) => contradicts);
  if (mark === "contested" && evidence) {
    const live = against.filter(({ standing }) => standing === "live");
    const [only] = live;
    const conflict =
      live.length === 1 && only
        ? t(`ledger.why.contradiction.${getContradiction(spec, evidence, only.evidence)}`)
        : t("ledger.why.contradiction.several", { count: String(live.length) });
    return `${conflict} ${t("ledger.why.unresolved")}`;
  }
  // A preference, or that nothing else is used, was said in the first sentence.
  const alone = rivals.every(({ standing }) => standing === "deprecated");
  return mark === "settled" && !alone && !preferred
    ? t("ledger.why.resolved", { count: against.length })
    : null;
}

function getContradiction(
  spec: FieldSpec,
  shown: Evidence,
  rival: Evidence,
): "sameTime" | "higher" | "fixed" | "older" {
  if (rival.effectiveOn >= shown.effectiveOn) return "sameTime";
  if (getDirection(spec, rival.claim.value, shown.claim.value) === "down") return "higher";
  return spec.behaviour === "fixed" ? "fixed" : "older";
}
