import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { countFacets } from "@/lib/query/facets";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { addReadiness, select } from "@/lib/query/select";
import { query, rows as randomRows } from "@/tests/support/arbitraries";
import { fillQueryTable, type QueryTable } from "@/tests/support/query-sql/query-table";
import { COMPILED_ON } from "@/tests/support/seed-facts";
import { seedDay } from "@/tests/support/seed-workbook";
import { testDatabase } from "@/tests/support/test-database";

// SQL answers every query as memory does: another implementation, by another language, of what a query means.

const database = testDatabase("empty");
const asOf = COMPILED_ON;
let client: pg.Client;
let real: readonly ZoneRow[];

beforeAll(async () => {
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  real = (await seedDay()).registry.zones.map(buildRow);
});

afterAll(() => client.end());

/** Words of real zones, some of them misspelled or unfinished. */
const realTexts = fc.constantFrom(
  "",
  "",
  "industrial",
  "faisalabad",
  "faislabad",
  "rasha",
  "m-3",
  "sez kpk",
  "port",
);

/**
 * Random minimums leave few zones, so most queries here have none. Those that are the score or the completeness of a zone
 * show whether the zone itself is found.
 */
function listMinimums(rows: readonly ZoneRow[]): fc.Arbitrary<Partial<Query>> {
  const found = addReadiness(rows, DEFAULT_QUERY).flatMap(({ readiness }) => readiness ?? []);
  const exact = fc.record({
    weights: fc.constant(DEFAULT_QUERY.weights),
    readinessMin: fc.constantFrom(null, ...found.flatMap(({ low, high }) => [low, high])),
    coverageMin: fc.constantFrom(null, ...found.map(({ coverage }) => coverage)),
  });
  return fc.oneof(fc.constant({ readinessMin: null, coverageMin: null }), exact, fc.constant({}));
}

async function expectSame(table: QueryTable, rows: readonly ZoneRow[], given: Query) {
  expect(await table.selectSlugs(given)).toEqual(
    select(rows, given, asOf).rows.map(({ slug }) => slug),
  );
  expect(await table.countFacets(given)).toEqual(countFacets(rows, given, asOf));
}

it("gives the same zones of the data set in the same order, and the same counts", async () => {
  const table = await fillQueryTable(client, real, asOf);
  const slugs = real.map(({ slug }) => slug);
  const zones = fc.oneof(fc.constant([]), fc.subarray(slugs, { minLength: 5 }));
  await fc.assert(
    fc.asyncProperty(
      query,
      realTexts,
      zones,
      listMinimums(real),
      async (given, q, chosen, least) => {
        await expectSame(table, real, { ...given, ...least, q, zones: chosen });
      },
    ),
    { numRuns: 150 },
  );
});

it("gives the same of any zones", async () => {
  await fc.assert(
    fc.asyncProperty(
      randomRows,
      fc.array(query, { minLength: 3, maxLength: 5 }),
      async (rows, queries) => {
        const table = await fillQueryTable(client, rows, asOf);
        for (const given of queries) await expectSame(table, rows, given);
      },
    ),
    { numRuns: 20 },
  );
});
