import { describe, expect, it } from "vitest";
import { historyAnswer } from "@/lib/contract/history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { CONFIDENCES, DECISION_KINDS, ORIGINS } from "@/lib/evidence/ledger-records";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const gas = createClaim({
  id: "b",
  field: "gas",
  value: "absent",
  origin: "tenant",
  confidence: "low",
  decline: true,
});
const older = createClaim({
  id: "a",
  field: "gas",
  value: "planned",
  asOf: "2019-05",
  sourceId: "other",
});
const undated = createClaim({
  id: "c",
  field: "water",
  value: "absent",
  asOf: null,
  zone: "second",
});
const firm = createClaim({
  id: "d",
  field: "investmentUsdM",
  value: 6,
  tenancy: "a-firm",
  zone: "second",
  money: { amount: 1500, currency: "PKR" },
});
const late = createClaim({ id: "e", field: "name", value: "Late", zone: "third", revision: 3 });
const waiting = createClaim({ id: "f", field: "water", value: "partial" });
const claims = [gas, older, undated, firm, late, waiting];
const published = [undated, firm, gas, older, late].map((claim) => createDecision(claim));
const rejected = createDecision(older, { kind: "deprecated", revision: 2 });
const preferred = createDecision(gas, { kind: "preferred", revision: 2 });
const withdrawn = createDecision(firm, { kind: "retracted", revision: 3 });
const facts = createFacts({
  claims,
  decisions: [...published, preferred, rejected, withdrawn],
  revision: 3,
  revisions: [1, 2, 3].map((number) => createRevision(number, `2026-11-2${number}T06:00:00Z`)),
  zones: ["test-zone", "second", "third", "empty"].map((slug, i) => ({ slug, order: i + 1 })),
  tenancies: [
    { id: "a-firm", zone: "second", firm: "A firm", firmId: "a-firm", order: 4 },
    { id: "b-firm", zone: "second", firm: "B firm", firmId: "b-firm", order: 5 },
    { id: "c-firm", zone: "empty", firm: "C firm", firmId: "c-firm", order: 6 },
  ],
  sourceVersions: [
    createVersion(createSource({ id: "a-source", publisher: "Dawn" })),
    createVersion(createSource({ id: "a-source", publisher: "The News", publishedOn: "2020" }), {
      revision: 2,
    }),
    createVersion(createSource({ id: "a-source", publisher: "The Nation", publishedOn: "2021" }), {
      revision: 3,
    }),
    createVersion(createSource({ id: "other", publisher: "The News" })),
  ],
});
const ledger = { facts, evidence: indexEvidence(facts) };

describe("historyAnswer", () => {
  it("lists what has a published claim by the revision", () => {
    const answer = historyAnswer(ledger, 2);
    expect(answer.revisions).toEqual([
      [1, "2026-11-21T06:00:00Z", "10000000"],
      [2, "2026-11-22T06:00:00Z", "20000000"],
    ]);
    expect(answer.zones).toEqual([
      ["test-zone", 1, []],
      ["second", 2, []],
    ]);
    expect(answer.firms).toEqual([["a-firm", 1, "A firm", 4, "a-firm", [], []]]);
    expect(answer.fields).toEqual(["gas", "water", "investmentUsdM"]);
    expect(historyAnswer(ledger, 3).zones.map(([slug]) => slug)).toContain("third");
    expect(historyAnswer(ledger, 0)).toMatchObject({
      zones: [],
      firms: [],
      fields: [],
      revisions: [],
    });
  });

  it("has the parts of each claim in columns, by subject, field and id", () => {
    const answer = historyAnswer(ledger, 2);
    const low = CONFIDENCES.indexOf("low");
    const medium = CONFIDENCES.indexOf("medium");
    const official = ORIGINS.indexOf("official");
    expect(answer.claims).toEqual({
      subject: [0, 0, 1, 2],
      field: [0, 0, 1, 2],
      value: ["planned", "absent", "absent", 6],
      date: ["2019-05", "2020-01-01", "2026-11-21", "2020-01-01"],
      revision: [1, 1, 1, 1],
      confidence: [medium, low, medium, medium],
      origin: [official, ORIGINS.indexOf("tenant"), official, official],
      decline: [0, 1, 0, 0],
      source: [0, 1, 1, 1],
      money: [null, null, null, [1500, "PKR"]],
    });
  });

  it("has decisions in the order of writing, without those that only publish a claim", () => {
    const answer = historyAnswer(ledger, 2);
    const kind = (name: (typeof DECISION_KINDS)[number]) => DECISION_KINDS.indexOf(name);
    expect(answer.decisions).toEqual([
      [0, kind("published"), 1],
      [1, kind("published"), 1],
      [0, kind("deprecated"), 2],
      [1, kind("preferred"), 2],
    ]);
    expect(historyAnswer(ledger, 3).decisions).toContainEqual([4, kind("retracted"), 3]);
    expect(historyAnswer(ledger, 1).decisions).toEqual([]);
    const delayed = createDecision(waiting, { revision: 2 });
    const all = createFacts({ ...facts, claims, decisions: [...facts.decisions, delayed] });
    const later = historyAnswer({ facts: all, evidence: indexEvidence(all) }, 2);
    expect(later.decisions).toContainEqual([expect.any(Number), kind("published"), 2]);
  });

  it("has the publishers and corrected dates of sources up to the revision", () => {
    const answer = historyAnswer(ledger, 2);
    expect(answer.publishers).toEqual(["the news", "dawn"]);
    expect(answer.sources).toEqual([
      [[1, 0]],
      [
        [1, 1],
        [2, 0],
      ],
    ]);
    expect(answer.redated).toEqual([[2, 2, "2020"]]);
    expect(historyAnswer(ledger, 3).redated).toEqual([
      [2, 2, "2020"],
      [2, 3, "2021"],
    ]);
  });
});
