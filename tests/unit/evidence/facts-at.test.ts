import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getFactsAt, listRecordsBy } from "@/lib/evidence/facts-at";
import type { ContextItem, Event, Facts } from "@/lib/evidence/ledger-records";
import { isDataSetAlone } from "@/lib/server/ledger/data-set";
import { lastDay } from "@/lib/time/day";
import { day, partialDate } from "../../support/arbitraries";
import { createRevision, createSource, createVersion } from "../../support/facts";
import { seedFacts } from "../../support/seed-facts";

const NOTHING: Facts = {
  revision: 2,
  revisions: [createRevision(1, "2020-05-01T00:00:00Z"), createRevision(2, "2024-05-01T00:00:00Z")],
  zones: [],
  claims: [],
  decisions: [],
  waiting: new Set(),
  sourceVersions: [],
  tenancies: [],
  events: [],
  context: [],
  firmVersions: [],
  retirements: [],
};

function createFigure(part: Partial<ContextItem>): ContextItem {
  return {
    key: "debt",
    revision: 1,
    reason: null,
    constraint: "power",
    label: "Debt",
    value: 1,
    unit: "PKR",
    statement: null,
    period: "FY2023-24",
    sourceId: "paper",
    sourceNote: null,
    quotation: null,
    ...part,
  };
}

function createEvent(part: Partial<Event>): Event {
  return {
    id: "start",
    revision: 1,
    reason: null,
    date: "2020",
    kind: "policy",
    title: "A start",
    body: "",
    zones: [],
    sourceId: "paper",
    quotation: null,
    ...part,
  };
}

const version = (id: string, publishedOn: string | null, revision = 1) =>
  createVersion(createSource({ id, publishedOn }), { revision });

describe("the facts at a revision", () => {
  it("are those of the ledger before the later revisions", async () => {
    const [first, both] = await Promise.all([seedFacts(1), seedFacts(2)]);
    const { zones: _, tenancies: __, ...facts } = getFactsAt(both, 1);
    const { zones: ___, tenancies: ____, ...expected } = first;
    // Decisions are numbered over both editions.
    expect(facts).toEqual(expected);
    expect(getFactsAt(both, 2)).toEqual(both);
  });
});

describe("the records by a day", () => {
  it("date a figure by its source, in the latest version that the revision knows", () => {
    const facts = {
      ...NOTHING,
      sourceVersions: [version("paper", "2019-07"), version("report", "2024-02", 2)],
      context: [createFigure({}), createFigure({ revision: 2, sourceId: "report", value: 2 })],
    };
    const listValues = (asOf: string, revision: number) =>
      listRecordsBy(facts, { asOf, revision }).context.map(({ value }) => value);
    expect(listValues("2019-06-30", 1)).toEqual([]);
    expect(listValues("2019-07-01", 1)).toEqual([1]);
    expect(listValues("2024-02-01", 2)).toEqual([2]);
    // The first version was replaced: it does not come back.
    expect(listValues("2023-12-31", 2)).toEqual([]);
  });

  it("date a source without a date by its first recording", () => {
    const facts = {
      ...NOTHING,
      sourceVersions: [version("a", null), version("b", null, 2), version("a", null, 2)],
    };
    const listIds = (asOf: string) =>
      listRecordsBy(facts, { asOf, revision: 2 }).sources.map(({ id }) => id);
    expect(listIds("2020-04-30")).toEqual([]);
    expect(listIds("2020-05-01")).toEqual(["a"]);
    expect(listIds("2024-05-01")).toEqual(["a", "b"]);
  });

  it("take the corrected date of a source only from the revision that corrected it", () => {
    const facts = {
      ...NOTHING,
      sourceVersions: [version("paper", "2019"), version("paper", "2023", 2)],
    };
    const moment = { asOf: "2020-01-01" };
    expect(listRecordsBy(facts, { ...moment, revision: 1 }).sources).toHaveLength(1);
    expect(listRecordsBy(facts, { ...moment, revision: 2 }).sources).toHaveLength(0);
  });

  it("have nothing that begins after the day or was recorded after the revision", () => {
    const records = fc.array(
      fc.record({
        date: partialDate,
        publishedOn: partialDate,
        revision: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(records, day, fc.integer({ min: 1, max: 2 }), (list, asOf, revision) => {
        const sorted = [...list].sort((a, b) => a.revision - b.revision);
        const facts = {
          ...NOTHING,
          sourceVersions: sorted.map((one, i) => version(`s${i}`, one.publishedOn, one.revision)),
          events: sorted.map((one, i) => createEvent({ ...one, id: `e${i}`, sourceId: `s${i}` })),
          context: sorted.map((one, i) =>
            createFigure({ key: `k${i}`, revision: one.revision, sourceId: `s${i}` }),
          ),
        };
        const moment = { asOf, revision };
        const found = listRecordsBy(facts, moment);
        // What is certain to be over by the day is there; nothing is there that begins later.
        const isKnown = (one: { revision: number }) => one.revision <= revision;
        const over = (date: string) => lastDay(date) <= asOf;
        const certain = sorted.filter((one) => isKnown(one) && over(one.date)).length;
        expect(found.events.length).toBeGreaterThanOrEqual(certain);
        expect(found.events.every((one) => isKnown(one) && one.date.slice(0, 10) <= asOf)).toBe(
          true,
        );
        expect(found.context.every(isKnown)).toBe(true);
        // A figure begins with the end of its period or with its source, whichever is earlier.
        expect(found.context.map(({ sourceId }) => sourceId)).toEqual(
          expect.arrayContaining(found.sources.map(({ id }) => id)),
        );
        expect(found.sources.every(({ publishedOn }) => (publishedOn ?? "") <= asOf)).toBe(true);
        // What is recorded later changes nothing.
        expect(listRecordsBy(getFactsAt(facts, revision), moment)).toEqual(found);
      }),
    );
  });
});

describe("a ledger with the data set alone", () => {
  it("has a revision, and none of anybody else", async () => {
    const facts = await seedFacts(2);
    expect(isDataSetAlone(facts)).toBe(true);
    expect(isDataSetAlone({ ...facts, revisions: [] })).toBe(false);
    const other = { ...createRevision(3, "2026-11-26T00:00:00Z"), author: "Somebody" };
    expect(isDataSetAlone({ ...facts, revisions: [...facts.revisions, other] })).toBe(false);
  });
});
