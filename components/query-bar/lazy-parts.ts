"use client";

import { lazyPart } from "@/components/ui/lazy-part";

const loadEnds = () => import("./range-ends").then((m) => m.RangeEnds);
/** The least and greatest value, or the first and last day, of a filter. */
export const RangeEnds = lazyPart(loadEnds);

const loadReadiness = () => import("./readiness-filter").then((m) => m.ReadinessFilter);
/** The filter of scores. */
export const ReadinessFilter = lazyPart(loadReadiness);

/** Loads the fields that are only in groups that are closed at first. Call it early. */
export function preloadLazyParts(): void {
  // Where it fails, it is tried again when they are drawn.
  for (const loading of [loadEnds(), loadReadiness()]) loading.catch(() => undefined);
}
