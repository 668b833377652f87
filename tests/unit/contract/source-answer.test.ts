import { describe, expect, it } from "vitest";
import { findSource } from "@/lib/contract/source-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { ContextItem, Event } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { englishText } from "@/lib/text/english-text";
import {
  createClaim,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const stated = createClaim({ field: "status", value: "serviced" });
const area = createClaim({ field: "areaAcres", value: 100, asOf: "2021" });
const rival = createClaim({ field: "areaAcres", value: 300, sourceId: "other" });
const event = (id: string, date: string, sourceId: string, revision = 1): Event => ({
  id,
  revision,
  reason: null,
  date,
  kind: "policy",
  title: id,
  body: "",
  zones: [],
  sourceId,
  quotation: null,
});
const figure = (key: string, sourceId: string, revision = 1): ContextItem => ({
  key,
  revision,
  reason: null,
  constraint: "finance",
  label: key,
  value: 1,
  unit: "%",
  statement: null,
  period: "2025",
  sourceId,
  sourceNote: null,
  quotation: null,
});
const facts = createFacts({
  claims: [stated, area, rival],
  revision: 2,
  revisions: [1, 2].map((number) => createRevision(number, `2026-11-2${number}T06:00:00Z`)),
  sourceVersions: [
    createVersion(createSource({ id: "a-source", title: "First" })),
    createVersion(createSource({ id: "other" })),
    createVersion(createSource({ id: "a-source", title: "Second" }), {
      revision: 2,
      reason: "A slip",
    }),
  ],
  events: [
    event("past", "2020", "a-source"),
    event("to-come", "2027", "a-source"),
    event("elsewhere", "2020", "other"),
    event("late", "2020", "a-source", 2),
  ],
  context: [figure("growth", "a-source"), figure("debt", "other"), figure("late", "a-source", 2)],
});
const evidence = indexEvidence(facts);
const find = (id: string, revision = 2) => {
  const registry = buildRegistry(facts, evidence, { asOf: "2026-11-24", revision });
  return findSource(englishText, { facts, evidence, registry }, id);
};

describe("findSource", () => {
  it("has the present version, its history and what cites it", () => {
    expect(find("a-source")).toEqual({
      source: {
        ...createSource({ id: "a-source", title: "Second" }),
        versions: [
          {
            ...createSource({ id: "a-source", title: "First" }),
            version: 1,
            recordedAt: "2026-11-21T06:00:00Z",
            reason: null,
          },
          {
            ...createSource({ id: "a-source", title: "Second" }),
            version: 2,
            recordedAt: "2026-11-22T06:00:00Z",
            reason: "A slip",
          },
        ],
        claims: [
          {
            claimId: area.id,
            zone: "test-zone",
            tenancy: null,
            field: "areaAcres",
            standing: "shown",
            mark: "contested",
            against: [{ claimId: rival.id, sourceId: "other" }],
          },
          {
            claimId: stated.id,
            zone: "test-zone",
            tenancy: null,
            field: "status",
            standing: "shown",
            mark: null,
            against: [],
          },
        ],
        events: ["past", "late"],
        context: ["growth", "late"],
      },
    });
  });

  it("is as known at the revision", () => {
    expect(find("a-source", 1)).toMatchObject({
      source: { title: "First", versions: [{ version: 1 }], events: ["past"], context: ["growth"] },
    });
  });

  it("without claims has none", () => {
    const unused = createFacts({ claims: [] });
    const index = indexEvidence(unused);
    const registry = buildRegistry(unused, index, { asOf: "2026-11-24", revision: 1 });
    expect(
      findSource(englishText, { facts: unused, evidence: index, registry }, "a-source"),
    ).toMatchObject({
      source: { claims: [], events: [], context: [] },
    });
  });

  it("that is not on record is an issue with the closest id", () => {
    expect(find("a-sourse")).toMatchObject({
      issue: { code: "unknown-source", nearest: "a-source", allowed: ["a-source", "other"] },
    });
    expect(find("a-source", 0)).toMatchObject({ issue: { allowed: [], nearest: null } });
  });
});
