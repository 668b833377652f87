import type { MapPoint, MapShading, MarkerGap } from "@/components/map/map-point";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { briefZoneName } from "@/lib/evidence/zone-name";
import { computeGap, computeGapTotals, UTILITIES, type Utility } from "@/lib/gaps/gaps";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { lowerFirst } from "@/lib/text/first-letter";
import { describeGap } from "@/lib/text/gap-words";
import { describeReadiness } from "@/lib/text/readiness-score";
import type { Text } from "@/lib/text/text";
import { type Markers, SHADES, type Shade } from "./view-params";
import { describeShadeStep, getShadeStep } from "./zone-shades";

/** The zones with a location, as the map draws them. */
export function buildMapPoints(
  text: Text,
  rows: readonly RankedRow[],
  selected: readonly string[],
  markers: Markers,
): MapPoint[] {
  const picked = new Set(selected);
  const utility = getUtility(markers);
  const shade = getShade(markers);
  const longest = utility === null ? 0 : longestGap(utility, rows);
  return rows.flatMap((row): MapPoint[] => {
    const { location, locationPrecision, areaAcres } = row.values;
    if (location === null) return [];
    return [
      {
        slug: row.slug,
        name: nameOnMap(text, row),
        lon: location.lon,
        lat: location.lat,
        standing: row.progress.standing,
        // Written only for the markers that are drawn.
        get description() {
          return describePoint(text, row, utility, shade);
        },
        candidate: isCandidate(row.values),
        precision: locationPrecision,
        areaAcres,
        selected: picked.has(row.slug),
        gap: utility === null ? null : markerGap(utility, row.values, longest),
        shade: shade === null ? null : { step: getShadeStep(shade, row) },
      },
    ];
  });
}

/** In the language of the reader where it is recorded. */
function nameOnMap({ locale }: Text, row: RankedRow): string {
  const { nameUr, nameZh } = row.values;
  return (locale === "ur" ? nameUr : locale === "zh" ? nameZh : null) ?? briefZoneName(row);
}

/** Read aloud after a marker's name: "being built, under development, readiness 49 to 86 of 100, shown at the nearest town". */
function describePoint(text: Text, row: RankedRow, utility: Utility | null, shade: Shade | null) {
  const { values, readiness, progress } = row;
  const { status, locationPrecision } = values;
  const parts = [
    lowerFirst(text, text.t(`query.standing.${progress.standing}`)),
    ...(status === null ? [] : [lowerFirst(text, text.termLabel("status", status))]),
    ...(isCandidate(values) ? [text.t("common.approval.candidateInFull")] : []),
    ...(utility === null ? [] : [describeGap(text, utility, row)]),
    ...(shade === null ? [] : [describeShade(text, shade, row)]),
    ...(readiness === null
      ? []
      : [lowerFirst(text, describeReadiness(text, { low: readiness.low, high: readiness.high }))]),
    ...(locationPrecision === null ? [] : [text.t(`explorer.map.precision.${locationPrecision}`)]),
  ];
  return text.list(parts, "none");
}

/** The colour of a zone in words: "firms producing: 5 to 19". */
export function describeShade(text: Text, shade: Shade, row: RankedRow): string {
  const words = text.t("explorer.map.count", {
    label: text.t(`explorer.map.shades.${shade}.title`),
    count: lowerFirst(text, describeShadeStep(text, shade, getShadeStep(shade, row))),
  });
  return lowerFirst(text, words);
}

/** What colours the markers; null: their standing. */
export function getShade(markers: Markers): Shade | null {
  return SHADES.find((shade) => shade === markers) ?? null;
}

/** The zones without a location. */
export function listUnlocated(rows: readonly RankedRow[]): RankedRow[] {
  return rows.filter(({ values }) => values.location === null);
}

/** The utility whose gap the markers show; null: none. */
export function getUtility(markers: Markers): Utility | null {
  return UTILITIES.find(({ name }) => name === markers) ?? null;
}

/** The largest need or delivery among some zones, the full length of a bar; 0 where none is known. */
export function longestGap(utility: Utility, rows: readonly RankedRow[]): number {
  return Math.max(
    0,
    ...rows.flatMap(({ values }) => {
      const { needed, delivered } = computeGap(utility, values);
      return [needed ?? 0, delivered ?? 0];
    }),
  );
}

/** Need and delivery as shares of the longest; null where neither is known. */
export function markerGap(utility: Utility, values: ZoneValues, longest: number): MarkerGap | null {
  const { needed, delivered } = computeGap(utility, values);
  if (longest <= 0 || (needed === null && delivered === null)) return null;
  const part = (quantity: number | null) => (quantity === null ? null : quantity / longest);
  return { needed: part(needed), delivered: part(delivered) };
}

/** What the bars mean, and for how many zones there is a figure. */
export function describeGapLegend(
  text: Text,
  utility: Utility,
  rows: readonly RankedRow[],
): string {
  const { neededKnown, bothKnown, zones } = computeGapTotals(
    utility,
    rows.map(({ values }) => values),
  );
  return text.t("explorer.map.gapLegend", {
    utility: utility.name,
    needed: text.number(neededKnown),
    both: text.number(bothKnown),
    zones: text.number(zones),
  });
}

/** The shade of each province: the number of zones in it, or the median of their confirmed scores; null where there is none. */
export function shadeProvinces(rows: readonly RankedRow[], mode: MapShading["mode"]): MapShading {
  if (mode === "none") return NO_SHADING;
  const values: Record<string, number | null> = {};
  for (const { value: province } of listTerms("province")) {
    const zones = rows.filter((row) => row.values.province === province);
    values[province] =
      mode === "count"
        ? zones.length
        : median(zones.flatMap(({ readiness }) => (readiness === null ? [] : [readiness.low])));
  }
  return { mode, values };
}

const NO_SHADING: MapShading = { mode: "none", values: {} };

/** What the shades mean, from the palest to the darkest province; null where none is shaded. */
export function describeShading(text: Text, { mode, values }: MapShading): string | null {
  if (mode === "none") return null;
  const known = Object.values(values).filter((value) => value !== null);
  if (known.length === 0) return text.t("explorer.map.shading.medianUnknown");
  const range = text.range(Math.min(...known), Math.max(...known));
  return text.t(`explorer.map.shading.${mode}`, { range });
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
