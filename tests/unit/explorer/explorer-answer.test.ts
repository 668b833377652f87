import { describe, expect, it } from "vitest";
import { buildAnswer, listRelaxations } from "@/components/features/explorer/explorer-answer";
import { buildFunnelCells, buildStandingCells } from "@/components/features/explorer/funnel-strip";
import { englishText } from "@/lib/text/english-text";
import { anyOf, ask, zone } from "./rows";

const TODAY = "2026-11-25";
const ROWS = [
  zone("one", { legalStatus: "notified", status: "operational", province: "sindh" }),
  zone("two", { legalStatus: "approved", status: "stalled", province: "punjab" }),
  zone("three", { legalStatus: "developer-bound", province: "punjab" }),
  zone("four", { legalStatus: "applied", cohort: "unconfirmed", candidateForRemainder: true }),
];

describe("the answer", () => {
  it("counts a ladder under all conditions but its own", () => {
    const { rows, funnel, facets } = buildAnswer(
      ROWS,
      ask({ filters: { legalStatus: anyOf("notified", "developer-bound") } }),
      TODAY,
    );
    expect(rows).toHaveLength(2);
    expect(funnel.total).toBe(4);
    expect(facets.filters.standing?.counts).toMatchObject({ "reported-running": 1, unknown: 1 });
  });

  it("gives what is not confirmed and what is unknown as possible, never as zero", () => {
    const { funnel, facets } = buildAnswer(ROWS, ask({}), TODAY);
    const legal = buildFunnelCells(englishText, funnel);
    expect(legal[0]).toMatchObject({ label: "Approved", count: 3, low: 75, high: 100 });
    expect(legal[0]?.note).toBe("1 unconfirmed");
    const counts = facets.filters.standing?.counts ?? {};
    const { cells, asides } = buildStandingCells(englishText, counts);
    expect(cells.map(({ key, count }) => [key, count])).toEqual([
      ["running", 0],
      ["reported-running", 1],
      ["being-built", 0],
      ["not-started", 0],
    ]);
    expect(cells[1]).toMatchObject({ low: 25, high: 75, note: "2 unknown" });
    expect(asides).toEqual([
      { value: "stopped", words: "1 stopped" },
      { value: "unknown", words: "2 unknown" },
    ]);
  });

  it("says nothing of unknowns where there are none", () => {
    const known = [zone("a", { legalStatus: "developer-bound", status: "operational" })];
    const { funnel, facets } = buildAnswer(known, ask({}), TODAY);
    const standings = buildStandingCells(englishText, facets.filters.standing?.counts ?? {});
    const cells = [...buildFunnelCells(englishText, funnel), ...standings.cells];
    expect(standings.asides).toEqual([]);
    expect(new Set(cells.map(({ note }) => note))).toEqual(new Set([""]));
  });

  it("lists the conditions that alone exclude every zone", () => {
    const query = ask({ q: "one", filters: { province: anyOf("punjab") } });
    expect(buildAnswer(ROWS, query, TODAY).rows).toEqual([]);
    expect(listRelaxations(ROWS, query, TODAY)).toEqual(
      [
        { key: "province", found: 1 },
        { key: "q", found: 2 },
      ].sort((a, b) => b.found - a.found),
    );
  });
});
