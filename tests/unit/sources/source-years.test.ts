import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { SourceYearsFigure, sourceYears } from "@/components/features/sources/source-years-figure";
import type { Source } from "@/lib/evidence/ledger-records";
import type { SourceRow } from "@/lib/evidence/source-rows";
import { englishText } from "@/lib/text/english-text";
import { sourceSummary } from "@/lib/text/source-summary";
import { createSource } from "@/tests/support/facts";
import { isHollow, partsOf, shapesOf } from "@/tests/unit/charts/markup";

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
  it("has every year from first to last, then the undated sources", () => {
    const years = sourceYears(rows, "sources");
    expect(years.map(({ year, total }) => [year, total])).toEqual([
      ["2020", 1],
      ["2021", 0],
      ["2022", 1],
      ["unknown", 1],
    ]);
    expect(years[2]?.counts).toMatchObject({ research: 1, news: 0 });
  });

  it("counts claims instead of sources", () => {
    expect(sourceYears(rows, "claims").map(({ total }) => total)).toEqual([2, 0, 5, 0]);
  });

  it("has only the undated column where no source has a date", () => {
    expect(sourceYears([], "sources").map(({ year }) => year)).toEqual(["unknown"]);
  });
});

describe("the figure of sources by year", () => {
  const figure = (measure: "sources" | "claims") =>
    createElement(SourceYearsFigure, {
      rows,
      measure,
      measureHref: (one) => `/sources?count=${one}`,
      yearHref: (year) => `/sources?year=${year}`,
      source: "",
    });

  it("draws undated sources hollow, and a year without sources not at all", () => {
    const columns = partsOf(figure("sources"));
    expect(columns.map(({ attributes }) => attributes["data-part"])).toEqual([
      "news",
      "research",
      "unknown",
    ]);
    expect(columns.map(isHollow)).toEqual([false, false, true]);
  });

  it("links each year that has sources to the list of them", () => {
    const links = shapesOf(figure("sources"), "a").flatMap(({ attributes }) =>
      attributes["aria-label"] === undefined ? [] : [[attributes.href, attributes["aria-label"]]],
    );
    expect(links).toEqual([
      ["/sources?year=2020", "2020: 1 source"],
      ["/sources?year=2022", "2022: 1 source"],
      ["/sources?year=unknown", "undated: 1 source"],
    ]);
  });
});

describe("sourceSummary", () => {
  const ask = { q: "", kind: null, year: null };

  it("counts displayed facts, reports, kinds, undated sources and disputes", () => {
    expect(sourceSummary(englishText, rows, ask)).toBe(
      "3 sources: 2 are news, none is from the government. These 3 sources support 5 displayed facts with 7 reports. 1 has no report on a zone. 1 has no date. 1 report is disputed.",
    );
  });

  it("speaks of the sources found, and of one in the singular", () => {
    expect(sourceSummary(englishText, rows.slice(0, 1), { ...ask, kind: "news" })).toBe(
      "The 1 source found supports 1 displayed fact with 2 reports. No other report contradicts them.",
    );
    expect(sourceSummary(englishText, [], { ...ask, q: "x" })).toBe("No source matches.");
  });
});
