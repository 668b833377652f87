import { getStep, listTerms } from "@/lib/catalogue/vocabularies";
import type { TenancyRecord } from "@/lib/evidence/registry";

/** How many of a zone's named firms are at one stage; `value` null is unknown. */
export interface StageCount {
  readonly value: string | null;
  readonly count: number;
}

/**
 * The named firms by stage: every step in order, zeroes included, then the asides and unknown where
 * there is any. Each firm counts once, at the stage shown.
 */
export function countStages(tenancies: readonly TenancyRecord[]): readonly StageCount[] {
  const at = (stage: string | null) =>
    tenancies.filter(({ values }) => values.tenancyStage === stage).length;
  const steps = listTerms("tenancyStage").filter(
    ({ value }) => getStep("tenancyStage", value) !== null || at(value) > 0,
  );
  const unknown = at(null);
  return [
    ...steps.map(({ value }) => ({ value, count: at(value) })),
    ...(unknown > 0 ? [{ value: null, count: unknown }] : []),
  ];
}

/** Firms by how far they have come, the furthest first; unknown last; then as in the register. */
export function byStage(tenancies: readonly TenancyRecord[]): readonly TenancyRecord[] {
  const rank = ({ values }: TenancyRecord) => getStep("tenancyStage", values.tenancyStage) ?? -1;
  return [...tenancies].sort((a, b) => rank(b) - rank(a) || a.tenancy.order - b.tenancy.order);
}

/** How many firms were counted but not named; 0 where the count is unknown or not higher. */
export function countUnnamed(named: number, admitted: number | string | null): number {
  return typeof admitted === "number" ? Math.max(0, admitted - named) : 0;
}
