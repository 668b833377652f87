import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { CONFIDENCES } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import type { Resolution } from "../evidence/resolve";

/** A field of the issue brief's six dimensions of dependence on Chinese partners. */
export type DependenceField = Extract<ZoneFieldKey, `dependence${string}`>;

/** The six dimensions, in the catalogue's order. */
export const DEPENDENCE_FIELDS: readonly DependenceField[] = ZONE_FIELD_KEYS.filter(
  (key): key is DependenceField => fieldSpec(key).group === "dependence",
);

/** The highest level of a dimension; the lowest is 0. */
export const TOP_LEVEL = 4;

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

/** The weakest of some grades; null where there is none. */
export function findWeakestGrade(grades: readonly (EvidenceGrade | null)[]): EvidenceGrade | null {
  return EVIDENCE_GRADES.find((grade) => grades.includes(grade)) ?? null;
}

/** How many of the six levels of a zone are known. */
export function countLevels({ values }: Pick<ZoneRecord, "values">): number {
  return DEPENDENCE_FIELDS.filter((key) => values[key] !== null).length;
}

/** The zones with a known level: most known levels first, then in the given order. */
export function listRatedZones(zones: readonly ZoneRecord[]): ZoneRecord[] {
  return zones
    .filter((zone) => countLevels(zone) > 0)
    .sort((a, b) => countLevels(b) - countLevels(a));
}
