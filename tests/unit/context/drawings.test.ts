import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ComparedFigure } from "@/components/features/context/compared-figure";
import { TraceFigure, toStackPart } from "@/components/features/context/trace-figure";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import { computeTrace } from "@/lib/context/constraint-trace";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { createRow } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { isHollow, lengthOf, markupOf, partsOf } from "@/tests/unit/charts/markup";

const facts = await seedFacts();

describe("the affected facts", () => {
  const asOf = COMPILED_ON;
  const registry = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 1 });
  const { rows } = select(registry.zones.map(buildRow), DEFAULT_QUERY, asOf);
  const { power } = CONSTRAINTS;
  if (!power) throw new Error("no constraint power");
  const figure = createElement(TraceFigure, {
    name: "power",
    constraint: power,
    zones: rows,
    query: DEFAULT_QUERY,
    source: "",
  });

  test("fill the bar of each fact, with unknown hollow at the end", () => {
    const parts = partsOf(figure);
    const unknown = parts.filter(({ attributes }) => attributes["data-part"] === "unknown");
    expect(unknown).toHaveLength(power.bearsOn.length);
    for (const part of unknown) {
      expect(isHollow(part)).toBe(true);
      expect(lengthOf(part, "x") + lengthOf(part, "width")).toBeCloseTo(100, 1);
    }
  });

  test("have each count as a link to its zones", () => {
    const partial = rows.filter(({ values }) => values.electricity === "partial").length;
    expect(markupOf(figure)).toMatch(
      new RegExp(
        `href="/zones\\?electricity=partial"><svg.*?</svg>Partial <b class="[^"]*">${partial}</b>`,
      ),
    );
  });

  const looksOf = (field: "electricity" | "legalStatus", ...values: (string | null)[]) =>
    computeTrace(
      values.map((value) => createRow({ [field]: value })),
      field,
    ).map((part) => toStackPart(field, part));

  test("are green for progress on site, the furthest step strongest", () => {
    expect(looksOf("electricity", "available").map(({ tone }) => tone)).toEqual([
      "ramp-4",
      "ramp-3",
      "ramp-2",
      "ramp-1",
      "ramp-0",
      "unknown",
    ]);
  });

  test("are ink for another scale, fainter by step", () => {
    const strengths = looksOf("legalStatus", "notified").flatMap(({ tone, strength }) =>
      tone === "known" ? [strength ?? 0] : [],
    );
    expect(strengths[0]).toBe(1);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(strengths.at(-1)).toBeCloseTo(0.3);
  });
});

describe("compared figures", () => {
  const comparison = {
    title: "Energy",
    unit: "GW",
    parts: [{ key: "big", times: 1000 }, { key: "small" }, { key: "other", apart: true }],
    note: "",
  };
  const figure = (key: string, value: number) => ({
    key,
    revision: 1,
    reason: null,
    statement: null,
    constraint: "power",
    label: key,
    value,
    unit: "GW",
    period: "2024",
    sourceId: "a-source",
    sourceNote: null,
    quotation: null,
  });
  const draw = (...figures: ReturnType<typeof figure>[]) =>
    createElement(ComparedFigure, {
      name: "power",
      comparison,
      figures,
      own: null,
      moment: [],
      source: "",
    });

  test("are bars on one scale, in one unit, and apart where they count something different", () => {
    const bars = partsOf(draw(figure("small", 500), figure("big", 1), figure("other", 250)));
    expect(bars.map((bar) => lengthOf(bar, "width"))).toEqual([100, 50, 25]);
    expect(bars.map(({ attributes }) => attributes.class?.includes("stroke-line-2"))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("are at least two", () => {
    expect(markupOf(draw(figure("small", 500)))).toBe("");
  });
});
