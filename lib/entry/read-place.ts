import type { Place } from "../catalogue/kinds";
import { isInside, TERRITORY } from "../catalogue/territory";
import { isExact } from "../evidence/check-number";
import { type Reading, refuse, understood } from "./reading";
import type { PlainTyped } from "./typed-text";

/** Decimal places of degrees that are kept: about 1 metre. */
const DECIMALS = 5;

const PAIR = /^(-?\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s+)(-?\d+(?:\.\d+)?)$/;
const PART =
  /(-?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″]|'')\s*)?([nsew])?/giu;

/**
 * Reads a place as latitude and longitude: "24.82, 67.35", "24.82 N, 67.35 E", "N 24.82, E 67.35",
 * "24°49'12\"N 67°21'0\"E". Decimal commas and swapped numbers are asked about.
 */
export function readPlace({ text, translated }: PlainTyped): Reading<Place> {
  const pair = PAIR.exec(text);
  if (pair) return checkPlace(pair[1] ?? "", pair[2] ?? "", translated || text.includes(";"));
  const commas = /^(\d+),(\d+)[\s;,]+(\d+),(\d+)$/.exec(text);
  if (commas) {
    const [, a, b, c, d] = commas;
    return refuse("separator", `${a}.${b}, ${c}.${d}`);
  }
  const stray = text.replace(/[,;.\s]+$/, "").replace(/^[([\s]+|[)\]\s]+$/g, "");
  if (stray !== text && PAIR.test(stray)) return refuse("place", stray);
  return readDegrees(moveSides(text)) ?? refuse("place");
}

function checkPlace(lat: string, lon: string, otherForm: boolean): Reading<Place> {
  if (!isExact(lat) || !isExact(lon)) return refuse("digits");
  const place = { lat: Number(lat), lon: Number(lon) };
  const swapped = { lat: place.lon, lon: place.lat };
  if (!isInside(TERRITORY, place) && isInside(TERRITORY, swapped)) {
    return refuse("swapped-place", `${lon}, ${lat}`);
  }
  return understood(place, otherForm);
}

/** Directions that are before the degrees, moved behind them. */
function moveSides(text: string): string {
  return /^[nsew]/i.test(text)
    ? text.replace(/([nsew])\s*([^nsew,;]+?)\s*(?=[,;]|[nsew]|$)/gi, "$2$1 ")
    : text;
}

/** Degrees, minutes and seconds as a number; null where one is 60 or more, or has a fraction before a smaller one. */
function toDegrees(degrees: string, minutes?: string, seconds?: string): number | null {
  const isBroken =
    Number(minutes ?? 0) >= 60 ||
    Number(seconds ?? 0) >= 60 ||
    (degrees.includes(".") && (minutes ?? seconds) !== undefined) ||
    (minutes?.includes(".") === true && seconds !== undefined);
  return isBroken
    ? null
    : Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
}

/** Degrees with their directions; null where a text is no such pair. */
function readDegrees(text: string): Reading<Place> | null {
  const parts = [...text.matchAll(PART)];
  const rest = parts.reduce((left, [part]) => left.replace(part, ""), text);
  if (parts.length !== 2 || /[^\s,;]/.test(rest)) return null;
  const read = parts.flatMap(([, whole = "", minutes, seconds, side = ""]) => {
    const degrees = toDegrees(whole, minutes, seconds);
    return degrees === null ? [] : [{ degrees, side: side.toLowerCase() }];
  });
  const lat = read.find(({ side }) => side === "n" || side === "s");
  const lon = read.find(({ side }) => side === "e" || side === "w");
  if (!lat || !lon) return null;
  const sign = (side: string) => (side === "s" || side === "w" ? -1 : 1);
  const round = (degrees: number) => Number(degrees.toFixed(DECIMALS));
  return understood(
    { lat: round(lat.degrees) * sign(lat.side), lon: round(lon.degrees) * sign(lon.side) },
    true,
  );
}
