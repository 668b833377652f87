import type { Readiness } from "./readiness";

/** What can be said for certain of an order: one zone is ahead only where its low is above the other's high. */
export interface CertainOrder {
  /** Zones that have a readiness. */
  readonly zones: number;
  /** Pairs of them. */
  readonly pairs: number;
  /** Pairs of which one zone is certainly ahead of the other. */
  readonly certain: number;
  /** Zones of which none is certainly behind another: any of them may be the most ready. */
  readonly maybeFirst: readonly string[];
  /** Zones that are certainly behind at least one other. */
  readonly certainlyBehind: number;
  /** The zone that is certainly ahead of every other; null where there is none. */
  readonly certainFirst: string | null;
}

/** A zone with its band. */
interface Banded {
  readonly slug: string;
  readonly readiness: Readiness | null;
}

/**
 * What is certain of the order of some zones, whatever the unknowns turn out to be (domain.md,
 * section 3). Zones without a readiness are passed over. O(n log n).
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

/** How many of some ascending numbers are below a limit. */
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
