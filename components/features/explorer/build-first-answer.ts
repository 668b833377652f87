import type { ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { writeHeadline } from "@/lib/text/headline";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import { buildAnswer, listRelaxations } from "./explorer-answer";
import { countPages, type FirstAnswer, queryKey } from "./first-answer";
import { boundResults } from "./map-results";
import { listPoints, thinEvenly } from "./pending-points";
import { FIRST_ROWS } from "./table-window";

/**
 * Zones in a registry whose rows all come with the page. A row is about 2 KB in the page: 1,000 make it 2 MB, as much as
 * a slow connection loads in 10 s; of more zones the page carries the first rows, and loads the others itself.
 */
export const MOST_SERVED = 1_000;

/** Each is 0.5 KB of the page, and more would hide each other. */
const MOST_POINTS = 100;

/** The first answer, and the rows that it shows. */
interface FirstPage {
  readonly first: FirstAnswer;
  readonly rows: readonly ZoneRow[];
}

/**
 * The answer to a query for a page that does not carry every row.
 * @param rows every zone of the registry on the day
 * @param page of the rows, from 1; after the last one the last one counts
 */
export function buildFirstPage(
  text: Text,
  rows: readonly ZoneRow[],
  query: Query,
  asOf: Day,
  page: number,
): FirstPage {
  const { rows: matching, found, total, facets, funnel } = buildAnswer(rows, query, asOf);
  const start = FIRST_ROWS * (Math.min(page, countPages(found)) - 1);
  const points = listPoints(matching);
  return {
    first: {
      ...{ key: queryKey(query), found, total, facets, funnel, start },
      headline: writeHeadline(text, { query, asOf, scopes: facets.scopes, rows: matching }),
      points: thinEvenly(points, MOST_POINTS),
      area: boundResults(
        query,
        points.map(({ location }) => location),
      ),
      relaxations: found === 0 ? listRelaxations(rows, query, asOf) : [],
    },
    rows: matching
      .slice(start, start + FIRST_ROWS)
      // The browser works it out again.
      .map(({ readiness: _, ...row }) => row),
  };
}
