/** The labels of the groups of fields, in the order of the zone page, the column chooser and the data dictionary. */
export const GROUPS = {
  identity: "Identity",
  programme: "Programme",
  ladders: "Status",
  legal: "Legal and land",
  utilities: "Utilities",
  access: "Access",
  services: "Services",
  investors: "Investor activity",
  resilience: "Resilience",
  quantities: "Quantities",
  targets: "Targets",
  dependence: "Dependence",
  tenancy: "Firms",
} as const satisfies Record<string, string>;

/** Key of a field group. */
export type GroupKey = keyof typeof GROUPS;

/** The groups of fields, in the order of `GROUPS`. */
export const GROUP_KEYS = Object.keys(GROUPS) as readonly GroupKey[];

/**
 * The six readiness blocks and their default weights, which sum to 100. The model is the tracker's own
 * and not an official score. It draws on the SEZ Act 2012 and Rules 2013, the World Bank's assessment
 * of 2020, UNIDO's guidelines for industrial parks and India's park rating.
 */
export const BLOCK_WEIGHTS = {
  legal: 15,
  utilities: 25,
  access: 10,
  services: 15,
  investors: 25,
  resilience: 10,
} as const satisfies Partial<Record<GroupKey, number>>;

/** Key of a readiness block. */
export type BlockKey = keyof typeof BLOCK_WEIGHTS;

/** Weight of each readiness block: 0 or more, with a sum above 0. */
export type Weights = Readonly<Record<BlockKey, number>>;

/** The readiness blocks, in the order of the score. */
export const BLOCKS = Object.keys(BLOCK_WEIGHTS) as readonly BlockKey[];

/** Whether a word is the key of a readiness block. */
export function isBlockKey(word: string): word is BlockKey {
  return Object.hasOwn(BLOCK_WEIGHTS, word);
}

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
