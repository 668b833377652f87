/** A zone as the map draws it. */
export interface MapPoint {
  slug: string;
  /** Short name, shown and read aloud. */
  name: string;
  lon: number;
  lat: number;
  /** Key of the `status` vocabulary; null is unknown. */
  status: string | null;
  /** What else is read aloud, in words: "under development, placed on the town". */
  description: string;
  /** Approval not evidenced. */
  candidate: boolean;
  /** How well the place is known; null where no claim says. */
  precision: "site" | "town" | "district" | null;
  /** Area in acres; null is unknown. */
  areaAcres: number | null;
  selected: boolean;
  /** A utility's gap, drawn as a bar under the marker; null where none is asked for or nothing is known. */
  gap: MarkerGap | null;
}

/** What is needed and delivered, as parts (0–1) of the longest bar; null is unknown. */
export interface MarkerGap {
  needed: number | null;
  delivered: number | null;
}

/** Where the map looks: centre in degrees, zoom as the map library counts it. */
export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

/** What the provinces are tinted by: nothing, how many zones, or the median floor of readiness. */
export interface MapShading {
  mode: "none" | "count" | "median";
  /** By province code; null, and a province left out, is not known and stays without tint. */
  values: Readonly<Record<string, number | null>>;
}

const BASE_SIZE = 15;
const LARGEST = 36;
const LARGEST_ACRES = 6000;

/**
 * Width of a marker in px. By area, the disc's surface is in proportion to the acres, from a floor
 * that can still be read; an unknown area is drawn at that floor, and the legend says so.
 */
export function markerSize(areaAcres: number | null, sizeByArea: boolean): number {
  if (!sizeByArea) {
    return BASE_SIZE;
  }
  const floor = BASE_SIZE - 3;
  const share = Math.sqrt(Math.min(areaAcres ?? 0, LARGEST_ACRES) / LARGEST_ACRES);
  return Math.max(floor, Math.round(LARGEST * share));
}
