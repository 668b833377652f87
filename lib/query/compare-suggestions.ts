import { byConfirmedScore } from "../readiness/readiness";
import { COMPARE_LIMITS } from "./compare";
import type { RankedRow } from "./select";

/** Zones that are worth seeing side by side, and why. */
export interface Suggestion {
  readonly key: "priority" | "floor" | "operational" | "bound" | "neighbours";
  readonly slugs: readonly string[];
}

const BY_FLOOR = 4;

/**
 * Sets of zones worth comparing, of those that a day has: a set that would be too small or too large
 * to stand side by side is left out, and so is one that says the same as another.
 * @param rows every zone of the registry on that day
 * @param picked the one zone that was picked already; null: none
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
          ).slice(0, BY_FLOOR - 1),
        ];
  const sets: readonly (readonly [Suggestion["key"], readonly RankedRow[]])[] = [
    ["neighbours", neighbours],
    ["priority", where(({ values }) => values.cpecStatus === "priority-four")],
    ["floor", ranked.filter(({ readiness }) => (readiness?.low ?? 0) > 0).slice(0, BY_FLOOR)],
    ["operational", where(({ values }) => values.status === "operational")],
    ["bound", where(({ values }) => values.legalStatus === "developer-bound")],
  ];
  const seen = new Set<string>();
  return sets.flatMap(([key, found]) => {
    const slugs = found.map(({ slug }) => slug);
    const same = [...slugs].sort().join();
    if (slugs.length < COMPARE_LIMITS.least || slugs.length > COMPARE_LIMITS.most || seen.has(same))
      return [];
    seen.add(same);
    return [{ key, slugs }];
  });
}
