import {
  type Day,
  daysBetween,
  firstDayOfQuarter,
  isDay,
  quarterOn,
  RECORD_BEGINS,
} from "@/lib/time/day";

const DAY_MS = 86_400_000;

/** The place of a day on the scale: days since the record began; not below 0. */
export function placeOf(day: Day): number {
  return Math.max(0, daysBetween(RECORD_BEGINS, day));
}

/** The day at a place of the scale. */
export function dayAt(place: number): Day {
  return new Date(Date.parse(`${RECORD_BEGINS}T00:00:00Z`) + place * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

/** The day some months later or earlier, within the scale; the last of the month where it has no such day. */
export function monthsFrom(day: Day, months: number, today: Day): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 8);
  for (let last = Number(day.slice(8)); last > 0; last -= 1) {
    const moved = `${first}${String(last).padStart(2, "0")}`;
    if (isDay(moved)) return within(moved, today);
  }
  return day;
}

/**
 * Where an arrow key leads: to the next day on which something changed, after this one or before it, or to the end of the scale
 * where there is none.
 * @param days on which something changed, in order
 */
export function stepFrom(days: readonly Day[], day: Day, way: 1 | -1, today: Day): Day {
  const next =
    way === 1 ? days.find((other) => other > day) : days.findLast((other) => other < day);
  return within(next ?? (way === 1 ? today : RECORD_BEGINS), today);
}

function within(day: Day, today: Day): Day {
  if (day > today) return today;
  return day < RECORD_BEGINS ? RECORD_BEGINS : day;
}

/** A year that is written under the scale. */
interface YearMark {
  readonly year: number;
  /** From the start of the scale, 0 to 1. */
  readonly at: number;
}

/** The years that begin on the scale. */
export function yearMarks(today: Day): YearMark[] {
  const first = Number(RECORD_BEGINS.slice(0, 4));
  const last = Number(today.slice(0, 4));
  const length = Math.max(1, placeOf(today));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    at: placeOf(`${first + i}-01-01`) / length,
  }));
}

/** The places of days on the scale, 0 to 1; days before the record began are left out. */
export function tickPlaces(changeDates: readonly Day[], today: Day): number[] {
  const length = Math.max(1, placeOf(today));
  return changeDates
    .filter((day) => day >= RECORD_BEGINS && day <= today)
    .map((day) => placeOf(day) / length);
}

/** One quarter of the histogram. */
interface QuarterBar {
  /** Start and width as parts of the scale, 0 to 1. */
  readonly at: number;
  readonly width: number;
  /** Square root of the share of the greatest count, 0 to 1: one quarter has far more than the others. */
  readonly height: number;
}

/** The bars of the counts by quarter since the record began. Quarters without a report are left out. */
export function quarterBars(counts: readonly number[], today: Day): QuarterBar[] {
  const most = Math.max(1, ...counts);
  const length = Math.max(1, placeOf(today));
  return counts.flatMap((count, quarter) => {
    if (count === 0) return [];
    const at = placeOf(startOf(quarter)) / length;
    const end = Math.min(1, placeOf(startOf(quarter + 1)) / length);
    return [{ at, width: end - at, height: Math.sqrt(count / most) }];
  });
}

function startOf(quarter: number): Day {
  const year = quarterOn(RECORD_BEGINS).year + Math.floor(quarter / 4);
  return firstDayOfQuarter({ year, quarter: (quarter % 4) + 1 });
}
