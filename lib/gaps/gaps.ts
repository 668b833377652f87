import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import type { ZoneRow } from "../evidence/row";
import { firstDay } from "../time/day";
import { computeShare, type DatedFigure } from "./share";

/** A stage on the way from need to delivery. */
type GapStage = "needed" | "sanctioned" | "energised" | "supplied";

/** A utility with a quantity for each stage, all in one unit. */
export interface Utility {
  /** The indicator that says whether it is there at all. */
  readonly indicator: "electricity" | "gas";
  /** In addresses and names of files. */
  readonly name: "power" | "gas";
  readonly unit: string;
  readonly needed: ZoneFieldKey;
  readonly delivered: ZoneFieldKey;
  /** The field that says what the need is of: the first phase or the whole zone; null where no source says it. */
  readonly basis: "powerNeededBasis" | null;
  /** From need to delivery. */
  readonly stages: readonly {
    readonly field: ZoneFieldKey;
    readonly stage: GapStage;
  }[];
}

/** Electric power. */
export const POWER: Utility = {
  indicator: "electricity",
  name: "power",
  unit: "MW",
  needed: "powerNeededMw",
  delivered: "powerEnergisedMw",
  basis: "powerNeededBasis",
  stages: [
    { field: "powerNeededMw", stage: "needed" },
    { field: "powerSanctionedMw", stage: "sanctioned" },
    { field: "powerEnergisedMw", stage: "energised" },
  ],
};

/** Gas. */
export const GAS: Utility = {
  indicator: "gas",
  name: "gas",
  unit: "MMCFD",
  needed: "gasNeededMmcfd",
  delivered: "gasSuppliedMmcfd",
  basis: null,
  stages: [
    { field: "gasNeededMmcfd", stage: "needed" },
    { field: "gasSuppliedMmcfd", stage: "supplied" },
  ],
};

/** The utilities that have quantities. */
export const UTILITIES: readonly Utility[] = [POWER, GAS];

/** A quantity of a zone; null where it is unknown. */
export function getQuantity(values: ZoneValues, field: ZoneFieldKey): number | null {
  const value = values[field];
  return typeof value === "number" ? value : null;
}

/** What a zone needs of a utility and what is delivered, in its unit; null is unknown, never 0. */
interface Gap {
  readonly needed: number | null;
  readonly delivered: number | null;
}

/** The gap of a utility in a zone. */
export function computeGap(utility: Utility, values: ZoneValues): Gap {
  return {
    needed: getQuantity(values, utility.needed),
    delivered: getQuantity(values, utility.delivered),
  };
}

/** The delivered share of a zone's need, 0 and up; null where a figure is unknown or they are not comparable. */
export function getRowShare(
  utility: Pick<Utility, "needed" | "delivered">,
  { values, dates }: Pick<ZoneRow, "values" | "dates">,
): number | null {
  const getFigure = (field: ZoneFieldKey): DatedFigure | null => {
    const [value, date] = [getQuantity(values, field), dates[field]];
    if (value === null || date === undefined) return null;
    return { value, effectiveOn: firstDay(date), basis: null };
  };
  const [needed, delivered] = [getFigure(utility.needed), getFigure(utility.delivered)];
  return needed && delivered && computeShare(delivered, needed);
}

/** The largest known quantity of a utility in some zones, for the length of a full bar; null where none is known. */
export function getLargestQuantity(utility: Utility, zones: readonly ZoneValues[]): number | null {
  const known = zones.flatMap((values) =>
    utility.stages.flatMap(({ field }) => getQuantity(values, field) ?? []),
  );
  return known.length === 0 ? null : Math.max(...known);
}

/** For how many of some zones the quantities of a utility are known. */
export interface GapTotals {
  readonly zones: number;
  /** Zones with any known quantity. */
  readonly anyKnown: number;
  readonly neededKnown: number;
  readonly bothKnown: number;
}

/** Counts the zones by what is known of a utility. */
export function computeGapTotals(utility: Utility, zones: readonly ZoneValues[]): GapTotals {
  const needing = zones
    .map((values) => computeGap(utility, values))
    .filter(({ needed }) => needed !== null);
  return {
    zones: zones.length,
    anyKnown: zones.filter((values) => isAnyKnown(utility, values)).length,
    neededKnown: needing.length,
    bothKnown: needing.filter(({ delivered }) => delivered !== null).length,
  };
}

function isAnyKnown(utility: Utility, values: ZoneValues): boolean {
  return utility.stages.some(({ field }) => getQuantity(values, field) !== null);
}

/**
 * Zones with any known quantity: those with both need and delivery first, then by need, then by the
 * largest quantity, largest first; equals stay in the order given.
 */
export function sortByGap<Z extends { readonly values: ZoneValues }>(
  utility: Utility,
  zones: readonly Z[],
): Z[] {
  return zones
    .filter(({ values }) => isAnyKnown(utility, values))
    .map((zone) => {
      const { needed, delivered } = computeGap(utility, zone.values);
      return {
        zone,
        both: Number(needed !== null && delivered !== null),
        needed: needed ?? -1,
        largest: getLargestQuantity(utility, [zone.values]) ?? -1,
      };
    })
    .sort((a, b) => b.both - a.both || b.needed - a.needed || b.largest - a.largest)
    .map(({ zone }) => zone);
}
