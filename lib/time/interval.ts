import { type Day, isDay, pakistanDay } from "./day";

/** A span of days in Pakistan, both included; null: it has no first or no last day. */
export interface DayInterval {
  readonly from: Day | null;
  readonly to: Day | null;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Reads a day, an instant (RFC 3339), or two of them with a slash between, of which one can be `..` or empty.
 * @returns null where the text is none of these or ends before it begins
 */
export function parseInterval(text: string): DayInterval | null {
  const ends = text.split("/").map(parseEnd);
  const [from, to = from] = ends;
  if (ends.length > 2 || from === undefined || to === undefined) return null;
  if (from === null && to === null) return null;
  return from !== null && to !== null && from > to ? null : { from, to };
}

/** Null: open; undefined: cannot be read. */
function parseEnd(text: string): Day | null | undefined {
  if (text === "" || text === "..") return null;
  const day = INSTANT.exec(text)?.[1];
  if (day !== undefined && isDay(day)) return pakistanDay(new Date(text.toUpperCase()));
  return isDay(text) ? text : undefined;
}

/**
 * The day of a registry that shows an interval: its last day, or today where it goes on.
 * @returns the first day where that is in the future, so that nothing is shown for it; null: today
 */
export function getShownDay({ from, to }: DayInterval, today: Day): Day | null {
  if (from !== null && from > today) return from;
  return to === null || to > today ? null : to;
}
