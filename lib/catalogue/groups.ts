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
