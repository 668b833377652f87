import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import { getLabel, getStep } from "../catalogue/vocabularies";

/** Something that the physical ladder says and an indicator does not bear. */
export interface Contradiction {
  /** The indicator. */
  readonly field: Extract<ZoneFieldKey, "enterprisesProducing" | "electricity">;
  /** A sentence that ends where the indicator's value follows. */
  readonly words: string;
}

/**
 * Where the status on the ground says more than the indicators bear: operational without a known
 * producer; serviced or beyond without electricity at least in part. The score hides neither.
 */
export function listContradictions(values: ZoneValues): readonly Contradiction[] {
  const { status, electricity, enterprisesProducing } = values;
  const step = getStep("status", status);
  if (status === null || step === null) return [];
  const said = getLabel("status", status).toLowerCase();
  const contradictions: Contradiction[] = [];
  const produces = typeof enterprisesProducing === "number" && enterprisesProducing > 0;
  if (step >= (getStep("status", "operational") ?? 0) && !produces) {
    contradictions.push({
      field: "enterprisesProducing",
      words: `It is said to be ${said}, and the number of firms producing is`,
    });
  }
  const partial = getStep("indicator", "partial") ?? 0;
  const powered = (getStep("indicator", electricity) ?? -1) >= partial;
  if (step >= (getStep("status", "serviced") ?? 0) && !powered) {
    contradictions.push({
      field: "electricity",
      words: `It is said to be ${said}, and electricity is`,
    });
  }
  return contradictions;
}
