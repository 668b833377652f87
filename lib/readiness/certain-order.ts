import type { Readiness } from "./readiness";

/** The certain part of a ranking: a zone is certainly ahead where its `low` is above the other's `high`. */
export interface CertainOrder {
  /** Zones with a readiness. */
  readonly zones: number;
  /** Pairs of these zones. */
  readonly pairs: number;
  /** Pairs in which one zone is certainly ahead. */
  readonly certain: number;
  /** Slugs of the zones that are not certainly behind any other, so that any of them may be first. */
  readonly maybeFirst: readonly string[];
  /** Zones that are certainly behind another. */
  readonly certainlyBehind: number;
  /** Slug of the zone that is certainly ahead of all others; null: none. */
  readonly certainFirst: string | null;
}

interface Banded {
  readonly slug: string;
  readonly readiness: Readiness | null;
}

/**
 * The order of zones that holds for every possible value of the unknowns (domain.md, section 3).
 * Zones without readiness are left out. O(n log n).
 */
export function computeCertainOrder(rows: readonly Banded[]): CertainOrder {
  const banded = rows.flatMap(({ slug, readiness }) =>
    readiness === null ? [] : [{ slug, ...readiness }],
  );
  const highs = Float64Array.from(banded, ({ high }) => high).sort();
  const certain = banded.reduce((sum, { low }) => sum + countBelow(highs, low), 0);
  const best = banded.reduce((most, { low }) => Math.max(most, low), Number.NEGATIVE_INFINITY);
  const maybeFirst = banded.filter(({ high }) => high >= best).map(({ slug }) => slug);
  const zones = banded.length;
  const [first] = maybeFirst;
  return {
    zones,
    pairs: (zones * Math.max(0, zones - 1)) / 2,
    certain,
    maybeFirst,
    certainlyBehind: zones - maybeFirst.length,
    certainFirst: maybeFirst.length === 1 && zones > 1 && first !== undefined ? first : null,
  };
}

/** The number of values below a limit in an ascending list. */
function countBelow(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
