import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { EventsFigure, placeMarks } from "@/components/features/events/events-figure";
import { readKinds } from "@/components/features/events/events-form";
import { YearList } from "@/components/features/events/year-list";
import { groupByYear, listDatedChanges, listTimelineItems } from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { markupOf, shapesOf } from "@/tests/unit/charts/markup";
import { seedIndex, seedSources } from "@/tests/unit/zones/seeded-zones";

const SEED = await seedFacts();

describe("readKinds", () => {
  test("reads one kind or several, in one order, and nothing as all", () => {
    expect(readKinds([])).toEqual({ kinds: [] });
    expect(readKinds([""])).toEqual({ kinds: [] });
    expect(readKinds(["security,policy"])).toEqual({ kinds: ["policy", "security"] });
    expect(readKinds(["security", "policy", "security"])).toEqual({
      kinds: ["policy", "security"],
    });
  });

  test("has an issue for each word that is no kind, with the nearest kind", () => {
    expect(readKinds(["polcy,utility", "foo"])).toMatchObject({
      problems: [
        { param: "kind", got: "polcy", nearest: "policy" },
        { param: "kind", got: "foo", nearest: null },
      ],
    });
  });
});

const event = (id: string, date: string): Event => ({
  id,
  revision: 1,
  reason: null,
  date,
  kind: "policy",
  title: id,
  body: "",
  zones: [],
  sourceId: "a-source",
  quotation: null,
});
const EVENTS = [
  event("march", "2022-03-31"),
  event("april", "2022-04"),
  event("december", "2022-12-01"),
  event("some day", "2022"),
];

describe("the figure of events", () => {
  test("puts each event in its quarter, and apart where only the year is known", () => {
    const { slots, vague } = placeMarks(EVENTS);
    const keys = (marks: typeof vague) => marks.map(({ key }) => key);
    expect(slots.map(keys)).toEqual([["march"], ["april"], [], ["december"]]);
    expect(keys(vague)).toEqual(["some day"]);
  });

  const figure = (kinds: readonly Event["kind"][]) =>
    createElement(EventsFigure, {
      years: groupByYear(EVENTS, [], "2023-06-01"),
      kinds,
      yearHref: (year: number) => `#y${year}`,
      source: "",
    });

  test("leads to the years that have entries, and says how many", () => {
    const links = shapesOf(figure([]), "a").filter(
      ({ attributes }) => attributes["aria-label"] !== undefined,
    );
    expect(links.map(({ attributes }) => [attributes.href, attributes["aria-label"]])).toEqual([
      ["#y2022", "2022: 4 events, 0 changed facts"],
    ]);
  });

  test("has no changes where only some kinds of event are shown", () => {
    expect(markupOf(figure(["policy"]))).not.toContain("Below: facts");
    expect(markupOf(figure([]))).toContain("Below: facts");
  });
});

describe("the list of years", () => {
  test("words every change of the data set, each with a link to its evidence", () => {
    const ledger = { facts: SEED, evidence: seedIndex };
    const changes = listDatedChanges(ledger, { asOf: COMPILED_ON, revision: 1 });
    const markup = markupOf(
      createElement(YearList, {
        items: listTimelineItems(groupByYear([], changes, COMPILED_ON), false),
        context: { sources: seedSources, names: new Map(), moment: [], zone: null },
        quarterHref: (year: number, quarter: number) => `#${year}-${quarter}`,
        lastQuarter: "2026-Q4",
      }),
    );
    expect(changes.length).toBeGreaterThan(100);
    expect(markup.match(/advanced from/g)?.length).toBeGreaterThan(10);
  });
});
