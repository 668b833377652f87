import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ZoneRow } from "@/lib/evidence/row";
import { listConditions } from "@/lib/query/conditions";
import { countFacets } from "@/lib/query/facets";
import { FILTERS, type FilterKey, UNKNOWN } from "@/lib/query/filters";
import { buildFunnel, countFunnel, LADDERS } from "@/lib/query/ladder-funnel";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { inScope as isInScope } from "@/lib/query/scope";
import { addReadiness, select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { query, rows } from "@/tests/support/arbitraries";

const TODAY = "2026-11-24";
const SEVERAL_VALUED: ReadonlySet<FilterKey> = new Set(["sectors"]);
/** No text, which random words never match, so that selections are not empty for its sake. */
const quietQuery = query.map((given): Query => ({ ...given, q: "", zones: [] }));

/** The rule of every any-of filter, from the values of the row itself. */
function hasChosenWords(row: ZoneRow, given: Query): boolean {
  return FILTERS.every((filter) => {
    const chosen = given.filters[filter.key]?.values;
    if (filter.kind !== "any-of" || chosen === undefined) return true;
    const values = filter.getValues(row, TODAY);
    return (values.length === 0 ? [UNKNOWN] : values).some((value) => chosen.includes(value));
  });
}

describe("any query", () => {
  it("is read back from its own address", () => {
    fc.assert(
      fc.property(query, (given) => {
        const address = new URLSearchParams(writeQuery(given)).toString();
        const { query: read, problems } = parseQuery(new URLSearchParams(address));
        expect(problems).toEqual([]);
        expect(read).toEqual(given);
        expect(writeQuery(read)).toEqual(writeQuery(given));
      }),
    );
  });

  it("finds the zones that match all conditions, in an order independent of the input", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const { rows: found, total } = select(zones, given, TODAY);
        expect(found.length).toBeLessThanOrEqual(total);
        const inScope = zones.filter(({ values }) => isInScope(values, given.scope));
        expect(total).toBe(inScope.length);
        const ranked = addReadiness(inScope, given);
        const tests = listConditions(given, TODAY).map((one) => one.buildTest(inScope, ranked));
        const matching = ranked.filter(
          (row, place) => tests.every((holds) => holds(place)) && hasChosenWords(row, given),
        );
        expect(new Set(found)).toEqual(new Set(matching));
        expect(found.length).toBe(matching.length);
        const slugs = found.map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(slugs.length);
        const reversed = select([...zones].reverse(), given, TODAY).rows.map(({ slug }) => slug);
        expect(reversed).toEqual(slugs);
      }),
    );
  });

  it("finds no zone certainly that it does not find possibly", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const slugs = (readinessMode: Query["readinessMode"]) =>
          select(zones, { ...given, readinessMode }, TODAY).rows.map(({ slug }) => slug);
        expect(slugs("possibly")).toEqual(expect.arrayContaining(slugs("certainly")));
      }),
    );
  });

  it("sorts zones without a value last in both directions", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const [term] = given.sort;
        fc.pre(term !== undefined);
        const known = select(zones, given, TODAY).rows.map((row) => {
          const key = term?.key ?? "name";
          if (key === "standing") return true;
          return key === "readiness" || key === "readinessHigh" || key === "coverage"
            ? row.readiness !== null
            : row.values[key] !== null;
        });
        expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});

describe("the facets of any query", () => {
  it("of a ladder give the same funnel as the zones under all other conditions", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const facets = countFacets(zones, given, TODAY);
        for (const ladder of LADDERS) {
          const { [ladder]: _, ...filters } = given.filters;
          const under = select(zones, { ...given, filters }, TODAY).rows;
          const counts = facets.filters[ladder]?.counts ?? {};
          expect(buildFunnel(ladder, counts)).toEqual(countFunnel(under, ladder));
        }
      }),
    );
  });

  it("of a single-valued filter sum to the zones that match all other conditions", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const facets = countFacets(zones, given, TODAY);
        for (const { key } of FILTERS) {
          if (SEVERAL_VALUED.has(key)) continue;
          const { [key]: _, ...others } = given.filters;
          const { rows: under } = select(zones, { ...given, filters: others }, TODAY);
          const facet = facets.filters[key];
          const counted = Object.values(facet?.counts ?? {}).reduce((sum, n) => sum + n, 0);
          expect([key, counted + (facet?.extent?.known ?? 0)]).toEqual([key, under.length]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("count for each value the zones that a filter on it finds", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const facets = countFacets(zones, given, TODAY);
        for (const { key } of FILTERS) {
          for (const [value, count] of Object.entries(facets.filters[key]?.counts ?? {})) {
            const filters = { ...given.filters, [key]: { values: [value], from: null, to: null } };
            const { rows: found } = select(zones, { ...given, filters }, TODAY);
            expect([key, value, found.length]).toEqual([key, value, count]);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it("have an extent that contains every known value", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const facets = countFacets(zones, given, TODAY);
        for (const { key, kind } of FILTERS) {
          const extent = facets.filters[key]?.extent;
          if (kind === "any-of" || !extent) continue;
          const whole = { values: [], from: extent.min, to: extent.max };
          const filters = { ...given.filters, [key]: whole };
          expect(select(zones, { ...given, filters }, TODAY).rows.length).toBe(extent.known);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("count the zones of each scope and readiness mode", () => {
    fc.assert(
      fc.property(rows, quietQuery, (zones, given) => {
        const { scopes, readiness } = countFacets(zones, given, TODAY);
        for (const [scope, count] of Object.entries(scopes)) {
          const whole = { ...given, scope } as Query;
          expect(select(zones, whole, TODAY).total).toBe(count);
        }
        for (const readinessMode of ["certainly", "possibly"] as const) {
          const least = given.readinessMin ?? 0;
          const found = select(zones, { ...given, readinessMode, readinessMin: least }, TODAY);
          expect(readiness[readinessMode]).toBe(found.rows.length);
        }
      }),
    );
  });
});
