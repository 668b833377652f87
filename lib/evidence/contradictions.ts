import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import { getStep } from "../catalogue/vocabularies";

/** An indicator that does not support the zone's progress on site. */
export interface Contradiction {
  /** The indicator. */
  readonly field: Extract<ZoneFieldKey, "enterprisesProducing" | "electricity">;
}

/**
 * Indicators that do not support the status: operational without a known producer, or serviced and
 * beyond without at least partial electricity.
 */
export function listContradictions(values: ZoneValues): readonly Contradiction[] {
  const { status, electricity, enterprisesProducing } = values;
  const step = getStep("status", status);
  if (status === null || step === null) return [];
  const contradictions: Contradiction[] = [];
  const produces = typeof enterprisesProducing === "number" && enterprisesProducing > 0;
  if (step >= (getStep("status", "operational") ?? 0) && !produces) {
    contradictions.push({ field: "enterprisesProducing" });
  }
  const partial = getStep("indicator", "partial") ?? 0;
  const powered = (getStep("indicator", electricity) ?? -1) >= partial;
  if (step >= (getStep("status", "serviced") ?? 0) && !powered) {
    contradictions.push({ field: "electricity" });
  }
  return contradictions;
}
