import type { PendingPoint } from "@/components/map/pending-map";
import type { ZoneRow } from "@/lib/evidence/row";
import { isCandidate } from "@/lib/query/scope";

/** The zones with a location, as they are drawn before the map. */
export function listPoints(rows: readonly ZoneRow[]): PendingPoint[] {
  return rows.flatMap(({ slug, values, progress: { standing } }) => {
    const { location } = values;
    return location === null ? [] : [{ slug, location, standing, candidate: isCandidate(values) }];
  });
}

/** At most so many points, from all parts of their order, so that they show where zones are. */
export function thinEvenly<T>(points: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(points.length / most);
  return step <= 1 ? points : points.filter((_, i) => i % step === 0);
}
