import { describe, expect, test } from "vitest";
import { CONSTRAINTS, IMPLICATIONS } from "@/lib/catalogue/constraints";
import {
  getFigureDates,
  getFigureDay,
  getPeriodEnd,
  groupByConstraint,
  listFigureChanges,
} from "@/lib/context/context-figures";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { ContextFigure } from "@/lib/evidence/ledger-records";
import { isFigure } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listContextAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import {
  contextSummary,
  contextTitle,
  describeFigureChange,
  formatFigure,
} from "@/lib/text/context-words";
import { englishText } from "@/lib/text/english-text";
import { createRevision, createSource } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const figures = facts.context.filter(isFigure);
const evidence = indexEvidence(facts);
const dates = {
  sources: new Map(listSourcesAt(facts.sourceVersions, 1).map((source) => [source.id, source])),
  revisions: facts.revisions,
};
const order = Object.keys(CONSTRAINTS);

const figure = (part: Partial<ContextFigure>): ContextFigure => ({
  key: "a-figure",
  revision: 1,
  reason: null,
  statement: null,
  constraint: "power",
  label: "A figure",
  value: 1,
  unit: "times",
  period: "2024",
  sourceId: "a-source",
  sourceNote: null,
  quotation: null,
  ...part,
});

describe("getPeriodEnd and getFigureDay", () => {
  test.each([
    ["2024", "2024-12-31"],
    ["2026-01-16", "2026-01-16"],
    ["February 2024", "2024-02-29"],
    ["around December 2024", "2024-12-31"],
    ["FY2023-24", "2024-06-30"],
    ["January-April 2025", "2025-04-30"],
    ["2022-2024", "2024-12-31"],
    ["one decade to 2025", "2025-12-31"],
    ["target July-August 2026", "2026-08-31"],
    ["to date", null],
  ])("the period “%s” ends on %s", (period, day) => {
    expect(getPeriodEnd(period)).toBe(day);
  });

  test("a figure has the end of its period, but no later day than its source", () => {
    const sources = new Map([["a-source", { publishedOn: "2025-03" }]]);
    const dayOf = (period: string) => getFigureDay(figure({ period }), { sources, revisions: [] });
    expect(dayOf("2024")).toBe("2024-12-31");
    expect(dayOf("target 2030")).toBe("2025-03-01");
    expect(dayOf("to date")).toBe("2025-03-01");
  });

  test("without both dates a figure has the day of recording", () => {
    expect(
      getFigureDay(figure({ period: "to date" }), {
        sources: new Map(),
        revisions: facts.revisions,
      }),
    ).toBe(COMPILED_ON);
  });
});

describe("groupByConstraint", () => {
  const keysAt = (asOf: string) =>
    groupByConstraint(figures, order, asOf, dates).flatMap((group) =>
      group.figures.map(({ key }) => key),
    );

  test("contains every figure once, all in effect today", () => {
    const groups = groupByConstraint(figures, order, COMPILED_ON, dates);
    expect(groups.map(({ key }) => key)).toEqual(order);
    expect(groups.flatMap(({ later }) => later)).toEqual([]);
    expect(new Set(keysAt(COMPILED_ON)).size).toBe(figures.length);
  });

  test("lists figures of later days apart", () => {
    expect(keysAt("2026-01-15")).not.toContain("approved-zones");
    expect(keysAt("2026-01-16")).toContain("approved-zones");
    expect(keysAt("2020-10-07")).toEqual(["zones-before"]);
    expect(keysAt("2020-10-08")).toEqual(["zones-before", "count-2020-10"]);
    const before = groupByConstraint(figures, order, "2020-10-07", dates);
    expect(before.flatMap(({ later }) => later)).toHaveLength(figures.length - 1);
  });

  test("lists constraints outside the catalogue after the others", () => {
    const groups = groupByConstraint([figure({ constraint: "water" })], order, COMPILED_ON, dates);
    expect(groups.at(-1)).toMatchObject({ key: "water", figures: [{ key: "a-figure" }] });
  });
});

describe("small lists of figures", () => {
  const revisions = [1, 2].map((number) => createRevision(number, `2026-11-2${number}T06:00:00Z`));
  const sources = [createSource({ id: "a-source", publishedOn: "2024" })];
  const small = getFigureDates({ sources, facts: { revisions } });
  const statement = { ...figure({ key: "said", constraint: "power" }), value: null, unit: null };

  test("are dated by their sources, else by the revision that recorded them", () => {
    expect(small.sources.get("a-source")).toEqual(sources[0]);
    expect(getFigureDay(figure({ period: "to date" }), small)).toBe("2024-01-01");
    const lost = figure({ period: "to date", sourceId: "lost", revision: 2 });
    expect(getFigureDay(lost, small)).toBe("2026-11-22");
    expect(getFigureDay({ ...lost, revision: 7 }, small)).toBeNull();
  });

  test("keep statements apart from figures, and leave out statements of later days", () => {
    const items = [
      figure({}),
      statement,
      { ...statement, key: "later", period: "2030", sourceId: "lost" },
    ];
    const [group] = groupByConstraint(items, [], "2025-01-01", small);
    expect(group?.figures.map(({ key }) => key)).toEqual(["a-figure"]);
    expect(group?.statements.map(({ key }) => key)).toEqual(["said"]);
    expect(group?.later).toEqual([]);
  });

  test("keep figures of one label side by side, latest first", () => {
    const [debt, share] = ["Debt", "Share"].map((label) => figure({ label }));
    const items = [
      { ...debt, key: "debt-2020", period: "2020" },
      { ...share, key: "share" },
      { ...debt, key: "debt-2022", period: "2022" },
    ] as ContextFigure[];
    const [group] = groupByConstraint(items, [], "2025-01-01", small);
    const keys = group?.figures.map(({ key }) => key);
    expect(keys).toEqual(["debt-2022", "debt-2020", "share"]);
  });

  test("list the changes of one figure, latest first, by their revisions", () => {
    const versions = [
      figure({}),
      figure({ key: "other" }),
      figure({ revision: 2, reason: "A slip", value: 2 }),
    ];
    const [before, , after] = versions;
    const changes = (revision: number, known = revisions) =>
      listFigureChanges(versions, "a-figure", { revision, revisions: known });
    expect(changes(2)).toEqual([{ day: "2026-11-22", reason: "A slip", before, after }]);
    expect(changes(1)).toEqual([]);
    expect(changes(2, revisions.slice(0, 1))).toEqual([]);
    const again = [...versions, figure({ revision: 3, value: 3 })];
    const three = [...revisions, createRevision(3, "2026-11-25T06:00:00Z")];
    const all = listFigureChanges(again, "a-figure", { revision: 3, revisions: three });
    expect(all.map(({ day }) => day)).toEqual(["2026-11-25", "2026-11-22"]);
  });
});

const both = await seedFacts(2);

describe("both editions", () => {
  const items = listContextAt(both.context, 2);
  const groups = groupByConstraint(items, order, "2026-11-25", {
    sources: new Map(listSourcesAt(both.sourceVersions, 2).map((source) => [source.id, source])),
    revisions: both.revisions,
  });
  const groupOf = (key: string) => groups.find((group) => group.key === key);

  test("put every figure and every statement under a constraint of the catalogue", () => {
    expect(groups.map(({ key }) => key)).toEqual(order);
    const shown = groups.flatMap((group) => [
      ...group.figures,
      ...group.statements,
      ...group.later,
    ]);
    expect(new Set(shown.map(({ key }) => key)).size).toBe(items.length);
    expect(groupOf("programme")?.statements.length).toBeGreaterThan(0);
    expect(groupOf(IMPLICATIONS)?.statements).toHaveLength(5);
    expect(groupOf(IMPLICATIONS)?.figures).toEqual([]);
  });

  test("have no implications before the day of the brief", () => {
    const before = groupByConstraint(items, order, "2026-03-12", {
      sources: new Map(listSourcesAt(both.sourceVersions, 2).map((source) => [source.id, source])),
      revisions: both.revisions,
    });
    expect(before.find(({ key }) => key === IMPLICATIONS)).toMatchObject({ statements: [] });
  });

  test("count only what holds the zones back as national problems", () => {
    expect(contextTitle(englishText, groups, [])).toBe("7 national problems hold the zones back");
  });

  test("have the changes of a figure with day, reason and the value before", () => {
    const changesAt = (key: string, revision: number) =>
      listFigureChanges(both.context, key, { revision, revisions: both.revisions });
    expect(changesAt("zones-before", 2)).toEqual([]);
    expect(changesAt("circular-debt", 1)).toEqual([]);
    const [change, ...more] = changesAt("zones-surveyed", 2);
    if (!change) throw new Error("no change");
    expect(more).toEqual([]);
    expect(describeFigureChange(englishText, change)).toBe(
      "Changed on 25 Nov 2026: The text is of January 2025. Before: 35 zones (around December 2024).",
    );
  });
});

describe("comparisons of figures", () => {
  test.each(Object.entries(CONSTRAINTS))("of %s have figures in one unit", (key, constraint) => {
    for (const { key: part, times = 1 } of constraint.compared?.parts ?? []) {
      const found = figures.find((one) => one.key === part);
      expect(found?.constraint).toBe(key);
      const unit = times === 1000 ? found?.unit.replace("trillion", "billion") : found?.unit;
      expect(unit).toBe(constraint.compared?.unit);
    }
  });
});

describe("the text of the page", () => {
  const pageOn = (asOf: string) => {
    const rows = buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.map(buildRow);
    const zones = select(rows, DEFAULT_QUERY, asOf).rows;
    const groups = groupByConstraint(figures, order, asOf, dates);
    return {
      title: contextTitle(englishText, groups, zones),
      summary: contextSummary(englishText, groups, zones),
    };
  };

  test("gives the number of constraints and how much of their effect is known", () => {
    const { title, summary } = pageOn(COMPILED_ON);
    expect(title).toMatch(
      /^7 national problems hold the zones back; we know only \d\d% of the zone facts they affect$/,
    );
    expect(summary).toContain("Power-sector circular debt: PKR 2.636 trillion (May 2024).");
    expect(summary).toContain(
      "Of these 44 zones, electricity is available in 6 and unknown in 28;",
    );
  });

  test("says for an early day that there were no figures yet", () => {
    const { title, summary } = pageOn("2015-06-01");
    expect(title).toBe("No figures on national problems up to this date");
    expect(summary).not.toContain("PKR");
  });

  test.each([
    [{ value: 371.57, unit: "USD billion" }, "USD 371.57 billion"],
    [{ value: 2.636, unit: "PKR trillion" }, "PKR 2.636 trillion"],
    [{ value: 92.44, unit: "percent" }, "92.44%"],
    [{ value: 25000, unit: "vehicles a year" }, "25,000 vehicles a year"],
    [{ value: 2035, unit: "year" }, "2035"],
  ])("%o is written as “%s”", (given, words) => {
    expect(formatFigure(englishText, given)).toBe(words);
  });
});
