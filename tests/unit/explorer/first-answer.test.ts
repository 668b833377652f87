import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_COLUMNS, listShownFields } from "@/components/features/explorer/columns";
import {
  buildAnswer,
  buildFirstAnswer,
  openFirstAnswer,
} from "@/components/features/explorer/explorer-answer";
import { isZoneField } from "@/lib/catalogue/fields";
import { pickFields, type ZoneRow } from "@/lib/evidence/row";
import { TABLE_PAGE_SIZE } from "@/lib/query/list-page";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { englishText } from "@/lib/text/english-text";
import { writeHeadline } from "@/lib/text/headline";
import * as arbitrary from "@/tests/support/arbitraries";
import { ask, zone } from "./rows";

const TODAY = "2026-11-25";
const zones = Array.from({ length: 250 }, (_, i) => zone(`zone-${i}`, { jobs: i }));
const build = (rows: readonly ZoneRow[], query: Query, page?: string) =>
  buildFirstAnswer(englishText, rows, query, TODAY, {
    columns: DEFAULT_COLUMNS,
    ...(page === undefined ? {} : { page }),
  });

describe("the first answer", () => {
  it("is the browser's own, with the fields of its columns", () => {
    const fields = listShownFields(DEFAULT_COLUMNS).filter(isZoneField);
    fc.assert(
      fc.property(arbitrary.rows, arbitrary.query, (rows, query) => {
        const { rows: shown, ...first } = openFirstAnswer(build(rows, query));
        const { rows: all, ...whole } = buildAnswer(rows, query, TODAY);
        const { scopes } = whole.facets;
        const headline = writeHeadline(englishText, { query, asOf: TODAY, scopes, rows: all });
        expect(first).toEqual({ ...whole, isFirst: true, headline });
        const pick = (row: (typeof all)[number]) => ({
          ...pickFields(row, fields),
          readiness: row.readiness,
        });
        expect(shown.map(pick)).toEqual(all.slice(0, TABLE_PAGE_SIZE).map(pick));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [undefined, 0],
    ["2", TABLE_PAGE_SIZE],
    ["99", 2 * TABLE_PAGE_SIZE],
  ])("on page %s starts after %d rows", (page, start) => {
    const { list } = build(zones, DEFAULT_QUERY, page);
    const { rows: all } = buildAnswer(zones, DEFAULT_QUERY, TODAY);
    expect(list.items.map(({ slug }) => slug)).toEqual(
      all.slice(start, start + TABLE_PAGE_SIZE).map(({ slug }) => slug),
    );
    expect(list.items.every(({ values }) => values.jobs === undefined)).toBe(true);
  });

  it("says which conditions to remove where no zone matches", () => {
    const { found, list, relaxations } = build(zones, ask({ zones: ["none"] }));
    expect([found, list.items.length]).toEqual([0, 0]);
    expect(relaxations).toEqual([{ key: "zones", found: 250 }]);
  });
});
