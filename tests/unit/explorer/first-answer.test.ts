import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFirstPage } from "@/components/features/explorer/build-first-answer";
import { buildAnswer, listRelaxations } from "@/components/features/explorer/explorer-answer";
import { countPages, openFirstAnswer, queryKey } from "@/components/features/explorer/first-answer";
import { thinEvenly } from "@/components/features/explorer/pending-points";
import { FIRST_ROWS } from "@/components/features/explorer/table-window";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { englishText } from "@/lib/text/english-text";
import { writeHeadline } from "@/lib/text/headline";
import * as arbitrary from "@/tests/support/arbitraries";
import { ask, zone } from "./rows";

const TODAY = "2026-11-25";
const zones = Array.from({ length: 100 }, (_, i) =>
  zone(`zone-${i}`, { location: { lon: 60 + i / 10, lat: 30 } }),
);
const firstPage = (rows: readonly ZoneRow[], query: Query, page = 1) =>
  buildFirstPage(englishText, rows, query, TODAY, page);

describe("the first answer of a large registry", () => {
  it("is the browser's own answer with fewer rows", () => {
    fc.assert(
      fc.property(arbitrary.rows, arbitrary.query, (rows, query) => {
        const { first, rows: shown } = firstPage(rows, query);
        const moment = { rows: shown, asOf: TODAY, revision: 1, knownOn: "r1" };
        const whole = buildAnswer(rows, query, TODAY);
        const scopes = whole.facets.scopes;
        expect(openFirstAnswer(first, moment, query)).toEqual({
          ...whole,
          rows: whole.rows.slice(0, FIRST_ROWS),
          headline: writeHeadline(englishText, { query, asOf: TODAY, scopes, rows: whole.rows }),
        });
        expect(first.relaxations).toEqual(
          whole.found === 0 ? listRelaxations(rows, query, TODAY) : [],
        );
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [1, 0],
    [2, FIRST_ROWS],
    [3, 2 * FIRST_ROWS],
    [99, 2 * FIRST_ROWS],
  ])("on page %d starts after %d rows", (page, start) => {
    const { first, rows } = firstPage(zones, DEFAULT_QUERY, page);
    const { rows: all } = buildAnswer(zones, DEFAULT_QUERY, TODAY);
    expect(first.start).toBe(start);
    expect(rows.map(({ slug }) => slug)).toEqual(
      all.slice(start, start + FIRST_ROWS).map(({ slug }) => slug),
    );
  });

  it("has one page where no zone matches", () => {
    const { first, rows } = firstPage(zones, ask({ zones: ["none"] }), 2);
    expect([first.found, first.start, rows.length, countPages(0)]).toEqual([0, 0, 0, 1]);
    expect(countPages(FIRST_ROWS)).toBe(1);
    expect(countPages(FIRST_ROWS + 1)).toBe(2);
  });

  it("has the area of all zones that a filter finds, and some points of them", () => {
    const filtered = ask({ q: "zone" });
    const { first } = firstPage(zones, filtered);
    const [[west], [east]] = first.area ?? [[], []];
    expect([west, east]).toEqual([60, 69.9]);
    expect(first.points.length).toBeLessThanOrEqual(100);
    expect(firstPage(zones, DEFAULT_QUERY).first.area).toBeNull();
  });
});

it("a query has the same key on every day, and another one under another filter", () => {
  const past = ask({ asOf: "2020-01-01", knownOn: "r1" });
  expect(queryKey(past)).toBe(queryKey(DEFAULT_QUERY));
  expect(queryKey(ask({ q: "x" }))).not.toBe(queryKey(DEFAULT_QUERY));
});

it.each([0, 1, 100, 101, 250, 10_000])("of %d points at most 100 stay, from all parts", (count) => {
  const all = Array.from({ length: count }, (_, i) => i);
  const thinned = thinEvenly(all, 100);
  expect(thinned.length).toBe(Math.min(count, thinned.length));
  expect(thinned.length).toBeLessThanOrEqual(100);
  if (count <= 100) expect(thinned).toEqual(all);
  else expect((thinned.at(-1) ?? 0) / count).toBeGreaterThan(0.9);
});
