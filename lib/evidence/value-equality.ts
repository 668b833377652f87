import type { FieldSpec, FieldValue, Place } from "../catalogue/kinds";

const SAME_NUMBER = 0.05;
const SAME_PLACE_KM = 5;
const EARTH_RADIUS_KM = 6371;

/** Lower case, single spaces. */
export function foldText(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Great-circle distance between two points, in kilometres. */
export function distanceKm(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Narrows a value to a place. */
export function isPlace(value: FieldValue): value is Place {
  return typeof value === "object" && value !== null && "lon" in value;
}

/**
 * Do two values of one field differ? Numbers: by more than 5 % of the larger magnitude; partial
 * dates: where neither contains the other; lists: as sets; text: ignoring case and extra spaces;
 * places: by more than 5 km. Null (the source says "not known") never differs.
 */
export function differs(spec: FieldSpec, a: FieldValue, b: FieldValue): boolean {
  if (a === null || b === null) return false;
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) > SAME_NUMBER * Math.max(Math.abs(a), Math.abs(b));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const left = new Set(a.map(foldText));
    const right = new Set(b.map(foldText));
    return left.size !== right.size || [...left].some((word) => !right.has(word));
  }
  if (isPlace(a) && isPlace(b)) return distanceKm(a, b) > SAME_PLACE_KM;
  const left = foldText(String(a));
  const right = foldText(String(b));
  if (spec.kind === "date") return !left.startsWith(right) && !right.startsWith(left);
  return left !== right;
}
