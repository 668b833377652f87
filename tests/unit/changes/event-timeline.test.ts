import { describe, expect, test } from "vitest";
import {
  buildTimeline,
  groupByYear,
  listDatedChanges,
  listEvents,
} from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { addDays, firstDay } from "@/lib/time/day";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const ledger = { facts, evidence };
const today = { asOf: COMPILED_ON, revision: 1 };

const event = (part: Partial<Event> & Pick<Event, "id" | "date">): Event => ({
  revision: 1,
  reason: null,
  kind: "policy",
  title: part.id,
  body: "",
  zones: [],
  sourceId: "a-source",
  ...part,
});

describe("listDatedChanges", () => {
  const zone = "rashakai-sez";
  const turned = listDatedChanges(ledger, today, new Set([zone]));

  test("lists what differs between the registry of a day and of the day before", () => {
    const own = turned.filter(
      ({ change, group: turn }) =>
        change.field !== null && change.tenancy === null && turn !== "contradicted",
    );
    expect(own.length).toBeGreaterThan(30);
    const valuesOn = (asOf: string) =>
      buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.find(({ slug }) => slug === zone)
        ?.fields;
    for (const { change } of own) {
      const field = change.field as keyof NonNullable<ReturnType<typeof valuesOn>>;
      // Before the zone is in the registry there is nothing to compare with.
      const before = valuesOn(addDays(change.on, -1));
      if (before && change.kind !== "settled") {
        expect(before[field].value, `${field} before ${change.on}`).toEqual(change.before);
      }
      expect(valuesOn(change.on)?.[field].value, `${field} on ${change.on}`).toEqual(change.after);
    }
  });

  test("is latest first, only for the given zones and up to the day", () => {
    expect(new Set(turned.map(({ change }) => change.zone))).toEqual(new Set([zone]));
    const days = turned.map(({ change }) => change.on);
    expect(days).toEqual([...days].sort().reverse());
    const then = listDatedChanges(ledger, { asOf: "2021-06-30", revision: 1 }, new Set([zone]));
    expect(then.map(({ change }) => change.id)).toEqual(
      turned.filter(({ change }) => change.on <= "2021-06-30").map(({ change }) => change.id),
    );
  });

  test("has dates as precise as the claim that begin on its day", () => {
    const all = listDatedChanges(ledger, today);
    expect(all.every(({ change, date }) => firstDay(date) === change.on)).toBe(true);
    expect(new Set(all.map(({ date }) => date.length))).toEqual(new Set([4, 7, 10]));
  });
});

describe("listEvents", () => {
  const events = [
    event({ id: "early", date: "2019" }),
    event({ id: "here", date: "2020-03", zones: ["here", "there"] }),
    event({ id: "there", date: "2021-05-02", zones: ["there"] }),
  ];
  const ids = (asOf: string, zones: string[], withCountry: boolean) =>
    listEvents(events, asOf, new Set(zones), withCountry).map(({ id }) => id);

  test("lists events of the given zones, and those without a zone on request", () => {
    expect(ids("2022-01-01", ["here"], false)).toEqual(["here"]);
    expect(ids("2022-01-01", ["there"], true)).toEqual(["there", "here", "early"]);
  });

  test("includes a month once its first day has come", () => {
    expect(ids("2020-03-01", ["here"], true)).toEqual(["here", "early"]);
    expect(ids("2020-02-29", ["here"], true)).toEqual(["early"]);
  });
});

describe("groupByYear", () => {
  test("has every year from the first entry to the day, each with its entries", () => {
    const events = [
      event({ id: "a", date: "2019-07", kind: "security" }),
      event({ id: "b", date: "2021" }),
    ];
    const years = groupByYear(events, [], "2022-03-01");
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022]);
    expect(years.map((year) => year.events.length)).toEqual([1, 0, 1, 0]);
    expect(years[0]?.eventCounts).toMatchObject({ security: 1, policy: 0 });
    expect(groupByYear([], [], "2022-03-01").map(({ year }) => year)).toEqual([2022]);
  });

  test("contains every event and change of the data set", () => {
    const turned = listDatedChanges(ledger, today);
    const all = new Set(facts.zones.map(({ slug }) => slug));
    const events = listEvents(facts.events, COMPILED_ON, all, true);
    expect(events).toHaveLength(facts.events.length);
    const years = groupByYear(events, turned, COMPILED_ON);
    const sum = (counts: readonly Readonly<Record<string, number>>[]) =>
      counts.flatMap(Object.values).reduce((total, count) => total + count, 0);
    expect(sum(years.map(({ eventCounts }) => eventCounts))).toBe(events.length);
    expect(sum(years.map(({ changeCounts: turnCounts }) => turnCounts))).toBe(turned.length);
  });
});

describe("buildTimeline", () => {
  test("puts events of a date first and groups its newly known values", () => {
    const turned = listDatedChanges(ledger, today, new Set(["rashakai-sez"]));
    const known = turned.filter(({ group: turn }) => turn === "known");
    const date = known[0]?.date ?? "";
    const entries = buildTimeline([event({ id: "same day", date })], turned);
    const dates = entries.map((entry) => entry.date);
    expect(dates).toEqual([...dates].sort().reverse());
    const ofDate = entries.filter((entry) => entry.date === date);
    expect(ofDate[0]).toHaveProperty("event");
    const together = ofDate.filter((entry) => "known" in entry);
    expect(together).toHaveLength(1);
    expect(together[0]).toHaveProperty(
      "known.length",
      known.filter((value) => value.date === date).length,
    );
  });
});
