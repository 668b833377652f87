import { formatNumber } from "@/components/fields/format-number";
import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";

/** One utility: what is needed and what has come of it, in one unit. */
export interface Utility {
  readonly indicator: ZoneFieldKey;
  readonly unit: string;
  readonly needed: ZoneFieldKey;
  /** From promise to delivery. */
  readonly stages: readonly { readonly field: ZoneFieldKey; readonly label: string }[];
}

/** The two utilities of which quantities are kept. */
export const UTILITIES: readonly Utility[] = [
  {
    indicator: "electricity",
    unit: "MW",
    needed: "powerNeededMw",
    stages: [
      { field: "powerNeededMw", label: "Needed" },
      { field: "powerSanctionedMw", label: "Sanctioned" },
      { field: "powerEnergisedMw", label: "Energised" },
    ],
  },
  {
    indicator: "gas",
    unit: "MMCFD",
    needed: "gasNeededMmcfd",
    stages: [
      { field: "gasNeededMmcfd", label: "Needed" },
      { field: "gasSuppliedMmcfd", label: "Supplied" },
    ],
  },
];

/** A quantity of a zone, null where it is unknown. */
export function quantityOf(values: ZoneValues, field: ZoneFieldKey): number | null {
  const value = values[field];
  return typeof value === "number" ? value : null;
}

/** The largest of a utility's quantities: the length of a full bar; null where none is known. */
export function fullBar(utility: Utility, values: ZoneValues): number | null {
  const known = utility.stages.flatMap(({ field }) => quantityOf(values, field) ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

/**
 * The gap between what a zone needs and what reaches it, in a sentence that claims no more than is
 * known; `share` is the delivered percentage of the need where both are known.
 */
export function gapOf(
  utility: Utility,
  values: ZoneValues,
): { readonly share: string | null; readonly words: string } {
  const delivered = utility.stages.at(-1);
  const needed = quantityOf(values, utility.needed);
  const got = delivered ? quantityOf(values, delivered.field) : null;
  const name = utility.indicator === "gas" ? "gas" : "power";
  if (needed !== null && needed > 0 && got !== null) {
    return {
      share: `${formatNumber(Math.round((1000 * got) / needed) / 10)}%`,
      words: `of the ${name} needed is shown to have arrived.`,
    };
  }
  if (needed !== null) return { share: null, words: `How much ${name} arrives is unknown.` };
  if (got !== null) {
    return {
      share: null,
      words: `How much ${name} the zone needs when full is unknown, so no share can be given.`,
    };
  }
  return { share: null, words: `Neither the ${name} needed nor the ${name} delivered is known.` };
}
