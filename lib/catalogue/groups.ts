/** A group of fields, in the order of the zone page, the column chooser and the dictionary. */
export const GROUPS = {
  identity: "Identity",
  programme: "Programme",
  ladders: "Ladders",
  legal: "Legal and land",
  utilities: "Utilities",
  access: "Access",
  services: "Services",
  investors: "Investor reality",
  resilience: "Resilience",
  quantities: "Quantities",
  targets: "Targets",
  dependence: "Dependence",
  tenancy: "Firms",
} as const satisfies Record<string, string>;

/** Key of a field group. */
export type GroupKey = keyof typeof GROUPS;

/**
 * The six readiness blocks and their default weights (they sum to 100). The tracker's own model,
 * drawn from the SEZ Act 2012 and Rules 2013, the World Bank's assessment of 2020, UNIDO's
 * guidelines for industrial parks and India's park rating; no body's official score.
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

/** Weight of each readiness block; each at least 0, the sum above 0. */
export type Weights = Readonly<Record<BlockKey, number>>;

/** The readiness blocks in their order. */
export const BLOCKS = Object.keys(BLOCK_WEIGHTS) as readonly BlockKey[];

/** Is this word the key of a readiness block? */
export function isBlockKey(word: string): word is BlockKey {
  return Object.hasOwn(BLOCK_WEIGHTS, word);
}
