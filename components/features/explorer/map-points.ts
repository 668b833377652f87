import type { MapPoint, MapShading } from "@/components/map/map-point";
import { getLabel, listTerms } from "@/lib/catalogue/vocabularies";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { Utility } from "@/lib/gaps/gaps";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { formatRange } from "@/lib/text/format-number";
import { gapInWords, getUtility, longestGap, markerGap } from "./map-gaps";
import type { Markers } from "./view-params";

/** How a marker's place is meant, in words. */
export const PRECISION_WORDS = {
  site: "placed on its site",
  town: "placed on the town",
  district: "placed on the district seat",
} as const;

/** The zones that have a place, as the map draws them. */
export function mapPoints(
  rows: readonly RankedRow[],
  selected: readonly string[],
  markers: Markers,
): MapPoint[] {
  const picked = new Set(selected);
  const utility = getUtility(markers);
  const longest = utility === null ? 0 : longestGap(utility, rows);
  return rows.flatMap((row): MapPoint[] => {
    const { location, locationPrecision, status, name, areaAcres } = row.values;
    if (location === null) return [];
    return [
      {
        slug: row.slug,
        name: shortZoneName(name ?? row.slug),
        lon: location.lon,
        lat: location.lat,
        status,
        description: inWords(row, utility),
        candidate: isCandidate(row.values),
        precision: locationPrecision,
        areaAcres,
        selected: picked.has(row.slug),
        gap: utility === null ? null : markerGap(utility, row.values, longest),
      },
    ];
  });
}

function inWords({ values, readiness }: RankedRow, utility: Utility | null): string {
  const { status, locationPrecision } = values;
  return [
    status === null ? "status unknown" : getLabel("status", status).toLowerCase(),
    ...(isCandidate(values) ? ["candidate, approval not evidenced"] : []),
    ...(utility === null ? [] : [gapInWords(utility, values)]),
    ...(readiness === null ? [] : [`readiness ${formatRange(readiness.low, readiness.high)}`]),
    ...(locationPrecision === null ? [] : [PRECISION_WORDS[locationPrecision]]),
  ].join(", ");
}

/** The zones that no source places. */
export function unlocated(rows: readonly RankedRow[]): RankedRow[] {
  return rows.filter(({ values }) => values.location === null);
}

/** What provinces are tinted by: how many of the zones lie in each, or the median of their readiness floors; null where there is none. */
export function provinceShading(rows: readonly RankedRow[], mode: MapShading["mode"]): MapShading {
  if (mode === "none") return NO_SHADING;
  const values: Record<string, number | null> = {};
  for (const { value: province } of listTerms("province")) {
    const there = rows.filter((row) => row.values.province === province);
    values[province] =
      mode === "count"
        ? there.length
        : median(there.flatMap(({ readiness }) => (readiness === null ? [] : [readiness.low])));
  }
  return { mode, values };
}

const NO_SHADING: MapShading = { mode: "none", values: {} };

const SHADING_WORDS = {
  count: { what: "number of zones", scale: "" },
  median: { what: "median readiness floor", scale: " of 100" },
} as const;

/** What the tint says, from the palest province to the darkest; null where nothing is tinted. */
export function shadingLegend({ mode, values }: MapShading): string | null {
  if (mode === "none") return null;
  const { what, scale } = SHADING_WORDS[mode];
  const known = Object.values(values).filter((value) => value !== null);
  if (known.length === 0) return `Provinces: ${what}, none is known.`;
  const range = formatRange(Math.min(...known), Math.max(...known));
  return `Provinces: ${what}, ${range}${scale}; darker is more.`;
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
