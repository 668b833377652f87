import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { type Condition, listConditions } from "./conditions";
import type { Query } from "./query";
import { flagScope } from "./scope";
import type { RankedRow } from "./select";

/** Which rows of a list match a query. */
interface Match {
  /** Places of the rows that match, in the order of the list. */
  readonly matched: readonly number[];
  /** Places of the rows that fail only one condition, by its key. */
  readonly missedBy: ReadonlyMap<Condition["key"], readonly number[]>;
  /** Rows of the scope, before all other conditions. */
  readonly total: number;
}

interface LastMatch {
  readonly ranked: readonly RankedRow[];
  readonly asOf: Day;
  readonly match: Match;
}

/** The last match of each query: the list of zones and the counts of the filters ask the same. */
const lastMatches = new WeakMap<Query, LastMatch>();

/**
 * Tests every row of the scope against the conditions of a query, each row until a second one fails.
 * @param rows every zone of the registry
 * @param ranked the same with readiness under the query's weights
 */
export function matchRows(
  rows: readonly ZoneRow[],
  ranked: readonly RankedRow[],
  query: Query,
  asOf: Day,
): Match {
  const last = lastMatches.get(query);
  if (last?.ranked === ranked && last.asOf === asOf) return last.match;
  const match = testRows(rows, ranked, query, asOf);
  lastMatches.set(query, { ranked, asOf, match });
  return match;
}

function testRows(
  rows: readonly ZoneRow[],
  ranked: readonly RankedRow[],
  query: Query,
  asOf: Day,
): Match {
  const tests = listConditions(query, asOf).map(({ key, buildTest }) => {
    const missed: number[] = [];
    return { key, missed, holds: buildTest(rows, ranked) };
  });
  const inScope = flagScope(rows, query.scope);
  const matched: number[] = [];
  let total = 0;
  for (let place = 0; place < rows.length; place += 1) {
    if (inScope[place] !== 1) continue;
    total += 1;
    let failed: number[] | null = null;
    let failures = 0;
    for (const { holds, missed } of tests) {
      if (holds(place)) continue;
      failed = missed;
      failures += 1;
      if (failures > 1) break;
    }
    if (failures === 0) matched.push(place);
    else if (failures === 1) failed?.push(place);
  }
  const missedBy = new Map(
    tests.filter(({ missed }) => missed.length > 0).map(({ key, missed }) => [key, missed]),
  );
  return { matched, missedBy, total };
}
