import type { MarkerGap } from "@/components/map/map-point";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { computeGap, computeGapTotals, UTILITIES, type Utility } from "@/lib/gaps/gaps";
import type { RankedRow } from "@/lib/query/select";
import { formatNumber } from "@/lib/text/format-number";
import type { Markers } from "./view-params";

/** The utility whose gap the markers show; null: none. */
export function getUtility(markers: Markers): Utility | null {
  return UTILITIES.find(({ name }) => name === markers) ?? null;
}

/** The longest need or delivery over some zones, to which the bars are drawn; 0 where none is known. */
export function longestGap(utility: Utility, rows: readonly RankedRow[]): number {
  return Math.max(
    0,
    ...rows.flatMap(({ values }) => {
      const { needed, delivered } = computeGap(utility, values);
      return [needed ?? 0, delivered ?? 0];
    }),
  );
}

/** A gap as parts of the longest one; null where neither need nor delivery is known. */
export function markerGap(utility: Utility, values: ZoneValues, longest: number): MarkerGap | null {
  const { needed, delivered } = computeGap(utility, values);
  if (longest <= 0 || (needed === null && delivered === null)) return null;
  const part = (quantity: number | null) => (quantity === null ? null : quantity / longest);
  return { needed: part(needed), delivered: part(delivered) };
}

/** A gap in words: "10 of 210 MW of power", "power delivered unknown, 50 MW needed". */
export function gapInWords(utility: Utility, values: ZoneValues): string {
  const { name, unit } = utility;
  const { needed, delivered } = computeGap(utility, values);
  if (needed !== null && delivered !== null) {
    return `${formatNumber(delivered)} of ${formatNumber(needed)} ${unit} of ${name} delivered`;
  }
  if (needed !== null) return `${formatNumber(needed)} ${unit} of ${name} needed, delivery unknown`;
  if (delivered !== null) {
    return `${formatNumber(delivered)} ${unit} of ${name} delivered, need unknown`;
  }
  return `${name} needed and delivered unknown`;
}

/** What the legend says of the bars, and of how many zones there is anything to draw. */
export function gapLegend(utility: Utility, rows: readonly RankedRow[]): string {
  const { neededKnown, bothKnown, zones } = computeGapTotals(
    utility,
    rows.map(({ values }) => values),
  );
  return `Bars: ${utility.name} needed, green as far as it is evidenced as delivered, hollow where that is unknown. The need is known for ${neededKnown} of ${zones}, both for ${bothKnown}.`;
}
