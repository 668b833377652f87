import type { TargetHistory } from "@/lib/targets/targets";
import { type Day, daysBetween } from "@/lib/time/day";

/** Room at the end, so that a mark on the last day is whole. */
const MARGIN = 0.02;

/** Days laid out from left to right. */
export interface PromiseScale {
  /** Where a day lies, in per cent of the width. */
  readonly at: (day: Day) => number;
  /** The years whose beginning is marked, at most eight or so. */
  readonly years: readonly number[];
}

/** A scale of whole years that holds every day that the promises name, and the day looked at. */
export function promiseScale(targets: readonly TargetHistory[], asOf: Day): PromiseScale {
  const days = targets.flatMap(({ targets: promises }) =>
    promises.flatMap(({ madeOn, dueOn, outcome }) => [
      madeOn,
      dueOn,
      ...("by" in outcome ? [outcome.by.effectiveOn] : []),
    ]),
  );
  const sorted = [...days, asOf].sort();
  const first = Number((sorted[0] ?? asOf).slice(0, 4));
  const last = Number((sorted.at(-1) ?? asOf).slice(0, 4)) + 1;
  const step = Math.ceil((last - first) / 8);
  const from = `${first}-01-01`;
  const length = daysBetween(from, `${last}-01-01`) * (1 + MARGIN);
  return {
    at: (day) => Math.round((daysBetween(from, day) / length) * 10_000) / 100,
    years: Array.from(
      { length: Math.floor((last - first) / step) + 1 },
      (_, i) => first + i * step,
    ),
  };
}
