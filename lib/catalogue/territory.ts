import type { Place } from "./kinds";
import type { VocabularyValue } from "./vocabularies";

/** A box on the map, degrees. */
export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The box around each province or territory, from `public/basemap/provinces.geojson`, rounded outwards. */
export const PROVINCE_BOXES: Readonly<Record<VocabularyValue<"province">, Box>> = {
  punjab: { west: 69.3, east: 75.4, south: 27.7, north: 34.1 },
  sindh: { west: 66.6, east: 71.1, south: 23.6, north: 28.6 },
  "khyber-pakhtunkhwa": { west: 69.2, east: 74.2, south: 31, north: 36.9 },
  balochistan: { west: 60.8, east: 70.3, south: 24.8, north: 32.1 },
  islamabad: { west: 72.8, east: 73.4, south: 33.4, north: 33.9 },
  "gilgit-baltistan": { west: 72.5, east: 77.1, south: 34.4, north: 37.1 },
  "azad-jammu-kashmir": { west: 73.4, east: 75.3, south: 32.8, north: 35.2 },
};

/** The box around all of them. */
export const TERRITORY: Box = { west: 60.8, east: 77.1, south: 23.6, north: 37.1 };

/** Is a place in a box or on its edge? */
export function isInside({ west, east, south, north }: Box, { lon, lat }: Place): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
