import { byConfirmedScore } from "../readiness/readiness";
import { COMPARE_LIMITS } from "./compare";
import type { RankedRow } from "./select";

/** A set of zones to compare, and why. */
export interface Suggestion {
  readonly key: "priority" | "floor" | "operational" | "bound" | "neighbours";
  readonly slugs: readonly string[];
}

const TOP_COUNT = 4;

/**
 * Suggests sets of zones to compare. Sets that are too small or too large, and repeated sets, are left
 * out.
 * @param rows every zone of the registry
 * @param picked the zone that is selected already; null: none
 */
export function suggestComparisons(
  rows: readonly RankedRow[],
  picked: RankedRow | null,
): Suggestion[] {
  const ranked = [...rows].sort(
    (a, b) => byConfirmedScore(a.readiness, b.readiness) || a.order - b.order,
  );
  const where = (holds: (row: RankedRow) => boolean) => ranked.filter(holds);
  const neighbours =
    picked === null || picked.values.province === null
      ? []
      : [
          picked,
          ...where(
            ({ slug, values }) =>
              slug !== picked.slug && values.province === picked.values.province,
          ).slice(0, TOP_COUNT - 1),
        ];
  const sets: readonly (readonly [Suggestion["key"], readonly RankedRow[]])[] = [
    ["neighbours", neighbours],
    ["priority", where(({ values }) => values.cpecStatus === "priority-four")],
    ["floor", ranked.filter(({ readiness }) => (readiness?.low ?? 0) > 0).slice(0, TOP_COUNT)],
    ["operational", where(({ values }) => values.status === "operational")],
    ["bound", where(({ values }) => values.legalStatus === "developer-bound")],
  ];
  const seen = new Set<string>();
  return sets.flatMap(([key, found]) => {
    const slugs = found.map(({ slug }) => slug);
    const same = [...slugs].sort().join();
    if (slugs.length < COMPARE_LIMITS.min || slugs.length > COMPARE_LIMITS.max || seen.has(same))
      return [];
    seen.add(same);
    return [{ key, slugs }];
  });
}
