// Measures queries in memory, as the app answers them, and in SQL on typed, indexed columns, on the same rows: a page of 100
// zones and the counts of all filters. Arguments: numbers of zones.
import pg from "pg";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { finish } from "@/lib/evidence/steps";
import { countFacets } from "@/lib/query/facets";
import { parseQuery } from "@/lib/query/parse-query";
import { prepareRows } from "@/lib/query/prepare-rows";
import type { Query } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { startTemporaryDatabase } from "@/scripts/lib/embedded-postgres.mjs";
import { fillQueryTable, type QueryTable } from "@/tests/support/query-sql/query-table";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { formatColumns, median } from "./measure";
import { addZones } from "./synthetic-zones";

const ROUNDS = 7;
const PAGE = { limit: 100, offset: 0 };

/** The kinds of queries, by what is measured of them. Each is asked after another one, so that nothing is kept from the last time. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  "all zones": ["scope=all", "scope=announced"],
  "two filters": [
    "scope=all&province=sindh&electricity=available,partial",
    "scope=all&province=punjab&water=available,partial",
  ],
  "another order": ["scope=all&sort=district", "scope=all&sort=-areaAcres"],
  "own weights": [
    "scope=all&weights=legal:30,utilities:10&readinessMin=20",
    "scope=all&weights=legal:10,services:30&readinessMin=20",
  ],
  text: ["scope=all&q=industrial+faislabad", "scope=all&q=karachi+estate"],
};

interface Times {
  readonly memory: number;
  readonly sql: number;
}

async function measureBoth(
  queries: readonly Query[],
  inMemory: (query: Query) => unknown,
  inSql: (query: Query) => Promise<unknown>,
): Promise<Times> {
  const [memory, sql]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      const startedAt = performance.now();
      inMemory({ ...query });
      const answeredAt = performance.now();
      await inSql(query);
      memory.push(answeredAt - startedAt);
      sql.push(performance.now() - answeredAt);
    }
  }
  return { memory: median(memory), sql: median(sql) };
}

/** A page as the app answers it: the zones found, and those of the page as JSON. */
function selectPage(rows: readonly ZoneRow[], query: Query): string {
  const { rows: found } = select(rows, query, COMPILED_ON);
  return JSON.stringify({ found: found.length, data: found.slice(0, PAGE.limit) });
}

function readQueries(addresses: readonly string[]): Query[] {
  return addresses.map((address) => {
    const { query, problems } = parseQuery(new URLSearchParams(address));
    if (problems.length > 0) throw new Error(`${address}: ${JSON.stringify(problems)}`);
    return query;
  });
}

async function makeRows(size: number): Promise<readonly ZoneRow[]> {
  const facts = addZones(await seedFacts(), size);
  const moment = { asOf: COMPILED_ON, revision: facts.revision };
  return buildRegistry(facts, indexEvidence(facts), moment).zones.map(buildRow);
}

const cell = ({ memory, sql }: Times) =>
  `${memory.toFixed(1)} and ${sql.toFixed(1)} ms ×${(sql / memory).toFixed(1)}`;

async function measureSize(rows: readonly ZoneRow[], table: QueryTable): Promise<string[][]> {
  const lines: string[][] = [];
  for (const [name, addresses] of Object.entries(ADDRESSES)) {
    const queries = readQueries(addresses);
    const page = await measureBoth(
      queries,
      (query) => selectPage(rows, query),
      (query) => table.selectPage(query, PAGE),
    );
    const facets = await measureBoth(
      queries,
      (query) => countFacets(rows, query, COMPILED_ON),
      (query) => table.countFacets(query),
    );
    lines.push([String(rows.length), name, cell(page), cell(facets)]);
  }
  return lines;
}

const database = await startTemporaryDatabase("bench-queries");
const client = new pg.Client({ connectionString: database.ownerUrl });
try {
  await client.connect();
  // Enough for every sort and count here.
  await client.query("SET work_mem = '256MB'");
  const lines: string[][] = [];
  for (const size of process.argv.slice(2).map(Number)) {
    const rows = await makeRows(size);
    const table = await fillQueryTable(client, rows, COMPILED_ON);
    finish(prepareRows(rows, COMPILED_ON));
    lines.push(...(await measureSize(rows, table)));
  }
  console.log("Queries in memory and in SQL; × is SQL to memory");
  console.log(formatColumns([["zones", "query", "a page of 100 zones", "all counts"], ...lines]));
} finally {
  await client.end();
  await database.stop();
}
