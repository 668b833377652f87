import { describe, expect, it } from "vitest";
import type { ConstraintFigures } from "@/lib/context/context-figures";
import type { ContextFigure } from "@/lib/evidence/ledger-records";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import {
  contextSummary,
  contextTitle,
  describeFigureChange,
  fieldTitle,
  formatFigure,
  formatPeriod,
  getConstraint,
  tracePartLabel,
} from "@/lib/text/context-words";
import { englishText } from "@/lib/text/english-text";
import { messagesFor } from "@/lib/text/messages";
import { createText } from "@/lib/text/text";
import { createRow } from "@/tests/support/facts";

/** Without the signs that keep a value in its order. */
const plain = (words: string) => words.replace(/[\u200f\u2066-\u2069]/g, "");

const figure = (key: string, part: Partial<ContextFigure> = {}): ContextFigure => ({
  key,
  revision: 1,
  reason: null,
  constraint: "power",
  label: `The ${key}`,
  value: 1,
  unit: "percent",
  statement: null,
  period: "2024",
  sourceId: "a-source",
  sourceNote: null,
  quotation: null,
  ...part,
});
const group = (key: string, ...figures: readonly ContextFigure[]): ConstraintFigures => ({
  key,
  figures,
  statements: [],
  later: [],
});
const rows = (...known: Parameters<typeof createRow>[0][]) =>
  addReadiness(
    known.map((values) => createRow(values)),
    DEFAULT_QUERY,
  );

it.each([
  ["year", 2035, "2035"],
  ["percent", 10.8, "10.8%"],
  ["USD billion", 371.57, "USD 371.57 billion"],
  ["PKR trillion", 2, "PKR 2 trillion"],
  ["zones", 44, "44 zones"],
  ["USD", 5, "USD 5"],
  ["per USD billion", 5, "5 per USD billion"],
])("a figure in %s, %d, is “%s”", (unit, value, words) => {
  expect(formatFigure(englishText, { unit, value })).toBe(words);
});

it.each([
  ["zh", "PKR trillion", 1.837, "1.837万亿卢比"],
  ["zh", "USD billion", 371.57, "3,715.7亿美元"],
  ["zh", "million vehicles", 1.6, "160万辆"],
  ["zh", "people", 20_000, "2万人"],
  ["zh", "year", 2035, "2035年"],
  ["ur", "PKR billion", 314.51, "314.51 ارب روپے"],
  ["ur", "PKR trillion", 1.837, "1,837 ارب روپے"],
  ["ur", "million vehicles", 1.6, "16 لاکھ گاڑیاں"],
] as const)(
  "in %s a figure in %s, %d, is counted as newspapers do",
  (locale, unit, value, words) => {
    const text = createText(locale, messagesFor(locale));
    expect(plain(formatFigure(text, { unit, value }))).toBe(words);
  },
);

it("a period is a date where it names one, else words of the language, else as recorded", () => {
  const chinese = createText("zh", messagesFor("zh"));
  for (const period of ["2024", "May 2024", "30 June 2024", "FY2023-24", "early 2025"]) {
    expect(formatPeriod(englishText, period)).toBe(period);
  }
  expect(formatPeriod(chinese, "May 2024")).toBe("2024年5月");
  expect(formatPeriod(chinese, "30 June 2024")).toBe("2024年6月30日");
  expect(formatPeriod(chinese, "FY2023-24")).toBe("2023-24财年");
  expect(formatPeriod(chinese, "Ramadan 2030")).toBe("Ramadan 2030");
});

it("a changed figure has its day, the reason where there is one, and what it was", () => {
  const before = figure("growth", { value: 2.5, period: "2023" });
  const after = figure("growth");
  const change = { day: "2026-11-24", reason: "A slip", before, after };
  expect(describeFigureChange(englishText, change)).toBe(
    "Changed on 24 Nov 2026: A slip Before: 2.5% (2023).",
  );
  expect(describeFigureChange(englishText, { ...change, reason: null })).toBe(
    "Changed on 24 Nov 2026. Before: 2.5% (2023).",
  );
  expect(describeFigureChange(englishText, { ...change, after: before })).not.toContain("Before");
  const statement = { ...before, value: null, unit: null };
  expect(describeFigureChange(englishText, { ...change, before: statement })).not.toContain(
    "Before",
  );
});

it("a field of dependence says so outside its group", () => {
  expect(fieldTitle(englishText, "electricity")).toBe("Electricity");
  expect(fieldTitle(englishText, "dependenceMarket")).toMatch(/ dependence$/);
});

it.each([
  ["electricity", "unknown", "Unknown"],
  ["electricity", "not-applicable", "Not applicable"],
  ["electricity", "partial", "Partial"],
  ["landTitle", "available", "In place"],
  ["dependenceMarket", "2", "2: "],
  ["enterprisesProducing", "some", "At least 1"],
  ["enterprisesProducing", "0", "None"],
  ["powerNeededMw", "known", "Figure known"],
  ["approvedOn", "known", "Date known"],
  ["developer", "known", "Known"],
] as const)("the part of %s with %s is called “%s”", (field, value, words) => {
  expect(tracePartLabel(englishText, field, { value })).toContain(words);
});

describe("the title of the page", () => {
  const known = { electricity: "available", gas: "available", water: "available" } as const;

  it("counts problems with figures, and what we can show of their effect", () => {
    expect(contextTitle(englishText, [], rows(known))).toBe(
      "No figures on national problems up to this date",
    );
    expect(contextTitle(englishText, [group("power")], rows(known))).toMatch(/^No figures/);
    expect(contextTitle(englishText, [group("power", figure("a"))], rows({}))).toMatch(
      /^1 national problem holds the zones back; we know only 0% of the zone facts they affect$/,
    );
    expect(contextTitle(englishText, [group("power", figure("a"))], [])).toBe(
      "1 national problem holds the zones back",
    );
    const two = [group("power", figure("a")), group("water", figure("b"))];
    expect(contextTitle(englishText, two, rows({}))).toMatch(/^2 national problems hold/);
  });

  it("does not count the programme itself", () => {
    const groups = [group("programme", figure("a"))];
    expect(getConstraint(englishText, "programme")?.bearsOn).toEqual([]);
    expect(contextTitle(englishText, groups, rows(known))).toMatch(/^No figures/);
  });
});

describe("the summary of the page", () => {
  const zones = rows({ electricity: "available" }, {}, { worksFinanced: "available" });
  const ending =
    "Of these 3 zones, electricity is available in 1 and unknown in 2; works are financed in 1 and unknown in 2; security is in place in 0 and unknown in 3.";

  it("names the main figures in their order, and what is known of the zones", () => {
    const groups = [
      group("exports", figure("other"), figure("exports-share-gdp", { value: 10.4 })),
      group("power", figure("circular-debt", { value: 2.4, unit: "PKR trillion" })),
    ];
    expect(contextSummary(englishText, groups, zones)).toBe(
      `The circular-debt: PKR 2.4 trillion (2024). The exports-share-gdp: 10.4% (2024). ${ending}`,
    );
  });

  it("names the latest of the figures of one label", () => {
    const debt = (key: string, period: string) => figure(key, { label: "Debt", period });
    const groups = [
      group("power", debt("circular-debt-2026", "2026"), debt("circular-debt", "2024")),
    ];
    expect(contextSummary(englishText, groups, zones)).toBe(`Debt: 1% (2026). ${ending}`);
  });

  it("names the first figure where there is no main one, and none where there is no figure", () => {
    const groups = [group("power", figure("first"), figure("second"))];
    expect(contextSummary(englishText, groups, zones)).toBe(`The first: 1% (2024). ${ending}`);
    expect(contextSummary(englishText, [], zones)).toBe(ending);
    expect(contextSummary(englishText, [], [])).toBe("No matching zones.");
  });
});

describe("a constraint in another language", () => {
  it("has its words where they are given, and English for the rest", () => {
    const english = getConstraint(englishText, "power");
    const translated = getConstraint(
      {
        ...englishText,
        translatedConstraint: () => ({ label: "Courant", bearsOn: { electricity: "Parce que." } }),
      },
      "power",
    );
    expect(translated).toMatchObject({ label: "Courant", question: english?.question });
    expect(translated?.bearsOn.find(({ field }) => field === "electricity")?.why).toBe(
      "Parce que.",
    );
    expect(translated?.bearsOn.map(({ field }) => field)).toEqual(
      english?.bearsOn.map(({ field }) => field),
    );
    expect(translated?.compared).toEqual(english?.compared);
  });
});
