import { getStep, listTerms } from "@/lib/catalogue/vocabularies";
import type { TenancyRecord } from "@/lib/evidence/registry";

/** The number of a zone's named firms at one stage; `value` null: unknown. */
interface StageCount {
  readonly value: string | null;
  readonly count: number;
}

/**
 * Counts named firms by displayed stage: every stage in order, counts of 0 included, then other states
 * and unknown where there are any.
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

/** Sorts firms by stage, furthest first, unknown last, then in the register's order. */
export function byStage(tenancies: readonly TenancyRecord[]): readonly TenancyRecord[] {
  const rank = ({ values }: TenancyRecord) => getStep("tenancyStage", values.tenancyStage) ?? -1;
  return [...tenancies].sort((a, b) => rank(b) - rank(a) || a.tenancy.order - b.tenancy.order);
}

/** How many firms were counted but not named; 0 where the count is unknown or not higher. */
export function countUnnamed(named: number, admitted: number | string | null): number {
  return typeof admitted === "number" ? Math.max(0, admitted - named) : 0;
}
