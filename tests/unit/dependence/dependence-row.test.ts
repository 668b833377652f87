import { describe, expect, it } from "vitest";
import { buildDependenceRows, isOperating } from "@/lib/dependence/dependence-row";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { claimsOf, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const TODAY = "2026-11-24";

/** A zone with these claims, called by its name. */
const zone = (slug: string, order: number, ...claims: readonly TestClaim[]) => ({
  ...resolveTestZone([...claimsOf({ name: `${slug} SEZ` }), ...claims]),
  slug,
  order,
});
const rowsOf = (...zones: readonly ReturnType<typeof zone>[]) =>
  buildDependenceRows(addReadiness(zones.map(buildRow), DEFAULT_QUERY), zones, TODAY);
const slugs = (...zones: readonly ReturnType<typeof zone>[]) =>
  rowsOf(...zones).map((row) => row.zone.slug);

describe("the rows of dependence", () => {
  it("have most known levels first, then the highest confirmed dependence, then the register's order", () => {
    const two = zone("two", 4, ...claimsOf({ dependenceMarket: 0, dependenceFinancial: 0 }));
    const high = zone("high", 3, ...claimsOf({ dependenceMarket: 4 }));
    const low = zone("low", 1, ...claimsOf({ dependenceMarket: 1 }));
    const same = zone("same", 2, ...claimsOf({ dependenceMarket: 1 }));
    const none = zone("none", 0);
    const sorted = ["two", "high", "low", "same", "none"];
    expect(slugs(none, same, low, high, two)).toEqual(sorted);
    expect(slugs(two, low, high, same, none)).toEqual(sorted);
  });

  it("have the known levels, their grade and whether firms operate", () => {
    const [row] = rowsOf(
      zone(
        "a",
        1,
        ...claimsOf({ dependenceMarket: 2, status: "operational", candidateForRemainder: true }),
      ),
    );
    expect(row).toMatchObject({ name: "a", candidate: true, known: 1, grade: "fair" });
    expect(row && isOperating(row)).toBe(true);
    expect(row?.quadrants.length).toBeGreaterThan(0);
    const [idle] = rowsOf(zone("b", 1, ...claimsOf({ dependenceMarket: 2, status: "serviced" })));
    expect(idle && isOperating(idle)).toBe(false);
    expect(idle?.quadrants).toEqual([]);
    expect(rowsOf(zone("c", 1))[0]).toMatchObject({ known: 0, grade: null, quadrants: [] });
  });

  it("leave out a zone that is not in the registry", () => {
    const one = zone("a", 1);
    expect(buildDependenceRows(addReadiness([buildRow(one)], DEFAULT_QUERY), [], TODAY)).toEqual(
      [],
    );
  });
});
