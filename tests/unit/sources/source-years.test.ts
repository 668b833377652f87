import { describe, expect, it } from "vitest";
import { sourceYears } from "@/components/features/sources/source-years";
import type { Source } from "@/lib/evidence/ledger-records";
import type { SourceRow } from "@/lib/evidence/source-rows";
import { sourceSummary } from "@/lib/text/source-summary";
import { createSource } from "@/tests/support/facts";

const row = (
  part: Partial<Source> & Pick<Source, "id">,
  more: Partial<SourceRow> = {},
): SourceRow => ({
  source: createSource(part),
  claims: 2,
  shown: 1,
  contested: 0,
  settled: 0,
  zones: 1,
  events: 0,
  figures: 0,
  ...more,
});
const rows = [
  row({ id: "a", publishedOn: "2020-05" }),
  row({ id: "b", publishedOn: "2022", kind: "research" }, { claims: 5, shown: 4, contested: 1 }),
  row({ id: "c" }, { claims: 0, shown: 0 }),
];

describe("sourceYears", () => {
  it("counts sources by year and kind, without a gap, the undated apart", () => {
    const years = sourceYears(rows, "sources");
    expect(years.map(({ year, total }) => [year, total])).toEqual([
      ["2020", 1],
      ["2021", 0],
      ["2022", 1],
      ["unknown", 1],
    ]);
    expect(years[2]?.counts).toMatchObject({ research: 1, news: 0 });
  });

  it("counts the claims that rest on them", () => {
    expect(sourceYears(rows, "claims").map(({ total }) => total)).toEqual([2, 0, 5, 0]);
  });

  it("has only the undated where nothing is dated", () => {
    expect(sourceYears([], "sources").map(({ year }) => year)).toEqual(["unknown"]);
  });
});

describe("sourceSummary", () => {
  const ask = { q: "", kind: null, year: null };

  it("says how much rests on how many, and how far it is contradicted", () => {
    expect(sourceSummary(rows, ask)).toBe(
      "7 claims rest on 2 of these 3 sources, and 5 values show because of them. Of the sources, 2 are news, none are the government’s own and 1 bears no date. 1 of theirs stands against another that counts.",
    );
  });

  it("speaks of what was found, and of one as of one", () => {
    expect(sourceSummary(rows.slice(0, 1), { ...ask, kind: "news" })).toBe(
      "2 claims rest on the 1 source found, and 1 value shows because of it. No other claim that counts contradicts any of its claims.",
    );
    expect(sourceSummary([], { ...ask, q: "x" })).toBe("No source answers this.");
  });
});
