import { beforeAll, describe, expect, test } from "vitest";
import { isStale } from "@/lib/evidence/age";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type Registry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { canBeDone, WORK_KINDS, type WorkItem, type WorkKind } from "@/lib/queue/work-item";
import { getEffect, listWork, type WorkInput } from "@/lib/queue/work-sources";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

let input: WorkInput;
let registry: Registry;
let work: readonly WorkItem[];

const ofKind = <K extends WorkKind>(kind: K) =>
  work.filter((item): item is Extract<WorkItem, { kind: K }> => item.kind === kind);

beforeAll(async () => {
  const facts = await seedFacts(2);
  registry = buildRegistry(facts, indexEvidence(facts), {
    asOf: COMPILED_ON,
    revision: facts.revision,
  });
  const sources = listSourcesAt(facts.sourceVersions, facts.revision);
  input = {
    registry,
    rows: registry.zones.map(buildRow),
    sources,
    links: [],
    corrections: [],
    waiting: [],
  };
  work = listWork(input);
});

describe("listWork on the data set", () => {
  test("gives every item another key, and keys and causes that the database can keep", () => {
    expect(new Set(work.map(({ key }) => key)).size).toBe(work.length);
    for (const { key, cause } of work) {
      expect(key.length).toBeLessThanOrEqual(400);
      expect(cause.length).toBeLessThanOrEqual(400);
      expect(cause).not.toBe("");
    }
  });

  test("has what changes most first, then the kinds in their order, and in each the most worth first", () => {
    const effects = work.map(getEffect);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    for (const effect of new Set(effects)) {
      const alike = work.filter((item) => getEffect(item) === effect);
      const order = alike.map(({ kind }) => WORK_KINDS.indexOf(kind));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      for (const kind of WORK_KINDS) {
        const worths = alike.filter((item) => item.kind === kind).map(({ worth }) => worth);
        expect(worths).toEqual([...worths].sort((a, b) => b - a));
      }
    }
  });

  test("puts the 2 ladders before indicators, and these before what changes no score", () => {
    const fields = work.map(({ field }) => field);
    expect(["status", "legalStatus"]).toContain(fields[0]);
    expect(fields.lastIndexOf("status")).toBeLessThan(fields.indexOf("electricity"));
    expect(fields.lastIndexOf("electricity")).toBeLessThan(fields.indexOf("areaAcres"));
  });

  test("has one item for each disputed value", () => {
    const marked = registry.zones.flatMap((zone) =>
      [zone.fields, ...zone.tenancies.map(({ fields }) => fields)].flatMap((fields) =>
        Object.values(fields).filter(({ mark }) => mark === "contested"),
      ),
    );
    expect(marked.length).toBeGreaterThan(0);
    expect(ofKind("disputed")).toHaveLength(marked.length);
  });

  test("has only old values as stale, and none that is fresh", () => {
    const stale = ofKind("stale");
    expect(stale.length).toBeGreaterThan(0);
    for (const { ageDays, freshFor } of stale) expect(ageDays).toBeGreaterThan(freshFor);
    const known = registry.zones.flatMap(({ fields }) =>
      Object.entries(fields).filter(
        ([field, { value, evidence }]) =>
          value !== null &&
          evidence !== null &&
          isStale(field as never, evidence.effectiveOn, COMPILED_ON),
      ),
    );
    expect(stale.filter(({ tenancy }) => tenancy === null)).toHaveLength(known.length);
  });

  test("asks what would narrow a range, that which would narrow it most first", () => {
    const points = ofKind("question").map(({ worth }) => worth);
    expect(points.at(-1)).toBeGreaterThan(0);
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });

  test("has targets whose day has passed", () => {
    const targets = ofKind("target");
    expect(targets.length).toBeGreaterThan(0);
    for (const { daysOverdue } of targets) expect(daysOverdue).toBeGreaterThan(0);
  });

  test("has unknown fields that other evidence implies", () => {
    const implied = ofKind("implied");
    expect(implied.length).toBeGreaterThan(0);
    const values = new Map(registry.zones.map((zone) => [zone.slug, zone.values]));
    for (const { zone, field } of implied) {
      expect(values.get(zone ?? "")?.[field as "status"]).toBeNull();
    }
  });
});

test("a link is dead until it is changed or works again", () => {
  const source = input.sources.find(({ url }) => url !== null);
  if (!source?.url) throw new Error("The data set has no source with a link.");
  const link = {
    sourceId: source.id,
    url: source.url,
    result: "dead",
    status: 404,
    checkedAt: "2026-11-24T08:00:00.000Z",
  };
  const count = (links: WorkInput["links"]) =>
    listWork({ ...input, links }).filter(({ kind }) => kind === "dead-link").length;
  expect(count([link])).toBe(1);
  expect(count([{ ...link, result: "unclear" }])).toBe(0);
  expect(count([{ ...link, url: "https://example.org/before" }])).toBe(0);
});

test("corrections come first, the oldest at the front", () => {
  const correction = (id: string, sentAt: string) => ({
    ...{ id, sentAt, message: "It is wrong.", page: "/gaps", zone: null, tenancy: null },
    field: null,
  });
  const corrections = [
    correction("b", "2026-11-02T00:00:00.000Z"),
    correction("a", "2026-11-01T00:00:00.000Z"),
  ];
  const [first, second] = listWork({ ...input, corrections });
  expect([first?.key, second?.key]).toEqual(["correction a", "correction b"]);
});

test("reports that wait for review come before the registry's work, and again when they are sent again", () => {
  const waiting = (round: number) => [
    {
      ...{ id: "a", author: "Asma", round, zones: ["hub-sez", "bostan-sez"], claims: 3 },
      sentAt: "2026-11-01T00:00:00.000Z",
    },
  ];
  const [first] = listWork({ ...input, waiting: waiting(1) });
  const [again] = listWork({ ...input, waiting: waiting(2) });
  expect(first).toMatchObject({ key: "review a", zone: null, claims: 3 });
  expect(again?.key).toBe(first?.key);
  expect(again?.cause).not.toBe(first?.cause);
  expect(first && canBeDone(first)).toBe(false);
});

test("the cause of an item changes with the claims behind it, and with nothing else", async () => {
  const again = listWork({ ...input, rows: [...input.rows] });
  expect(again.map(({ key, cause }) => [key, cause])).toEqual(
    work.map(({ key, cause }) => [key, cause]),
  );
});
