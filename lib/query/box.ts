import { invalid, type ReadResult } from "./param-issues";
import { toNumber } from "./param-readers";

/** A part of the map in degrees, WGS 84, all sides included. Where west is greater than east, it crosses the 180th meridian. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A box around Pakistan. */
export const BOX_EXAMPLE = "60,23,78,38";

const INVALID = invalid({ code: "box-format", example: BOX_EXAMPLE }, [BOX_EXAMPLE]);

/** Reads west, south, east and north; of 6 numbers, the third and the last are heights, which no zone has. */
export function readBox(got: string): ReadResult<Box> {
  const numbers = got.split(",").map((part) => toNumber(part.trim()));
  const sides = numbers.length === 6 ? numbers.filter((_, i) => i % 3 !== 2) : numbers;
  const [west, south, east, north] = sides.filter((side) => side !== null);
  if (numbers.includes(null) || sides.length !== 4) return INVALID;
  if (west === undefined || south === undefined || east === undefined) return INVALID;
  if (north === undefined || south > north) return INVALID;
  return { value: { west, south, east, north } };
}

/** Is a place in a box? */
export function isInBox(
  { lon, lat }: { readonly lon: number; readonly lat: number },
  { west, south, east, north }: Box,
): boolean {
  const isBetween = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return isBetween && lat >= south && lat <= north;
}
