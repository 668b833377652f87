import { beforeAll, describe, expect, test } from "vitest";
import type { FieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { indexEvidence, listFieldEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { buildPreview, type DraftClaim } from "@/lib/evidence/preview";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { addReadiness } from "@/lib/query/select";
import { createClaim, createDecision, createFacts, createRevision } from "../../support/facts";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

let facts: Facts;
beforeAll(async () => {
  facts = await seedFacts();
});

const MOMENT = { asOf: COMPILED_ON, revision: 1 };

function draft(field: FieldKey, value: FieldValue, part: Partial<DraftClaim> = {}): DraftClaim {
  return {
    id: `f0000000-0000-7000-8000-${String(field.length).padStart(12, "0")}`,
    zone: "dhabeji-sez",
    tenancy: null,
    field,
    value,
    asOf: "2026-11-01",
    sourceId: "pid-2026-01-16",
    locator: null,
    note: "A test.",
    origin: "independent",
    confidence: "high",
    decline: false,
    quotation: null,
    lastSeenOn: null,
    money: null,
    ...part,
  };
}

function preview(...drafts: DraftClaim[]) {
  const index = indexEvidence(facts);
  const rows = buildRegistry(facts, index, MOMENT).zones.map(buildRow);
  const slug = drafts[0]?.zone ?? "dhabeji-sez";
  const evidence = listFieldEvidence(index, slug, []);
  const dateOf = ({ asOf }: DraftClaim) => asOf ?? COMPILED_ON;
  const publisherOf = ({ sourceId }: DraftClaim) => sourceId;
  return buildPreview(rows, slug, evidence, drafts, dateOf, publisherOf, MOMENT);
}

describe("buildPreview", () => {
  test("value, range and funnels are as after the write", () => {
    const { fields, readiness, funnels } = preview(
      draft("status", "partially-operational"),
      draft("electricity", "available"),
    );
    expect(fields).toMatchObject([
      {
        field: "status",
        before: { value: "under-development" },
        after: { value: "partially-operational" },
        shows: true,
      },
      {
        field: "electricity",
        before: { value: "under-construction" },
        after: { value: "available" },
        shows: true,
      },
    ]);
    expect(readiness.before).toMatchObject({ low: 24.3 });
    // Electricity gives 3; a firm that produces implies plots, roads and one firm admitted and producing.
    expect(readiness.after?.low).toBeCloseTo(33.5, 5);
    expect(funnels).toEqual([
      { ladder: "status", value: "serviced", before: 12, after: 13 },
      { ladder: "status", value: "partially-operational", before: 12, after: 13 },
    ]);
  });

  test("a newer claim stays displayed and is contested by the draft", () => {
    const { fields, funnels } = preview(draft("status", "operational", { asOf: "2025-01" }));
    expect(fields).toMatchObject([
      { shows: false, after: { value: "under-development", mark: "contested" } },
    ]);
    expect(funnels).toEqual([]);
  });

  test("the preview equals the registry after the claims are recorded", () => {
    const drafts = [draft("status", "serviced"), draft("gas", null), draft("jobs", 12)];
    const { fields, readiness } = preview(...drafts);
    const recorded: Facts = {
      ...facts,
      revision: 2,
      revisions: [...facts.revisions, createRevision(2, "2026-11-24T10:00:00Z")],
      claims: [...facts.claims, ...drafts.map((claim) => ({ ...claim, revision: 2 }))],
      decisions: [
        ...facts.decisions,
        ...drafts.map(({ id }, i) => ({
          sequence: 1_000_000 + i,
          revision: 2,
          claimId: id,
          kind: "published" as const,
          reason: null,
        })),
      ],
    };
    const zone = buildRegistry(recorded, indexEvidence(recorded), {
      asOf: COMPILED_ON,
      revision: 2,
    }).zones.find(({ slug }) => slug === "dhabeji-sez");
    for (const { field, after } of fields) {
      const shown = zone?.fields[field as keyof typeof zone.fields];
      expect({ value: shown?.value, mark: shown?.mark }).toEqual(after);
    }
    expect(readiness.after).not.toEqual(readiness.before);
  });
});

describe("buildPreview of small facts", () => {
  /** Zones by what is known of them; the last is not announced. */
  const ZONES: Readonly<Record<string, Partial<Record<FieldKey, FieldValue>>>> = {
    first: {
      cohort: "original-7",
      status: "serviced",
      electricity: "available",
      water: "available",
    },
    second: { cohort: "added-37", status: "under-development", electricity: "available" },
    third: { cohort: "added-37", legalStatus: "approved" },
    outside: {
      cohort: "unconfirmed",
      electricity: "available",
      water: "available",
      gas: "available",
    },
  };
  const recorded = Object.entries(ZONES).flatMap(([zone, values]) =>
    Object.entries(values).map(([field, value]) =>
      createClaim({ zone, field: field as FieldKey, value }),
    ),
  );
  const firmClaim = createClaim({
    zone: "second",
    tenancy: "a-firm",
    field: "tenancyStage",
    value: "building",
  });
  const claims = [...recorded, firmClaim];
  const small = createFacts({
    claims,
    zones: Object.keys(ZONES).map((slug, i) => ({ slug, order: i + 1 })),
    tenancies: ["a-firm", "b-firm"].map((id, i) => ({
      id,
      zone: "second",
      firm: id,
      firmId: id,
      order: i + 1,
    })),
  });
  const PLANNED = ["b-firm", "a-firm"];

  /** The effect of claims on the second zone, and the registry once they are recorded. */
  function both(...parts: (Partial<Claim> & Pick<Claim, "field" | "value">)[]) {
    const drafts: DraftClaim[] = parts.map((part) =>
      createClaim({ zone: "second", asOf: "2024-05", ...part }),
    );
    const index = indexEvidence(small);
    const rows = buildRegistry(small, index, MOMENT).zones.map(buildRow);
    const known = listFieldEvidence(index, "second", PLANNED);
    const shown = buildPreview(
      rows,
      "second",
      known,
      drafts,
      ({ asOf }) => asOf ?? COMPILED_ON,
      ({ sourceId }) => sourceId,
      MOMENT,
    );
    const added = drafts.map((claim) => ({ ...claim, revision: 2 }));
    const facts: Facts = {
      ...small,
      revision: 2,
      claims: [...claims, ...added],
      decisions: [...small.decisions, ...added.map((claim) => createDecision(claim))],
    };
    const after = buildRegistry(facts, indexEvidence(facts), { asOf: COMPILED_ON, revision: 2 });
    const ranked = addReadiness(
      after.zones.map(buildRow).filter(({ slug }) => slug !== "outside"),
      { weights: BLOCK_WEIGHTS },
    );
    return {
      shown,
      zone: after.zones.find(({ slug }) => slug === "second"),
      readiness: ranked.find(({ slug }) => slug === "second")?.readiness,
    };
  }

  test("the range is that of the registry with the claims", () => {
    const { shown, readiness } = both(
      { field: "water", value: "available" },
      { field: "gas", value: "available" },
    );
    expect(shown.readiness.after).toEqual(readiness);
    expect(shown.readiness.after?.low).toBeGreaterThan(shown.readiness.before?.low ?? 100);
    expect(shown.funnels).toEqual([]);
  });

  test("a claim on a firm changes the range of its zone, for a firm without claims too", () => {
    for (const tenancy of ["a-firm", "b-firm"]) {
      const { shown, readiness } = both({ field: "tenancyStage", value: "producing", tenancy });
      expect(shown.readiness.after).toEqual(readiness);
      expect(shown.readiness.after).not.toEqual(shown.readiness.before);
    }
  });

  test("each field of the zone and of its firms is listed once, with its own values", () => {
    const { shown } = both(
      { field: "tenancyStage", value: "mou", tenancy: "b-firm" },
      { field: "electricity", value: "absent", asOf: "2019" },
      { field: "tenancyStage", value: "producing", tenancy: "a-firm" },
      { field: "electricity", value: "partial" },
      { field: "jobs", value: 40 },
    );
    expect(shown.fields).toEqual([
      {
        field: "tenancyStage",
        tenancy: "b-firm",
        before: { value: null, mark: null },
        after: { value: "mou", mark: null },
        shows: true,
      },
      {
        field: "electricity",
        tenancy: null,
        before: { value: "available", mark: null },
        after: { value: "partial", mark: "contested" },
        shows: true,
      },
      {
        field: "tenancyStage",
        tenancy: "a-firm",
        before: { value: "building", mark: null },
        after: { value: "producing", mark: null },
        shows: true,
      },
      {
        field: "jobs",
        tenancy: null,
        before: { value: null, mark: null },
        after: { value: 40, mark: null },
        shows: true,
      },
    ]);
  });

  test("a claim that says “not known” of an unknown field shows", () => {
    expect(both({ field: "gas", value: null }).shown.fields).toMatchObject([{ shows: true }]);
  });

  test("a claim about an earlier day does not show", () => {
    const { shown } = both({ field: "status", value: "operational", asOf: "2012" });
    expect(shown.fields).toMatchObject([{ shows: false }]);
    expect(shown.funnels).toEqual([]);
  });

  test("steps, asides and unknown states of the announced zones that change are listed", () => {
    const funnels = (...parts: Parameters<typeof both>) => both(...parts).shown.funnels;
    expect(funnels({ field: "status", value: "serviced" })).toEqual([
      { ladder: "status", value: "serviced", before: 1, after: 2 },
    ]);
    expect(funnels({ field: "legalStatus", value: "approved" })).toContainEqual({
      ladder: "legalStatus",
      value: null,
      before: 2,
      after: 1,
    });
    expect(funnels({ field: "status", value: "stalled" })).toContainEqual({
      ladder: "status",
      value: "stalled",
      before: 0,
      after: 1,
    });
  });

  test("a zone that leaves the announced keeps its range", () => {
    const { shown } = both({ field: "cohort", value: "unconfirmed" });
    expect(shown.readiness.after).toEqual(shown.readiness.before);
  });
});
