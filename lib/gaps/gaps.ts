import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";

/** A utility with the fields of its need and supply, in one unit. */
export interface Utility {
  /** The readiness indicator of the utility. */
  readonly indicator: "electricity" | "gas";
  /** Its name within a sentence. */
  readonly name: "power" | "gas";
  readonly unit: string;
  readonly needed: ZoneFieldKey;
  readonly delivered: ZoneFieldKey;
  /** From need to delivery. */
  readonly stages: readonly { readonly field: ZoneFieldKey; readonly label: string }[];
}

/** The utilities with recorded quantities. */
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

/** Null: unknown or not a number. */
export function getQuantity(values: ZoneValues, field: ZoneFieldKey): number | null {
  const value = values[field];
  return typeof value === "number" ? value : null;
}

/** A zone's need and supply of a utility, in its unit; null: unknown, never 0. */
export interface Gap {
  readonly needed: number | null;
  readonly delivered: number | null;
  /** `delivered` / `needed`; may exceed 1; null where either is unknown or the need is 0. */
  readonly share: number | null;
}

/** Compares a zone's need with its supply. */
export function computeGap(utility: Utility, values: ZoneValues): Gap {
  const needed = getQuantity(values, utility.needed);
  const delivered = getQuantity(values, utility.delivered);
  const share = needed === null || needed <= 0 || delivered === null ? null : delivered / needed;
  return { needed, delivered, share };
}

/** The largest quantity of a utility over some zones, which is the length of a full bar; null where none is known. */
export function getLargestQuantity(utility: Utility, zones: readonly ZoneValues[]): number | null {
  const known = zones.flatMap((values) =>
    utility.stages.flatMap(({ field }) => getQuantity(values, field) ?? []),
  );
  return known.length === 0 ? null : Math.max(...known);
}

/** Counts and sums of a utility over some zones. */
export interface GapTotals {
  readonly zones: number;
  /** Zones with any known quantity. */
  readonly anyKnown: number;
  readonly neededKnown: number;
  readonly deliveredKnown: number;
  readonly bothKnown: number;
  /** Sums over the zones with both known. */
  readonly needed: number;
  readonly delivered: number;
  /** Sum of the known needs of zones with unknown supply. */
  readonly neededAlone: number;
}

/** Unknown quantities are in no sum. */
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

/** True where at least one stage has a number. */
function isAnyKnown(utility: Utility, values: ZoneValues): boolean {
  return utility.stages.some(({ field }) => getQuantity(values, field) !== null);
}

/**
 * The zones with any known quantity: zones with known need and supply first, then by need, then by the
 * largest other quantity, largest first; equal zones in the given order.
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
