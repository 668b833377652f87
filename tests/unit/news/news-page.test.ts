import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { Learned } from "@/components/features/news/learned";
import { NewsFigure, placeMarks } from "@/components/features/news/news-figure";
import { listPeriods } from "@/components/features/news/news-form";
import { CHANGE_TONES, EVENT_MARKS, happenedLine } from "@/components/features/news/news-lines";
import { readLearnedRequest, readNewsRequest } from "@/components/features/news/news-request";
import { CHANGE_KINDS, CHANGE_TOPICS } from "@/lib/changes/change-kinds";
import { groupByYear, listDatedChanges, listNewsItems } from "@/lib/changes/event-timeline";
import { EARLIER_NEWS, learnedAddress } from "@/lib/changes/news-address";
import type { NamedChange } from "@/lib/contract/changes-answer";
import type { Event } from "@/lib/evidence/ledger-records";
import { listPastTargets } from "@/lib/targets/targets";
import { englishText } from "@/lib/text/english-text";
import { createFacts, createSource } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { markupOf, shapesOf } from "@/tests/unit/charts/markup";
import { seedIndex, seedSources } from "@/tests/unit/zones/seeded-zones";

const SEED = await seedFacts();
const NOW = { asOf: COMPILED_ON, revision: 1 };
const TODAY = { asOf: null, knownOn: null };

describe("the parameters of what happened", () => {
  const read = (search: string) => readNewsRequest([...new URLSearchParams(search)], "2026-11-24");

  test("are one kind or several, in one order, and a year; nothing is all", () => {
    expect(read("")).toEqual({ kinds: [], year: null });
    expect(read("kind=&year=")).toEqual({ kinds: [], year: null });
    expect(read("kind=progress,policy&kind=policy&year=2026")).toEqual({
      kinds: ["policy", "progress"],
      year: 2026,
    });
  });

  test("have an issue for each word that is not allowed, with the nearest that is", () => {
    expect(read("kind=polcy,utility&kind=foo&year=2027&tab=learnt")).toMatchObject({
      problems: [
        { param: "tab", got: "learnt", nearest: "learned" },
        { param: "kind", got: "polcy", nearest: "policy" },
        { param: "kind", got: "foo", nearest: null },
        { param: "year", got: "2027" },
      ],
    });
  });
});

describe("the parameters of what we learned", () => {
  const facts = createFacts({ claims: [] });
  const read = (search: string) =>
    readLearnedRequest(englishText, [...new URLSearchParams(search)], facts);

  test("are those of the API but for the zones; empty ones are ignored", () => {
    const { span, filter, issues, conditions } = read(
      "tab=learned&from=2020-01-01&to=&kind=moved-up&zones=test-zone&province=sindh",
    );
    expect(issues).toEqual([]);
    expect(span).toMatchObject({ from: { day: "2020-01-01" }, to: null, quarter: null });
    expect(filter).toMatchObject({ kind: ["moved-up"], zone: ["test-zone"], province: ["sindh"] });
    expect(conditions).toEqual([
      ["kind", "moved-up"],
      ["zone", "test-zone"],
      ["province", "sindh"],
    ]);
  });

  test("have an issue for each that cannot be used, under the name in the address", () => {
    const named = (search: string) =>
      read(search).issues.map(({ param, nearest }) => [param, nearest]);
    expect(named("quarter=2025&zones=test-zon")).toEqual([
      ["zones", "test-zone"],
      ["quarter", null],
    ]);
    expect(named("zone=test-zon")).toEqual([["zone", "test-zone"]]);
  });
});

test.each([
  ["/changes", "", "/news?tab=learned"],
  [
    "/changes",
    "quarter=2025-Q4&kind=moved-up,changed",
    "/news?tab=learned&quarter=2025-Q4&kind=moved-up,changed",
  ],
  [
    "/changes",
    "from=r1&to=r2&asOf=2026-11-27&knownOn=r2-3f9a2c1e&zone=hub-sez,bostan-sez&province=sindh",
    "/news?tab=learned&from=r1&to=r2&asOf=2026-11-27&knownOn=r2-3f9a2c1e&zones=hub-sez,bostan-sez&province=sindh",
  ],
  ["/events", "", "/news"],
  ["/events", "scope=all&kind=policy&item=a&page=2", "/news?scope=all&kind=policy&item=a&page=2"],
] as const)("%s?%s leads to %s", (path, search, address) => {
  expect(EARLIER_NEWS[path]([...new URLSearchParams(search)])).toBe(address);
});

test("periods begin with the state on the day before them", () => {
  const listFrom = (day: string) => listPeriods(day).map(({ from }) => from);
  expect(listFrom("2026-11-26")).toEqual(["2026-10-27", "2025-11-26", "2023-12-31"]);
  expect(listFrom("2024-02-29")).toEqual(["2024-01-30", "2023-02-28", "2021-12-31"]);
});

const event = (id: string, date: string, part: Partial<Event> = {}): Event => ({
  ...{ id, revision: 1, reason: null, date, kind: "policy", title: id, body: "", zones: [] },
  ...{ sourceId: "a-source", quotation: null },
  ...part,
});

describe("the figure", () => {
  const items = listNewsItems(
    [
      event("march", "2022-03-31"),
      event("april", "2022-04"),
      event("december", "2022-12-01"),
      event("some day", "2022"),
    ],
    [],
    [],
  );

  test("puts each event in its quarter, and apart where only the year is known", () => {
    const slots = placeMarks(items);
    const keys = slots.map((marks) => marks.map(({ key }) => key));
    expect(keys).toEqual([["march"], ["april"], [], ["december"], ["some day"]]);
    expect(slots.flat().map(({ hollow = false }) => hollow)).toEqual([false, false, false, true]);
  });

  test("gives each colour one meaning, and each kind of event a shape", () => {
    const marks = Object.values(EVENT_MARKS);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(marks.length);
    const colours = [
      ...new Set<string>(marks.map(({ tone }) => tone)),
      ...Object.values(CHANGE_TONES),
    ];
    expect(new Set(colours).size).toBe(1 + Object.keys(CHANGE_TONES).length);
    expect(colours).toHaveLength(1 + Object.keys(CHANGE_TONES).length);
  });

  const figure = (kinds: readonly Event["kind"][]) =>
    createElement(NewsFigure, {
      years: groupByYear(items, "2023-06-01"),
      kinds,
      yearHref: (year: number) => `#y${year}`,
      source: "",
    });

  test("leads to the years that have entries, and says how many", () => {
    const links = shapesOf(figure([]), "a").filter(
      ({ attributes }) => attributes["aria-label"] !== undefined,
    );
    expect(links.map(({ attributes }) => [attributes.href, attributes["aria-label"]])).toEqual([
      ["#y2022", "2022: 4 events, 0 changes"],
    ]);
  });

  test("has no changes where only some kinds of event are shown, and its title is the finding", () => {
    const markup = markupOf(figure(["policy"]));
    expect(markup).not.toContain("Below: changes");
    expect(markup).toContain("2022 had the most events: 4");
    expect(markupOf(figure([]))).toContain("Below: changes");
  });
});

describe("a line of what happened", () => {
  const context = {
    ...{ text: englishText, sources: seedSources, names: new Map([["hub-sez", "Hub SEZ"]]) },
    ...{ moment: TODAY, asOf: COMPILED_ON },
  };

  test("names the zones of an event, or the country", () => {
    const lines = [event("a", "2022", { zones: ["hub-sez"] }), event("b", "2022-04")].map((one) =>
      happenedLine({ date: one.date, kind: one.kind, event: one }, context),
    );
    expect(lines).toMatchObject([
      { id: "a", day: "2022", kind: "Policy", title: "a.", zones: [["Hub", "/zones/hub-sez"]] },
      { id: "b", day: "Apr 2022", zones: [["National", null]] },
    ]);
  });

  test("of every change and target of the data set is a sentence with a link to its evidence", () => {
    const ledger = { facts: SEED, evidence: seedIndex };
    const slugs = SEED.zones.map(({ slug }) => slug);
    const changes = listDatedChanges(ledger, NOW);
    const targets = listPastTargets(seedIndex, slugs, NOW);
    const lines = listNewsItems([], changes, targets).map((item) => happenedLine(item, context));
    expect(lines.length).toBe(changes.length + targets.length);
    expect(changes.length).toBeGreaterThan(100);
    for (const { words = [], zones, source } of lines) {
      expect(words).toHaveLength(1);
      expect(words[0]?.subject).not.toBe("");
      expect(words[0]?.href).toContain(zones[0]?.[1]);
      expect(words[0]?.after ?? "").not.toMatch(/\.\.$/);
      expect(source).not.toBe("");
    }
    const missed = lines.find(
      ({ kind, zones }) => kind === "Target: Missed" && zones[0]?.[1] === "/zones/dhabeji-sez",
    );
    expect(missed?.words?.[0]).toMatchObject({ subject: "Full electricity" });
    expect(missed?.words?.[0]?.after).toMatch(/^ due Dec.2021: missed, \d years? overdue: /);
  });
});

test("each kind of change is news of one topic", () => {
  expect(Object.values(CHANGE_TOPICS).flat().sort()).toEqual([...CHANGE_KINDS].sort());
});

describe("what we learned", () => {
  const row = (part: Partial<NamedChange>): NamedChange => ({
    ...{ id: `${part.on} ${part.field} ${part.kind}`, kind: "moved-up", zone: "a-zone" },
    ...{ name: "A Zone", province: null, tenancy: null, firm: null, field: "gas" },
    ...{ before: null, after: "available", against: null, on: "2026-02-01", date: "2023-01-01" },
    ...{ claimId: "claim", sourceId: "a-source" },
    ...part,
  });
  const wordsOf = (changes: readonly NamedChange[]) =>
    markupOf(
      createElement(Learned, {
        changes,
        context: {
          ...{ names: new Map(), moment: TODAY, asOf: COMPILED_ON },
          sources: new Map([["dated", createSource({ id: "dated", publishedOn: "2023-01-01" })]]),
        },
        kindsHref: (kinds) => learnedAddress([["kind", kinds.join(",")]]),
        whole: false,
      }),
    )
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");

  test("is apart from what happened, each by day and zone; facts of one source are one line", () => {
    const words = wordsOf([
      row({ before: "planned" }),
      row({ kind: "first-known", field: "electricity" }),
      row({ kind: "first-known", field: "water" }),
      row({ kind: "went-silent", on: "2025-01-01" }),
    ]);
    expect(words).toMatch(
      /What happened 1 .* 1 Feb 2026 Progress A Zone Gas advanced from Planned/,
    );
    expect(words).toMatch(
      /Changes in what we know 2 .* 1 Feb 2026 New information A Zone Electricity : .* Water : /,
    );
    expect(words).toMatch(
      /No report for 2 years 1 .* 1 Jan 2025 No report for 2 years A Zone Gas : /,
    );
    expect(words).toContain("Disputes: 0");
  });

  test("has the date of a silent fact, unless its source has the same", () => {
    const silent = { kind: "went-silent", on: "2025-01-01" } as const;
    expect(wordsOf([row(silent)])).toContain("Available, as of 1 Jan 2023");
    expect(wordsOf([row({ ...silent, sourceId: "dated" })])).not.toContain("as of");
    expect(wordsOf([row({ kind: "first-known" })])).not.toContain("as of");
  });

  test("shows the latest changes of a long topic and leads to all of them", () => {
    const words = wordsOf(
      Array.from({ length: 70 }, (_, i) => row({ id: String(i), before: "planned" })),
    );
    expect(words.match(/advanced/g)).toHaveLength(60);
    expect(words).toContain("Show all 70");
  });
});
