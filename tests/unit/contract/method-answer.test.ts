import { describe, expect, it } from "vitest";
import { getLastSearch, getNewestSource, methodAnswer } from "@/lib/contract/method-answer";
import { listHistoryRows, readinessHistoryAnswer } from "@/lib/contract/readiness-history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { createClaim, createFacts, createRow, createSource } from "@/tests/support/facts";

const TODAY = "2026-11-24";

describe("methodAnswer", () => {
  const announced = { cohort: "added-37" } as const;
  const rows = [
    createRow(
      { ...announced, electricity: "available", water: "partial", lastSearchedOn: "2026-11-01" },
      { support: { electricity: "single", water: "independent", cohort: "corroborated" } },
    ),
    createRow(
      { ...announced, gas: "partial", lastSearchedOn: "2026-10-01" },
      { support: { gas: "single" }, weak: ["gas"] },
    ),
    createRow({ cohort: "unconfirmed", lastSearchedOn: TODAY }, { support: { cohort: "single" } }),
  ];

  it("is of the announced zones", () => {
    expect(methodAnswer({ rows, sources: [], asOf: TODAY })).toEqual({
      method: 3,
      searchedTo: "2026-11-01",
      newestSource: null,
      zones: 2,
      scoreAndCompleteness: 1,
      support: { known: 4, single: 2, corroborated: 1, independent: 1, weak: 1 },
      shares: { single: 0.5, corroborated: 0.25, independent: 0.25 },
    });
  });

  it("has no shares of nothing", () => {
    expect(methodAnswer({ rows: [], sources: [], asOf: TODAY })).toMatchObject({
      searchedTo: null,
      zones: 0,
      scoreAndCompleteness: null,
      shares: { single: null, corroborated: null, independent: null },
    });
    expect(getLastSearch([createRow()], TODAY)).toBeNull();
  });

  it("names the source published last by the day, the first of equals, the editors' own aside", () => {
    const source = (id: string, publishedOn: string | null, kind: "news" | "compiler" = "news") =>
      createSource({ id, publishedOn, kind });
    const sources = [
      source("old", "2025-12"),
      source("newest", "2026-10-17"),
      source("same", "2026-10-17"),
      source("undated", null),
      source("editors", "2026-11-20", "compiler"),
      source("to-come", "2026-11-25"),
      source("year", "2026"),
    ];
    expect(getNewestSource(sources, TODAY)).toEqual({ id: "newest", publishedOn: "2026-10-17" });
    expect(getNewestSource(sources, "2026-10-16")?.id).toBe("year");
    expect(getNewestSource(sources, "2026-11-25")?.id).toBe("to-come");
    expect(getNewestSource([source("undated", null)], TODAY)).toBeNull();
  });
});

describe("readinessHistoryAnswer", () => {
  const claims = [
    createClaim({ field: "cohort", value: "added-37", asOf: "2016" }),
    createClaim({ field: "electricity", value: "planned", asOf: "2018-05" }),
    createClaim({ field: "electricity", value: "available", asOf: "2026-02" }),
  ];
  const facts = createFacts({ claims });
  const evidence = indexEvidence(facts);
  const moment = { asOf: TODAY, revision: 1 };
  const rowsOn = (asOf: string) =>
    buildRegistry(facts, evidence, { ...moment, asOf }).zones.map(buildRow);
  const rows = rowsOn(TODAY);
  const loadRowsOn = async (asOf: string) => rowsOn(asOf);
  const answer = (query = DEFAULT_QUERY) =>
    readinessHistoryAnswer({ rows, loadRowsOn, ...moment }, query);

  it("has the changes of each year from 2017, of each zone and on average", async () => {
    const { all, zones } = await answer();
    expect(zones.map(({ year }) => year)).toEqual(all.map(({ year }) => year));
    expect([zones[0]?.year, zones.length]).toEqual(["2017", 10]);
    expect(zones[1]).toMatchObject({ slug: "test-zone", year: "2018", before: 0, after: 0.5 });
    expect(zones.at(-1)).toMatchObject({ to: TODAY, before: 0.5, after: 5 });
    expect(all.at(-1)).toMatchObject({ before: 0.5, after: 5 });
  });

  it("is of the zones that the query finds", async () => {
    const none = await answer({ ...DEFAULT_QUERY, readinessMin: 90 });
    expect(none.zones).toEqual([]);
    expect(none.all[0]).toMatchObject({ before: 0, after: 0 });
  });

  it("as a file has the mean of all zones first", async () => {
    const file = [...listHistoryRows(await answer())];
    expect(file).toHaveLength(20);
    expect(file[9]).toEqual(["", "2026", "2025-12-31", TODAY, 0.5, 5, 0, 4.5, 0, 0, 0]);
    expect(file[19]).toEqual(["test-zone", "2026", "2025-12-31", TODAY, 0.5, 5, 0, 4.5, 0, 0, 0]);
  });
});
