import { type Day, daysBetween } from "@/lib/time/day";
import { type Evidence, isImplied, listShownClaims, type Resolution, type Rival } from "./resolve";
import { listAgreeing } from "./support";

/** A claim as a point on the time line of its field. */
export interface HistoryPoint {
  readonly evidence: Evidence;
  readonly standing: "shown" | Rival["standing"];
  /** Its position in time from the first claim (0) to the selected day (1). */
  readonly at: number;
}

/** Every claim on a field, and those of firms that imply its value, by effective day, oldest first, then by id. */
export function listValueHistory(resolution: Resolution, asOf: Day): HistoryPoint[] {
  const claims = [
    ...listShownClaims(resolution).map((evidence) => ({ evidence, standing: "shown" as const })),
    ...resolution.rivals.map((rival) => ({ evidence: rival.evidence, standing: rival.standing })),
  ].sort((a, b) => oldestFirst(a.evidence, b.evidence));
  const first = claims[0]?.evidence.effectiveOn ?? asOf;
  const span = Math.max(1, daysBetween(first, asOf));
  return claims.map((claim) => ({
    ...claim,
    at: daysBetween(first, claim.evidence.effectiveOn) / span,
  }));
}

function oldestFirst(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}

/**
 * The latest independent claim that agrees with the displayed value, by the rule of `getSupport`; null where there is
 * none, or where the value is unknown.
 */
export function getIndependentConfirmation(resolution: Resolution): Evidence | null {
  const { evidence, value, rivals } = resolution;
  if (evidence === null || value === null) return null;
  const agreeing = isImplied(resolution)
    ? []
    : listAgreeing(evidence.claim.field, evidence, rivals);
  return [...listShownClaims(resolution), ...agreeing]
    .filter(({ claim }) => claim.origin === "independent")
    .reduce<Evidence | null>(
      (last, item) => (last === null || item.effectiveOn > last.effectiveOn ? item : last),
      null,
    );
}
