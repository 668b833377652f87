import type { ZoneRow } from "@/lib/evidence/row";
import { countFacets, type Facets } from "@/lib/query/facets";
import { buildFunnel, type Funnel } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { type ConditionKey, listActiveConditions, withoutCondition } from "@/lib/query/query-edits";
import { type RankedRow, select } from "@/lib/query/select";
import type { Day } from "@/lib/time/day";

/** The answer to one query: every part of the page is drawn from it. */
export interface ExplorerAnswer {
  /** The matching zones, sorted. Of a large registry only some of them, until the browser has every row. */
  readonly rows: readonly RankedRow[];
  /** Number of matching zones. */
  readonly found: number;
  /** Zones of the scope. */
  readonly total: number;
  readonly facets: Facets;
  /** The zones on the ladder of legal status. */
  readonly funnel: Funnel;
  /** As the server wrote it; null: to be written from the rows. */
  readonly headline: string | null;
  /** The day looked at. */
  readonly asOf: Day;
}

/** The answer to a query over the rows of a moment. Pure. */
export function buildAnswer(rows: readonly ZoneRow[], query: Query, asOf: Day): ExplorerAnswer {
  const { rows: matching, total } = select(rows, query, asOf);
  const facets = countFacets(rows, query, asOf);
  return {
    ...{ rows: matching, found: matching.length, total, facets },
    // It counts as its filter does, under all conditions but its own, so that its other rungs remain choices.
    funnel: buildFunnel("legalStatus", facets.filters.legalStatus?.counts ?? {}),
    headline: null,
    asOf,
  };
}

/** Are all matching zones among the rows? */
export function isWhole({ rows, found }: Pick<ExplorerAnswer, "rows" | "found">): boolean {
  return rows.length === found;
}

/** A condition that can be removed, and how many zones would match without it. */
export interface Relaxation {
  readonly key: ConditionKey;
  readonly found: number;
}

/**
 * Which conditions to remove where a query finds nothing: those that alone exclude every zone, the one
 * that shows most zones first. Empty where no single one does.
 */
export function listRelaxations(rows: readonly ZoneRow[], query: Query, asOf: Day): Relaxation[] {
  return listActiveConditions(query)
    .map((key) => ({ key, found: select(rows, withoutCondition(query, key), asOf).rows.length }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found);
}
