import {
  fieldSpec,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "../catalogue/fields";
import { CONFIDENCES } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import type { Resolution } from "../evidence/resolve";
import { roundHalfUp } from "../readiness/scale";

/** A field of the issue brief's six dimensions of dependence on Chinese partners. */
export type DependenceField = Extract<ZoneFieldKey, `dependence${string}`>;

/** The six dimensions, in the catalogue's order. */
export const DEPENDENCE_FIELDS: readonly DependenceField[] = ZONE_FIELD_KEYS.filter(
  (key): key is DependenceField => fieldSpec(key).group === "dependence",
);

/** The highest level of a dimension; the lowest is 0. */
export const TOP_LEVEL = 4;

/** Dependence as a range on 0–100. `coverage`: known share of the six dimensions, 0–1. */
export interface Dependence {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/**
 * Dependence of a zone over six dimensions of equal weight: `low` counts an unknown level as 0, `high`
 * as 4. Rounded half up: `low` and `high` to one decimal, `coverage` to two.
 */
export function computeDependence(values: Pick<ZoneValues, DependenceField>): Dependence {
  const levels = DEPENDENCE_FIELDS.map((key) => values[key]).filter((level) => level !== null);
  const all = DEPENDENCE_FIELDS.length;
  const known = levels.reduce((sum, level) => sum + level, 0);
  const share = (sum: number) => roundHalfUp((100 * sum) / (TOP_LEVEL * all), 1);
  return {
    low: share(known),
    high: share(known + TOP_LEVEL * (all - levels.length)),
    coverage: roundHalfUp(levels.length / all, 2),
  };
}

/** The strength of the evidence for a level, weakest first. */
const EVIDENCE_GRADES = ["weak", "fair", "strong"] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/**
 * The grade of a known level: the confidence of the displayed claim (low: weak, medium: fair, high:
 * strong), one grade lower for an inference of the tracker, and weak where it is disputed. Null where
 * the level is unknown.
 */
export function getGrade({
  value,
  evidence,
  mark,
}: Pick<Resolution, "value" | "evidence" | "mark">): EvidenceGrade | null {
  if (value === null || evidence === null) return null;
  if (mark === "contested") return "weak";
  const { confidence, origin } = evidence.claim;
  const grade = CONFIDENCES.indexOf(confidence) - (origin === "inference" ? 1 : 0);
  return EVIDENCE_GRADES[Math.max(0, grade)] ?? "weak";
}

/** The weakest grade of a zone's known levels; null where none is known. */
export function getWeakestGrade({ fields }: Pick<ZoneRecord, "fields">): EvidenceGrade | null {
  return findWeakestGrade(DEPENDENCE_FIELDS.map((key) => getGrade(fields[key])));
}

/** The weakest of some grades; null where there is none. */
export function findWeakestGrade(grades: readonly (EvidenceGrade | null)[]): EvidenceGrade | null {
  return EVIDENCE_GRADES.find((grade) => grades.includes(grade)) ?? null;
}
