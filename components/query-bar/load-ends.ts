"use client";

import dynamic from "next/dynamic";

const loadEnds = () => import("./range-ends");
export const RangeEnds = dynamic(() => loadEnds().then((m) => m.RangeEnds), {
  loading: () => null,
});
export const PeriodEnds = dynamic(() => loadEnds().then((m) => m.PeriodEnds), {
  loading: () => null,
});

/** Loads the fields of ranges and periods, which are only in groups that are closed at first. Call it early. */
export function preloadEnds(): void {
  // Where it fails, it is tried again when they are drawn.
  loadEnds().catch(() => undefined);
}
