import { getStep, listTerms } from "@/lib/catalogue/vocabularies";
import type { TenancyRecord } from "@/lib/evidence/registry";

/** How many of a zone's named firms stand at one stage; `value` null is unknown. */
export interface StageCount {
  readonly value: string | null;
  readonly label: string;
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
    ...steps.map(({ value, label }) => ({ value, label, count: at(value) })),
    ...(unknown > 0 ? [{ value: null, label: "Unknown", count: unknown }] : []),
  ];
}

/** Firms by how far they have come, the furthest first; unknown last; then as in the register. */
export function byStage(tenancies: readonly TenancyRecord[]): readonly TenancyRecord[] {
  const rank = ({ values }: TenancyRecord) => getStep("tenancyStage", values.tenancyStage) ?? -1;
  return [...tenancies].sort((a, b) => rank(b) - rank(a) || a.tenancy.order - b.tenancy.order);
}

/**
 * A sentence on the firms that were counted but not named; null where nothing can be said.
 * @param admitted firms admitted, as counted; null where unknown
 */
export function unnamedWords(named: number, admitted: number | string | null): string | null {
  if (typeof admitted !== "number" || admitted <= named) return null;
  const unnamed = admitted - named;
  return unnamed === 1
    ? "One more was counted and never named."
    : `${unnamed} more were counted and never named.`;
}
