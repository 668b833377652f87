import { TERRITORY } from "@/lib/catalogue/territory";
import type { PlainText } from "./plain-text";

/** The ends of the box that every place is in, in degrees. */
export function describeTerritory(number: PlainText["number"]) {
  const { west, east, south, north } = TERRITORY;
  return { west: number(west), east: number(east), south: number(south), north: number(north) };
}
