import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";

/** One utility: what is needed and what has come of it, in one unit. */
export interface Utility {
  /** The indicator that says whether it is there at all. */
  readonly indicator: "electricity" | "gas";
  /** As a sentence names it. */
  readonly name: "power" | "gas";
  readonly unit: string;
  readonly needed: ZoneFieldKey;
  readonly delivered: ZoneFieldKey;
  /** From need to delivery. */
  readonly stages: readonly { readonly field: ZoneFieldKey; readonly label: string }[];
}

/** The two utilities of which quantities are kept. */
export const UTILITIES: readonly Utility[] = [
  {
    indicator: "electricity",
    name: "power",
    unit: "MW",
    needed: "powerNeededMw",
    delivered: "powerEnergisedMw",
    stages: [
      { field: "powerNeededMw", label: "Needed" },
      { field: "powerSanctionedMw", label: "Sanctioned" },
      { field: "powerEnergisedMw", label: "Energised" },
    ],
  },
  {
    indicator: "gas",
    name: "gas",
    unit: "MMCFD",
    needed: "gasNeededMmcfd",
    delivered: "gasSuppliedMmcfd",
    stages: [
      { field: "gasNeededMmcfd", label: "Needed" },
      { field: "gasSuppliedMmcfd", label: "Supplied" },
    ],
  },
];

/** A quantity of a zone, null where it is unknown. */
export function getQuantity(values: ZoneValues, field: ZoneFieldKey): number | null {
  const value = values[field];
  return typeof value === "number" ? value : null;
}

/** What a zone needs of a utility and what reaches it, in its unit; null is unknown, never zero. */
export interface Gap {
  readonly needed: number | null;
  readonly delivered: number | null;
  /** Delivered part of the need, 0 and up; null where either is unknown or nothing is needed. */
  readonly share: number | null;
}

/** The gap of a utility in a zone. */
export function computeGap(utility: Utility, values: ZoneValues): Gap {
  const needed = getQuantity(values, utility.needed);
  const delivered = getQuantity(values, utility.delivered);
  const share = needed === null || needed <= 0 || delivered === null ? null : delivered / needed;
  return { needed, delivered, share };
}

/** The largest of a utility's quantities over some zones: the length of a full bar; null where none is known. */
export function getLargestQuantity(utility: Utility, zones: readonly ZoneValues[]): number | null {
  const known = zones.flatMap((values) =>
    utility.stages.flatMap(({ field }) => getQuantity(values, field) ?? []),
  );
  return known.length === 0 ? null : Math.max(...known);
}

/** A utility over some zones. Sums are only over zones of which both need and delivery are known. */
export interface GapTotals {
  readonly zones: number;
  /** Zones of which any quantity is known. */
  readonly anyKnown: number;
  readonly neededKnown: number;
  readonly deliveredKnown: number;
  readonly bothKnown: number;
  /** What those with both need, and what reaches them. */
  readonly needed: number;
  readonly delivered: number;
  /** What is needed by the others whose need is known: how much of it arrives is unknown. */
  readonly neededAlone: number;
}

/** Sums and counts of a utility over zones. What is unknown of a zone is in no sum. */
export function computeGapTotals(utility: Utility, zones: readonly ZoneValues[]): GapTotals {
  const gaps = zones.map((values) => computeGap(utility, values));
  const both = gaps.filter(({ needed, delivered }) => needed !== null && delivered !== null);
  const alone = gaps.filter(({ needed, delivered }) => needed !== null && delivered === null);
  const sum = (part: "needed" | "delivered", some: readonly Gap[]) =>
    some.reduce((total, gap) => total + (gap[part] ?? 0), 0);
  return {
    zones: zones.length,
    anyKnown: zones.filter((values) => isAnyKnown(utility, values)).length,
    neededKnown: both.length + alone.length,
    deliveredKnown: gaps.filter(({ delivered }) => delivered !== null).length,
    bothKnown: both.length,
    needed: sum("needed", both),
    delivered: sum("delivered", both),
    neededAlone: sum("needed", alone),
  };
}

/** Is any quantity of a utility known of a zone? */
export function isAnyKnown(utility: Utility, values: ZoneValues): boolean {
  return utility.stages.some(({ field }) => getQuantity(values, field) !== null);
}

/**
 * Zones of which any quantity is known, by how much of them there is to see: those with both need
 * and delivery first, then the larger need, then the larger of what else is known; equals as given.
 */
export function sortByGap<Z extends { readonly values: ZoneValues }>(
  utility: Utility,
  zones: readonly Z[],
): Z[] {
  const weight = ({ values }: Z): readonly number[] => {
    const { needed, delivered } = computeGap(utility, values);
    return [
      Number(needed !== null && delivered !== null),
      needed ?? -1,
      getLargestQuantity(utility, [values]) ?? -1,
    ];
  };
  return zones
    .filter(({ values }) => isAnyKnown(utility, values))
    .map((zone) => ({ zone, weight: weight(zone) }))
    .sort((a, b) => {
      const at = a.weight.findIndex((part, i) => part !== b.weight[i]);
      return at < 0 ? 0 : (b.weight[at] ?? 0) - (a.weight[at] ?? 0);
    })
    .map(({ zone }) => zone);
}
