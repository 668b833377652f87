import type { Standing } from "@/lib/readiness/standing";

/** Steps of the colour of a marker, from pale to dark. */
export const SHADE_STEPS = [0, 1, 2, 3] as const;
export type ShadeStep = (typeof SHADE_STEPS)[number];

/** A zone as the map draws it. */
export interface MapPoint {
  slug: string;
  /** Short name. */
  name: string;
  lon: number;
  lat: number;
  standing: Standing;
  /** The rest of the accessible name: "being built: under development, at the nearest town". */
  description: string;
  /** Approval not confirmed. */
  candidate: boolean;
  /** null is unknown. */
  precision: "site" | "town" | "district" | null;
  /** Area in acres; null is unknown. */
  areaAcres: number | null;
  selected: boolean;
  /** The gap of a utility, drawn as a bar under the marker; null where none is chosen or nothing is known. */
  gap: MarkerGap | null;
  /** A colour in place of the standing, in a step from pale to dark; its step is null where the value is unknown. */
  shade: { step: ShadeStep | null } | null;
}

/** What is needed and delivered, 0 to 1 of the longest bar; null is unknown. */
export interface MarkerGap {
  needed: number | null;
  delivered: number | null;
}

/** The centre of the map in degrees, and the zoom of the map library. */
export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

/** West and south, then east and north, in degrees. */
export type MapBounds = readonly [readonly [number, number], readonly [number, number]];

/** The whole country with the units it administers. */
export const COUNTRY: MapBounds = [
  [60.7, 23.5],
  [77.6, 37.2],
];

/** One zone is not shown nearer than this: the region around it remains in view. */
export const HOME_ZOOM = 8;

/** The area of some places; null where there is none. */
export function boundPoints(points: readonly { lon: number; lat: number }[]): MapBounds | null {
  if (points.length === 0) return null;
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ];
}

/** What tints the provinces: nothing, the number of zones, or the median confirmed score. */
export interface MapShading {
  mode: "none" | "count" | "median";
  /** By province code; null or left out: unknown, without a tint. */
  values: Readonly<Record<string, number | null>>;
}

const BASE_SIZE = 15;
const LARGEST = 36;
const LARGEST_ACRES = 6000;

/**
 * Width of a marker, CSS pixels. By area, its surface is in proportion to the acres, with a smallest
 * size. An unknown area has that size; the legend says so.
 */
export function markerSize(areaAcres: number | null, sizeByArea: boolean): number {
  if (!sizeByArea) {
    return BASE_SIZE;
  }
  const floor = BASE_SIZE - 3;
  const share = Math.sqrt(Math.min(areaAcres ?? 0, LARGEST_ACRES) / LARGEST_ACRES);
  return Math.max(floor, Math.round(LARGEST * share));
}
