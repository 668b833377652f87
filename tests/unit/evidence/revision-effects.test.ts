import { expect, test } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { createEffectFinder, listRecordEffects } from "@/lib/evidence/revision-effects";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
} from "../../support/facts";

const first = createClaim({ field: "electricity", value: "absent", asOf: "2020-01-01" });
const second = createClaim({
  field: "electricity",
  value: "available",
  asOf: "2025-01-01",
  revision: 2,
});
const source = createSource({ id: "a-source" });
const facts = createFacts({
  claims: [first, second],
  decisions: [
    createDecision(first),
    createDecision(second),
    createDecision(second, { revision: 3, kind: "retracted", reason: "A mistake." }),
  ],
  revision: 3,
  revisions: [1, 2, 3].map((number) => createRevision(number, `2026-11-0${number}T08:00:00.000Z`)),
  sourceVersions: [
    { revision: 1, reason: null, source },
    {
      revision: 3,
      reason: "The link is dead.",
      source: { ...source, url: "https://example.org/" },
    },
  ],
});
const ledger = { facts, evidence: indexEvidence(facts) };

test("a report that is displayed changes the value from the one before", () => {
  const [effect, ...others] = createEffectFinder(ledger)(2, "test-zone");
  expect(others).toEqual([]);
  expect(effect).toMatchObject({
    field: "electricity",
    firm: null,
    before: "absent",
    after: "available",
    recorded: [{ id: second.id }],
    decisions: [],
  });
});

test("a withdrawal brings the value before it back, with its reason", () => {
  const [effect] = createEffectFinder(ledger)(3, "test-zone");
  expect(effect).toMatchObject({
    before: "available",
    after: "absent",
    recorded: [],
    decisions: [{ decision: { kind: "retracted", reason: "A mistake." } }],
  });
});

test("another zone and an unknown revision have no effects", () => {
  const find = createEffectFinder(ledger);
  expect(find(2, "another-zone")).toEqual([]);
  expect(find(9, "test-zone")).toEqual([]);
});

test("a new version of a source names the parts that changed", () => {
  expect(listRecordEffects(ledger, 3, "source", "a-source")).toEqual([
    { part: "url", before: null, after: "https://example.org/" },
  ]);
  expect(listRecordEffects(ledger, 1, "source", "a-source")).toEqual([]);
});
