import { describe, expect, test } from "vitest";
import {
  groupByYear,
  groupEmptyYears,
  listDatedChanges,
  listEvents,
  listNewsItems,
} from "@/lib/changes/event-timeline";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Event } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { listPastTargets } from "@/lib/targets/targets";
import { addDays, firstDay } from "@/lib/time/day";
import { createClaim, createDecision, createFacts, createRevision } from "@/tests/support/facts";
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
  quotation: null,
  ...part,
});

describe("listDatedChanges", () => {
  const zone = "rashakai-sez";
  const turned = listDatedChanges(ledger, today, new Set([zone]));

  test("lists what differs between the registry of a day and of the day before", () => {
    const own = turned.filter(({ change }) => change.field !== null && change.tenancy === null);
    expect(own.length).toBeGreaterThan(10);
    const valuesOn = (asOf: string) =>
      buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.find(({ slug }) => slug === zone)
        ?.fields;
    for (const { change } of own) {
      const field = change.field as keyof NonNullable<ReturnType<typeof valuesOn>>;
      // Before the zone is in the registry there is nothing to compare with.
      const before = valuesOn(addDays(change.on, -1));
      if (before) {
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

describe("listDatedChanges of small facts", () => {
  const claims = [
    createClaim({ field: "cohort", value: "added-37", asOf: "2020" }),
    createClaim({ field: "gas", value: "absent", asOf: "2021-02" }),
    createClaim({ field: "gas", value: "planned", asOf: "2021-05-07" }),
    createClaim({ field: "water", value: "absent", asOf: "2021-02-01", revision: 2 }),
    createClaim({ field: "targetGas", value: "2022-06", asOf: "2021-03-01" }),
  ];
  const [, , planned] = claims;
  const small = createFacts({
    claims,
    decisions: [
      ...claims.map((claim) => createDecision(claim)),
      ...(planned ? [createDecision(planned, { kind: "retracted", revision: 2 })] : []),
    ],
    zones: [
      { slug: "other-zone", order: 1 },
      { slug: "test-zone", order: 2 },
    ],
    revision: 2,
    revisions: [
      createRevision(1, "2026-11-23T06:00:00Z"),
      createRevision(2, "2026-11-24T06:00:00Z"),
    ],
  });
  const lines = (revision: number, zones?: ReadonlySet<string>, asOf = "2021-12-31") =>
    listDatedChanges(
      { facts: small, evidence: indexEvidence(small) },
      { asOf, revision },
      zones,
    ).map(({ change, group, date }) => `${date} ${group} ${change.zone} ${change.field}`);

  test("are dated by their claims, latest first, in every zone, without what only became known", () => {
    expect(lines(1)).toEqual([
      "2021-05-07 progress test-zone gas",
      "2021-03-01 target test-zone targetGas",
      "2020 progress test-zone null",
    ]);
  });

  test("are those of one revision, also on a day after it", () => {
    const zone = new Set(["test-zone"]);
    const both = ["2021-03-01 target test-zone targetGas", "2020 progress test-zone null"];
    expect(lines(2, zone)).toEqual(both);
    expect(lines(2, zone, "2026-12-31")).toEqual(both);
    expect(lines(2, new Set())).toEqual([]);
  });
});

test("a lower value or an end is a setback only where its source says that it fell", () => {
  const claims = [
    createClaim({ field: "cohort", value: "added-37", asOf: "2020" }),
    createClaim({ field: "gas", value: "available", asOf: "2021-01-01" }),
    createClaim({ field: "gas", value: "planned", asOf: "2022-01-01" }),
    createClaim({ field: "water", value: "available", asOf: "2021-01-01" }),
    createClaim({ field: "water", value: "planned", asOf: "2022-01-01", decline: true }),
    createClaim({ field: "status", value: "operational", asOf: "2021-01-01" }),
    createClaim({ field: "status", value: "idle", asOf: "2022-01-01", decline: true }),
    createClaim({ field: "developer", value: "A", asOf: "2021-01-01" }),
    createClaim({ field: "developer", value: "B", asOf: "2022-01-01", decline: true }),
  ];
  const lower = createFacts({ claims, decisions: claims.map((claim) => createDecision(claim)) });
  const groups = listDatedChanges(
    { facts: lower, evidence: indexEvidence(lower) },
    { asOf: "2022-12-31", revision: 1 },
  ).flatMap(({ change, group }) =>
    ["moved-down", "changed"].includes(change.kind) ? [`${change.field} ${group}`] : [],
  );
  expect(groups.sort()).toEqual([
    "developer other",
    "gas other",
    "status setback",
    "water setback",
  ]);
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

  test("sorts events of one date by their id", () => {
    const same = ["b", "a", "c"].map((id) => event({ id, date: "2020" }));
    const later = event({ id: "a", date: "2020-01" });
    const sorted = listEvents([...same, later], "2022-01-01", new Set(), true);
    expect(sorted.map(({ id, date }) => `${date} ${id}`)).toEqual([
      "2020-01 a",
      "2020 a",
      "2020 b",
      "2020 c",
    ]);
  });

  test("includes a month once its first day has come", () => {
    expect(ids("2020-03-01", ["here"], true)).toEqual(["here", "early"]);
    expect(ids("2020-02-29", ["here"], true)).toEqual(["early"]);
  });
});

test("only empty years in a row are one group", () => {
  const dated = ["2010-05", "2013", "2015-01-01"].map((date) => event({ id: date, date }));
  const groups = groupEmptyYears(groupByYear(listNewsItems(dated, [], []), "2018-03-01"));
  expect(groups.map((years) => years.map(({ year }) => year))).toEqual([
    [2010],
    [2011, 2012],
    [2013],
    [2014],
    [2015],
    [2016, 2017, 2018],
  ]);
});

describe("groupByYear", () => {
  test("has every year from the first entry to the day, each with its entries", () => {
    const events = [
      event({ id: "a", date: "2019-07", kind: "security" }),
      event({ id: "b", date: "2021" }),
    ];
    const years = groupByYear(listNewsItems(events, [], []), "2022-03-01");
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022]);
    expect(years.map((year) => year.items.length)).toEqual([1, 0, 1, 0]);
    expect(years[0]?.counts).toMatchObject({ security: 1, policy: 0, progress: 0 });
    expect(groupByYear([], "2022-03-01").map(({ year }) => year)).toEqual([2022]);
  });

  test("contains every event, change and past target of the data set", () => {
    const all = new Set(facts.zones.map(({ slug }) => slug));
    const events = listEvents(facts.events, COMPILED_ON, all, true);
    expect(events).toHaveLength(facts.events.length);
    const items = listNewsItems(
      events,
      listDatedChanges(ledger, today),
      listPastTargets(evidence, all, today),
    );
    const years = groupByYear(items, COMPILED_ON);
    const sum = years.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b, 0);
    expect(sum).toBe(items.length);
  });
});

test("what happened is in one list, latest first; of one date events first, then changes, then targets", () => {
  const changes = listDatedChanges(ledger, today);
  const targets = listPastTargets(evidence, new Set(["dhabeji-sez"]), today);
  const date = targets[0]?.date ?? "";
  const change = changes[0];
  if (change === undefined) throw new Error("no change");
  const events = [event({ id: "same day", date }), event({ id: "later", date: "2026-01-16" })];
  const items = listNewsItems(events, [{ ...change, date }], targets);
  expect(items[0]).toMatchObject({ date: "2026-01-16", event: { id: "later" } });
  const ofDate = items.filter((item) => item.date === date);
  expect(
    ofDate.map((item) => ("event" in item ? "event" : "change" in item ? "change" : "target")),
  ).toEqual(["event", "change", ...ofDate.slice(2).map(() => "target")]);
  expect(ofDate.length).toBeGreaterThan(2);
});
