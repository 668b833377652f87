import { fieldSpec } from "@/lib/catalogue/fields";
import { type Day, daysBetween } from "@/lib/time/day";
import { type Evidence, listActiveClaims, type Resolution, type Rival } from "./resolve";
import { differs } from "./value-equality";

/** One claim in a value's history. */
export interface HistoryPoint {
  readonly evidence: Evidence;
  readonly standing: "shown" | Rival["standing"];
  /** Where it stands between the first claim (0) and the day looked at (1). */
  readonly at: number;
}

/** Every claim on a field by the day from which it holds, the oldest first; claims of one day stand by their ids. */
export function listValueHistory({ evidence, rivals }: Resolution, asOf: Day): HistoryPoint[] {
  const claims = [
    ...(evidence === null ? [] : [{ evidence, standing: "shown" as const }]),
    ...rivals.map((rival) => ({ evidence: rival.evidence, standing: rival.standing })),
  ].sort((a, b) => order(a.evidence, b.evidence));
  const first = claims[0]?.evidence.effectiveOn ?? asOf;
  const span = Math.max(1, daysBetween(first, asOf));
  return claims.map((claim) => ({
    ...claim,
    at: daysBetween(first, claim.evidence.effectiveOn) / span,
  }));
}

function order(a: Evidence, b: Evidence): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}

/**
 * The latest claim that counts, says what is shown and is neither official nor the tracker's own
 * inference; null where nobody else confirms the value, or where there is none.
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
