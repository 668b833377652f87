import type { ZoneRow } from "@/lib/evidence/row";
import { countFacets, type Facets } from "@/lib/query/facets";
import { countFunnel, type Funnel, type Ladder } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { type RankedRow, select } from "@/lib/query/select";
import type { Day } from "@/lib/time/day";

/** The answer to one query: every part of the page is drawn from it. */
export interface ExplorerAnswer {
  readonly rows: readonly RankedRow[];
  /** Zones of the scope. */
  readonly total: number;
  readonly facets: Facets;
  readonly funnels: Readonly<Record<Ladder, Funnel>>;
  /** The day looked at. */
  readonly asOf: Day;
}

/** The answer to a query over the rows of a moment. Pure. */
export function buildAnswer(rows: readonly ZoneRow[], query: Query, asOf: Day): ExplorerAnswer {
  const selection = select(rows, query, asOf);
  return {
    rows: selection.rows,
    total: selection.total,
    facets: countFacets(rows, query, asOf),
    funnels: {
      legalStatus: funnelWithoutOwn("legalStatus"),
      status: funnelWithoutOwn("status"),
    },
    asOf,
  };

  /** A ladder counts under all conditions but its own, so that its other rungs remain choices. */
  function funnelWithoutOwn(ladder: Ladder): Funnel {
    const counted = query.filters[ladder]
      ? select(rows, withChoice(query, ladder, null), asOf).rows
      : selection.rows;
    return countFunnel(counted, ladder);
  }
}
