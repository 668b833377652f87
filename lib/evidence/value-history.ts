import { fieldSpec } from "@/lib/catalogue/fields";
import { type Day, daysBetween } from "@/lib/time/day";
import { type Evidence, listActiveClaims, type Resolution, type Rival } from "./resolve";
import { differs } from "./value-equality";

/** A claim as a point on the time line of its field. */
export interface HistoryPoint {
  readonly evidence: Evidence;
  readonly standing: "shown" | Rival["standing"];
  /** Its position in time from the first claim (0) to the selected day (1). */
  readonly at: number;
}

/** Every claim on a field by effective day, oldest first, then by id. */
export function listValueHistory({ evidence, rivals }: Resolution, asOf: Day): HistoryPoint[] {
  const claims = [
    ...(evidence === null ? [] : [{ evidence, standing: "shown" as const }]),
    ...rivals.map((rival) => ({ evidence: rival.evidence, standing: rival.standing })),
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
 * The latest active claim by an independent source or a firm that agrees with the displayed value;
 * null where there is none, or where the value is unknown.
 */
export function getIndependentConfirmation({
  evidence,
  value,
  rivals,
}: Resolution): Evidence | null {
  if (evidence === null || value === null) return null;
  const spec = fieldSpec(evidence.claim.field);
  const confirming = listActiveClaims({ evidence, rivals }).filter(
    ({ claim }) =>
      (claim.origin === "independent" || claim.origin === "tenant") &&
      claim.value !== null &&
      !differs(spec, value, claim.value),
  );
  return confirming.reduce<Evidence | null>(
    (last, item) => (last === null || item.effectiveOn > last.effectiveOn ? item : last),
    null,
  );
}
