import { beforeAll, describe, expect, test } from "vitest";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildPreview, type DraftClaim } from "@/lib/evidence/preview";
import { buildRegistry, indexEvidence, listFieldEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { createRevision } from "../../support/facts";
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
  test("value, range, place and funnels are as after the write", () => {
    const { fields, readiness, place, funnels } = preview(
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
    expect(readiness.after?.low).toBeCloseTo(24.3 + 5 * 0.6, 5);
    expect(place.before).toBe(10);
    expect(place.after).toBe(9);
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

  test("a zone outside the announced has no place", () => {
    const { place } = preview(draft("water", "partial", { zone: "daraban-sez" }));
    expect(place).toEqual({ before: null, after: null });
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
