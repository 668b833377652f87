import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { filterLines, listLedgerLines, listOptions } from "@/lib/evidence/ledger-lines";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const older = createClaim({ field: "status", value: "under-development", asOf: "2020" });
const newer = createClaim({
  field: "status",
  value: "serviced",
  asOf: "2022-05",
  sourceId: "a-paper",
});
const wrong = createClaim({
  field: "gas",
  value: "available",
  asOf: "2021-03-01",
  origin: "independent",
});
const ofFirm = createClaim({
  field: "tenancyStage",
  value: "mou",
  asOf: "2021",
  tenancy: "a-firm",
});
const waiting = createClaim({ field: "gas", value: "absent", asOf: "2021" });
const elsewhere = createClaim({ field: "gas", value: "absent", zone: "other-zone" });
const claims = [older, newer, wrong, ofFirm, waiting, elsewhere];
const facts = createFacts({
  revision: 2,
  revisions: [createRevision(1, "2026-11-23T19:00:00Z"), createRevision(2, "2026-12-01T09:00:00Z")],
  claims,
  decisions: [
    ...claims.filter((claim) => claim !== waiting).map((claim) => createDecision(claim)),
    createDecision(wrong, { kind: "retracted", revision: 2, reason: "Misread" }),
    createDecision(ofFirm, { kind: "retracted", revision: 2, reason: "Another zone" }),
  ],
  zones: [
    { slug: "test-zone", order: 1 },
    { slug: "other-zone", order: 2 },
  ],
  sourceVersions: [
    createVersion(createSource({ id: "a-source" })),
    createVersion(createSource({ id: "a-paper", title: "A paper's piece" })),
  ],
  tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
});
const ledger = { facts, evidence: indexEvidence(facts) };
const linesAt = (asOf: string, revision: number) =>
  listLedgerLines(ledger, "test-zone", { asOf, revision });
const now = linesAt("2026-12-02", 2);

describe("listLedgerLines", () => {
  it("every published claim is listed newest first with its standing, withdrawn ones included", () => {
    expect(now.map(({ evidence, standing }) => [evidence.claim.id, standing])).toEqual([
      [newer.id, "shown"],
      [wrong.id, "retracted"],
      [ofFirm.id, "retracted"],
      [older.id, "live"],
    ]);
    const [shown, retracted, firm] = now;
    expect(shown?.source?.title).toBe("A paper's piece");
    expect(shown?.revision?.number).toBe(1);
    expect(retracted?.judgements.map(({ decision }) => decision.reason)).toEqual([null, "Misread"]);
    expect(retracted?.judgements[1]?.revision?.recordedAt).toBe("2026-12-01T09:00:00Z");
    expect(firm?.tenancy?.firm).toBe("A firm");
  });

  it("an earlier revision and an earlier day list what was known then", () => {
    const before = linesAt("2026-12-02", 1).find(({ evidence }) => evidence.claim === wrong);
    expect(before?.standing).toBe("shown");
    expect(before?.judgements).toHaveLength(1);
    expect(linesAt("2020-06-30", 2).map(({ evidence }) => evidence.claim.id)).toEqual([older.id]);
  });

  it("a zone without claims or firms has no lines", () => {
    expect(listLedgerLines(ledger, "no-zone", { asOf: "2026-12-02", revision: 2 })).toEqual([]);
  });

  it("filters by field, source and origin are counted under each other", () => {
    expect(filterLines(now, { origin: "independent" })).toHaveLength(1);
    expect(filterLines(now, { field: "status", source: "a-source" })).toHaveLength(1);
    expect(filterLines(now, { field: "nothing" })).toEqual([]);
    const counts = listOptions(now, "field", { source: "a-paper" });
    expect(counts.map(({ value, count }) => [value, count])).toEqual([
      ["status", 1],
      ["gas", 0],
      ["tenancyStage", 0],
    ]);
  });
});
