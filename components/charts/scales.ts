import { extent, range } from "d3-array";
import { scaleBand, scaleUtc } from "d3-scale";
import type { Day } from "@/lib/time/day";
import { percent, type Tick } from "./drawing";

/** The greatest of some amounts, at least 1, for the full length of a bar. Unknown (null) is passed over. */
export function greatest(amounts: Iterable<number | null>): number {
  const [, most] = extent(amounts, (amount) => amount ?? undefined);
  return Math.max(1, most ?? 1);
}

/** The place of a column or row: all in percent of the length. */
interface BandPlace {
  readonly from: number;
  readonly width: number;
  readonly middle: number;
}

/** Equal places for keys in the order given. `padding` is the empty share of each place, 0 to 1. */
export function bandScale(keys: readonly string[], padding = 0): (key: string) => BandPlace | null {
  const scale = scaleBand(keys, [0, 100])
    .paddingInner(padding)
    .paddingOuter(padding / 2);
  const width = scale.bandwidth();
  return (key) => {
    const from = scale(key);
    if (from === undefined) return null;
    return { from: rounded(from), width: rounded(width), middle: rounded(from + width / 2) };
  };
}

/** Days along an axis. */
interface DayScale {
  /** Where a day lies, in percent of the length. */
  readonly at: (day: Day) => number;
  /** The first days of years, at most `years` and one more. */
  readonly ticks: readonly Tick[];
}

interface DayOptions {
  /** Days that the axis must hold; their order does not matter. At least one. */
  readonly days: readonly Day[];
  /** About how many years are marked; 8 by default. */
  readonly years?: number;
  /** Empty share of the length after the last year, so that a mark on its last day is whole. */
  readonly margin?: number;
  /** A year in words; its digits by default. */
  readonly format?: (year: number) => string;
}

/**
 * A scale of whole years over days in Pakistan. A `Day` is a calendar day there already, so it is
 * placed by its date alone and no time zone moves it.
 */
export function dayScale({ days, years = 8, margin = 0, format = String }: DayOptions): DayScale {
  const [first, last] = extent(days, (day) => Number(day.slice(0, 4)));
  if (first === undefined || last === undefined) throw new Error("dayScale: no day");
  const scale = scaleUtc([yearStart(first), yearStart(last + 1)], [0, 100 / (1 + margin)]);
  const step = Math.ceil((last + 1 - first) / years);
  return {
    at: (day) => rounded(scale(new Date(`${day}T00:00:00Z`))),
    ticks: range(first, last + 2, step).map((year) => ({
      at: rounded(scale(yearStart(year))),
      label: format(year),
    })),
  };
}

function yearStart(year: number): Date {
  return new Date(Date.UTC(year, 0, 1));
}

function rounded(value: number): number {
  return Number.parseFloat(percent(value));
}
