import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";

/** A named set of weights. Its words are the messages `readiness.preset.<key>`. */
interface WeightPreset {
  readonly key: "default" | "equal" | "utilities" | "investors" | "on-site" | "without-services";
  readonly weights: Weights;
}

/** Sets of weights that a reader can start from. */
export const WEIGHT_PRESETS: readonly WeightPreset[] = [
  { key: "default", weights: BLOCK_WEIGHTS },
  {
    key: "equal",
    weights: { legal: 10, utilities: 10, access: 10, services: 10, investors: 10, resilience: 10 },
  },
  {
    key: "utilities",
    weights: { legal: 10, utilities: 50, access: 10, services: 10, investors: 10, resilience: 10 },
  },
  {
    key: "investors",
    weights: { legal: 15, utilities: 30, access: 15, services: 5, investors: 30, resilience: 5 },
  },
  {
    key: "on-site",
    weights: { legal: 0, utilities: 40, access: 20, services: 0, investors: 40, resilience: 0 },
  },
  { key: "without-services", weights: { ...BLOCK_WEIGHTS, services: 0 } },
];

/** Compares block by block. */
export function sameWeights(a: Weights, b: Weights): boolean {
  return BLOCKS.every((block) => a[block] === b[block]);
}
