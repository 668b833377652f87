import type pg from "pg";
import type { ZoneRow } from "@/lib/evidence/row";
import type { Facet, Facets } from "@/lib/query/facets";
import { FILTERS } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { getRowWords } from "@/lib/query/search";
import type { Day } from "@/lib/time/day";
import { copyRows } from "@/tests/bench/copy-rows.mjs";
import { CREATE_TABLE, INDEX_TABLE, listCells, TABLE } from "./columns";
import { compileCount, compileSelect, type Moment, type Statement } from "./compile";
import { compileExtents, compileWordCounts, LIST_FILTERS, WORD_FILTERS } from "./compile-facets";

/** A page of zones, as SQL gives it. */
export interface SqlPage {
  /** How many zones the query finds. */
  readonly found: number;
  /** The answers for the zones of the page, as JSON. */
  readonly answers: readonly string[];
}

/** Rows of zones in typed columns of a database, which answers the same queries. */
export interface QueryTable {
  /** The slugs of all zones that match, sorted. */
  selectSlugs(query: Query): Promise<string[]>;
  selectPage(query: Query, part: { limit: number; offset: number }): Promise<SqlPage>;
  countFacets(query: Query): Promise<Facets>;
}

/**
 * Puts rows into a table, in place of those that were there.
 * @param client of a role that may create tables and collations
 * @param asOf the day on which ages are judged
 */
export async function fillQueryTable(
  client: pg.Client,
  rows: readonly ZoneRow[],
  asOf: Day,
): Promise<QueryTable> {
  for (const statement of CREATE_TABLE) await client.query(statement);
  await copyRows(client, TABLE, listAllCells(rows));
  for (const statement of INDEX_TABLE) await client.query(statement);
  const moment = { asOf, vocabulary: [...new Set(rows.flatMap(getRowWords))] };
  // Statements with the same text are planned once in a connection; a new table has new ones.
  const names = new Map<string, string>();
  const made = performance.now();
  const run = async ({ text, values }: Statement) => {
    const name = names.get(text) ?? `query ${made} ${names.size}`;
    names.set(text, name);
    return (await client.query({ name, text, values: [...values] })).rows;
  };
  return {
    selectSlugs: async (query) =>
      (await run(compileSelect(query, moment))).map(({ slug }): string => slug),
    selectPage: async (query, part) => {
      const zones = await run(compileSelect(query, moment, part));
      const [counted] = await run(compileCount(query, moment));
      return { found: counted.found, answers: zones.map(({ answer }) => answer) };
    },
    countFacets: (query) => readFacets(run, query, moment),
  };
}

function* listAllCells(rows: readonly ZoneRow[]): Generator<unknown[]> {
  for (const row of rows) yield listCells(row);
}

/** The words of a filter that are counted even where no zone has them. */
function listFixedWords(filter: (typeof FILTERS)[number]): readonly string[] {
  if (filter.kind === "any-of") return [...(filter.terms ?? []), "unknown"];
  return filter.kind === "range" && filter.notApplicable
    ? ["unknown", "not-applicable"]
    : ["unknown"];
}

async function readFacets(
  run: (statement: Statement) => Promise<Record<string, unknown>[]>,
  query: Query,
  moment: Moment,
): Promise<Facets> {
  const counted = await run(compileWordCounts(query, moment));
  const [ends = {}] = await run(compileExtents(query, moment));
  const counts = new Map(
    FILTERS.map((filter) => [
      filter.key,
      Object.fromEntries(listFixedWords(filter).map((word) => [word, 0])),
    ]),
  );
  for (const { filter, word, zones } of counted) {
    const key = [...WORD_FILTERS, ...LIST_FILTERS][Number(filter)]?.key;
    const own = key && counts.get(key);
    if (!own || word === null || Number(zones) === 0) continue;
    own[String(word)] = Number(zones);
  }
  const facets = FILTERS.map(({ key, kind }): [string, Facet] => {
    const found = ends[`ends ${key}`];
    const [known, min, max] = Array.isArray(found) ? found : [0];
    const extent =
      kind === "any-of" || known === 0 ? null : { known, min: String(min), max: String(max) };
    return [key, { key, counts: counts.get(key) ?? {}, extent }];
  });
  return {
    scopes: Object.fromEntries(SCOPES.map((scope) => [scope, ends[scope]])) as Record<
      Scope,
      number
    >,
    filters: Object.fromEntries(facets),
    readiness: { certainly: Number(ends.certainly), possibly: Number(ends.possibly) },
  };
}
