"use client";

import { lazyPart } from "@/components/ui/lazy-part";

const loadEnds = () => import("./range-ends");
export const RangeEnds = lazyPart(() => loadEnds().then((m) => m.RangeEnds));
export const PeriodEnds = lazyPart(() => loadEnds().then((m) => m.PeriodEnds));

const loadReadiness = () => import("./readiness-filter").then((m) => m.ReadinessFilter);
export const ReadinessFilter = lazyPart(loadReadiness);

/** Loads the fields that are only in groups that are closed at first. Call it early. */
export function preloadFolded(): void {
  // Where it fails, it is tried again when they are drawn.
  for (const loading of [loadEnds(), loadReadiness()]) loading.catch(() => undefined);
}
