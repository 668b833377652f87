import { isZoneField, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { pickFields, type ZoneRow } from "@/lib/evidence/row";
import { countFacets, type Facets } from "@/lib/query/facets";
import { buildFunnel, type Funnel } from "@/lib/query/ladder-funnel";
import { getTablePage, type ListPage, type ListParams } from "@/lib/query/list-page";
import type { Query } from "@/lib/query/query";
import { type ConditionKey, listActiveConditions, withoutCondition } from "@/lib/query/query-edits";
import { type RankedRow, select } from "@/lib/query/select";
import { writeHeadline } from "@/lib/text/headline";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import { type ColumnKey, listShownFields } from "./columns";

/** The answer to one query: every part of the page is drawn from it. */
export interface ExplorerAnswer {
  /** The matching zones, sorted. */
  readonly rows: readonly RankedRow[];
  /** Are the rows the server's, with a page of the zones and only the fields that the table shows first? */
  readonly isFirst: boolean;
  /** Number of matching zones. */
  readonly found: number;
  /** Zones of the scope. */
  readonly total: number;
  readonly facets: Facets;
  /** The zones on the ladder of legal status. */
  readonly funnel: Funnel;
  /** As the server wrote it; null: to be written from the rows. */
  readonly headline: string | null;
  /** Conditions to remove where no zone matches. */
  readonly relaxations: readonly Relaxation[];
  /** The day looked at. */
  readonly asOf: Day;
}

/** The answer to a query over the rows of a moment. Pure. */
export function buildAnswer(rows: readonly ZoneRow[], query: Query, asOf: Day): ExplorerAnswer {
  const { rows: matching, total } = select(rows, query, asOf);
  const facets = countFacets(rows, query, asOf);
  const found = matching.length;
  return {
    ...{ rows: matching, isFirst: false, found, total, facets },
    // It counts as its filter does, under all conditions but its own, so that its other rungs remain choices.
    funnel: buildFunnel("legalStatus", facets.filters.legalStatus?.counts ?? {}),
    headline: null,
    relaxations: found === 0 ? listRelaxations(rows, query, asOf) : [],
    asOf,
  };
}

/** A condition that can be removed, and how many zones would match without it. */
interface Relaxation {
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

/** Fields of a row that no column shows: its name, its place, and what says how sure its approval is. */
const ALWAYS: readonly ZoneFieldKey[] = [
  ...(["name", "district", "location", "status", "legalStatus"] as const),
  ...(["cohort", "candidateForRemainder"] as const),
];

/** The server's answer, which the page shows until the browser has every row. */
export interface FirstAnswer extends Omit<ExplorerAnswer, "rows"> {
  readonly list: ListPage<RankedRow>;
}

/**
 * The server's answer to a query.
 * @param rows every zone of the registry on the day
 * @param page of the matching zones, as the address names it
 */
export function buildFirstAnswer(
  text: Text,
  rows: readonly ZoneRow[],
  query: Query,
  asOf: Day,
  { columns, page }: { columns: readonly ColumnKey[]; page?: ListParams["page"] },
): FirstAnswer {
  const { rows: matching, ...answer } = buildAnswer(rows, query, asOf);
  const list = getTablePage(matching, page);
  const shown = [...ALWAYS, ...listShownFields(columns).filter(isZoneField)];
  return {
    ...{ ...answer, isFirst: true },
    headline: writeHeadline(text, { query, asOf, scopes: answer.facets.scopes, rows: matching }),
    list: { ...list, items: list.items.map((row) => pickFields(row, shown)) },
  };
}

/** The server's answer in the form of the browser's own. */
export function openFirstAnswer({ list, ...answer }: FirstAnswer): ExplorerAnswer {
  return { ...answer, rows: list.items };
}
