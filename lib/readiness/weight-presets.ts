import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";

/** A named set of weights and its purpose. */
interface WeightPreset {
  readonly label: string;
  readonly why: string;
  readonly weights: Weights;
}

/** Sets of weights that a reader can start from. */
export const WEIGHT_PRESETS: readonly WeightPreset[] = [
  {
    label: "Default",
    why: "The tracker’s own: utilities and firms weigh most.",
    weights: BLOCK_WEIGHTS,
  },
  {
    label: "Equal",
    why: "Each block the same.",
    weights: { legal: 10, utilities: 10, access: 10, services: 10, investors: 10, resilience: 10 },
  },
  {
    label: "Utilities first",
    why: "Half of all for power, gas, water, sewers and telecoms: without them no firm can begin.",
    weights: { legal: 10, utilities: 50, access: 10, services: 10, investors: 10, resilience: 10 },
  },
  {
    label: "Investors’ view",
    why: "What a firm asks before it comes: supplies, neighbours that already produce, the road and the title.",
    weights: { legal: 15, utilities: 30, access: 15, services: 5, investors: 30, resilience: 5 },
  },
  {
    label: "On the ground",
    why: "Only what can be seen there: pipes and lines, roads, plots and firms. Nothing on paper.",
    weights: { legal: 0, utilities: 40, access: 20, services: 0, investors: 40, resilience: 0 },
  },
  {
    label: "Without services",
    why: "Offices left out: one-stop service, customs, management and on-site services.",
    weights: { ...BLOCK_WEIGHTS, services: 0 },
  },
];

/** Compares block by block. */
export function sameWeights(a: Weights, b: Weights): boolean {
  return BLOCKS.every((block) => a[block] === b[block]);
}
