import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { LateTargetsFigure } from "@/components/features/news/late-targets-figure";
import { StandingYearsFigure } from "@/components/features/news/standing-years-figure";
import { ReportersFigure } from "@/components/features/sources/reporters-figure";
import { countReportYears } from "@/lib/evidence/report-years";
import { countStandings } from "@/lib/readiness/standing";
import { countStandingYears } from "@/lib/readiness/standing-years";
import { countLateTargets } from "@/lib/targets/late-targets";
import { seedDay } from "@/tests/support/seed-workbook";
import { isHollow, lengthOf, markupOf, partsOf } from "./markup";

describe("zones by standing", () => {
  const row = (slug: string, standing: "running" | "unknown" | "being-built") => ({
    slug,
    progress: { standing },
  });
  const load = async (day: string) =>
    (day < "2018"
      ? [row("a", "being-built")]
      : [row("a", "running"), row("b", "unknown"), row("other", "running")]) as never;

  test("are counted at the end of each year, and unknown before their first report", async () => {
    const years = await countStandingYears(new Set(["a", "b"]), "2018-06-30", load);
    expect(years.map(({ year }) => year)).toEqual(["2016", "2017", "2018"]);
    expect(years[0]?.counts).toEqual({ ...countStandings([]), "being-built": 1, unknown: 1 });
    expect(years[2]?.counts).toEqual({ ...countStandings([]), running: 1, unknown: 1 });
  });

  test("have columns of one height, in which what is unknown is hollow and on top", async () => {
    const years = await countStandingYears(new Set(["a", "b", "c", "d"]), "2018-06-30", load);
    const chart = createElement(StandingYearsFigure, { years, source: "" });
    const parts = partsOf(chart).filter(({ attributes }) => attributes.height !== "9");
    const unknown = parts.filter(({ attributes }) => attributes["data-part"] === "unknown");
    expect(unknown.map(isHollow)).toEqual([true, true, true]);
    expect(parts.filter((part) => !unknown.includes(part)).some(isHollow)).toBe(false);
    expect(unknown.map((part) => lengthOf(part, "height"))).toEqual([132, 132, 132]);
    const [built] = parts;
    expect(lengthOf(built, "height")).toBe(44);
    expect(lengthOf(built, "y") + lengthOf(built, "height")).toBe(196);
    expect(markupOf(chart)).toContain(
      "1 of 4 zones runs and 0 more were reported running before, together up from 0 in 2016; the progress of 3 is not known",
    );
  });
});

describe("late targets", () => {
  const lateness = { known: 4, late: 2, unknown: 1 };

  test("have bars in proportion to their months, none where none is late, and a hollow one where nothing is known", () => {
    const chart = createElement(LateTargetsFigure, {
      provinces: [
        { province: "punjab", ...lateness, months: 20 },
        { province: "sindh", ...lateness, months: 5 },
        { province: "balochistan", known: 1, late: 0, unknown: 0, months: null },
        { province: null, known: 0, late: 0, unknown: 2, months: null },
      ],
      all: { ...lateness, months: 12 },
      source: "",
      embed: "",
    });
    expect(partsOf(chart, "value").map((part) => lengthOf(part, "width"))).toEqual([100, 25]);
    expect(partsOf(chart, "unknown").map(isHollow)).toEqual([true]);
    expect(markupOf(chart)).toContain("2 targets of 4 with a known outcome came late");
  });

  test("of the data set are counted for each province, and all of them in total", async () => {
    const { registry, ledger } = await seedDay();
    const { provinces, all } = countLateTargets(ledger.evidence, registry);
    const sum = (key: "known" | "late" | "unknown") =>
      provinces.reduce((total, one) => total + one[key], 0);
    expect({ known: sum("known"), late: sum("late"), unknown: sum("unknown") }).toEqual({
      known: all.known,
      late: all.late,
      unknown: all.unknown,
    });
    expect(all.months).toBeGreaterThan(0);
  });
});

describe("who reports", () => {
  test("is counted by year, every year from the first to the last", async () => {
    const { registry, ledger } = await seedDay();
    const years = countReportYears(ledger.evidence, registry);
    const numbers = years.map(({ year }) => Number(year));
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
    expect(countReportYears(ledger.evidence, { ...registry, asOf: "2000-01-01" })).toEqual([]);
  });

  test("is drawn in proportion, from the line up", () => {
    const counts = { official: 6, developer: 0, tenant: 0, independent: 2, inference: 0 };
    const chart = createElement(ReportersFigure, {
      years: [
        { year: "2020", counts },
        { year: "2021", counts: { ...counts, official: 3, independent: 1 } },
      ],
      source: "",
    });
    const heights = partsOf(chart).map((part) => lengthOf(part, "height"));
    expect(heights).toEqual([132, 44, 66, 22]);
    expect(markupOf(chart)).toContain("25% of the reports come from independent sources");
  });
});
