import {
  fieldSpec,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "../catalogue/fields";
import { getStep } from "../catalogue/vocabularies";
import { CONFIDENCES } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import type { Resolution } from "../evidence/resolve";
import { isProducing } from "../firms/firms";
import { roundHalfUp } from "../readiness/readiness";

/** A field of one of the brief's six dimensions of dependence on Chinese partners. */
export type DependenceField = Extract<ZoneFieldKey, `dependence${string}`>;

/** The six dimensions, in the catalogue's order. */
export const DEPENDENCE_FIELDS: readonly DependenceField[] = ZONE_FIELD_KEYS.filter(
  (key): key is DependenceField => fieldSpec(key).group === "dependence",
);

/** The highest level of a dimension. */
export const TOP_LEVEL = 4;

/** Dependence as an interval on 0 to 100, with the known share of the six dimensions (0 to 1). */
export interface Dependence {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/**
 * Dependence of a zone over its six dimensions, all of the same weight. `low` counts an unknown level
 * as 0, `high` as 4. Rounded like readiness: low and high to one decimal, coverage to two.
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

/** How good the evidence of a level is, worst first. */
export const EVIDENCE_GRADES = ["weak", "fair", "strong"] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/**
 * The grade of a known level, by the confidence of the claim shown: low is weak, medium fair, high
 * strong; one grade less for the tracker's own inference; weak where the level is disputed. Null where
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

/** The grade of a zone's weakest known level; null where no level is known. */
export function getWeakestGrade({ fields }: Pick<ZoneRecord, "fields">): EvidenceGrade | null {
  const grades = DEPENDENCE_FIELDS.map((key) => getGrade(fields[key]));
  return EVIDENCE_GRADES.find((grade) => grades.includes(grade)) ?? null;
}

/** What can show that firms operate: a named firm, the count of producing firms, the zone's status. */
export const OPERATING_BY = ["firm", "count", "status"] as const;
export type OperatingBy = (typeof OPERATING_BY)[number];

/**
 * Whether firms operate in a zone. `operates`: a named firm produces or exports, or at least one is
 * counted as producing, or the status is at least `partially-operational`. `none`: none of these, and a
 * source counts 0 producers or reports a lower status. `unknown`: no source says.
 */
export interface Operation {
  readonly state: "operates" | "none" | "unknown";
  /** What shows that firms operate; empty unless they do. */
  readonly by: readonly OperatingBy[];
}

/** Whether firms operate in a zone, and what shows it. Dependence counts only where they do. */
export function getOperation({
  values,
  tenancies,
}: {
  readonly values: Pick<ZoneValues, "status" | "enterprisesProducing">;
  readonly tenancies: readonly { readonly values: { readonly tenancyStage: string | null } }[];
}): Operation {
  const count = values.enterprisesProducing;
  const status = getStep("status", values.status);
  const partly = getStep("status", "partially-operational") ?? 0;
  const shown: Readonly<Record<OperatingBy, boolean>> = {
    firm: tenancies.some((tenancy) => isProducing(tenancy.values.tenancyStage)),
    count: typeof count === "number" && count >= 1,
    status: status !== null && status >= partly,
  };
  const by = OPERATING_BY.filter((key) => shown[key]);
  if (by.length > 0) return { state: "operates", by };
  return { state: count === 0 || status !== null ? "none" : "unknown", by };
}
