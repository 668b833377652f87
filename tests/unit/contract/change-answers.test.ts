import { describe, expect, it } from "vitest";
import type { Change } from "@/lib/changes/change";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import type { ChangeRow } from "@/lib/contract/answer-schemas";
import {
  CHANGE_CHOICES,
  getChangeFilter,
  listChangeRows,
  matchesFilter,
  toChangeAnswer,
  toMomentAnswer,
} from "@/lib/contract/changes-answer";
import { buildMeta, listMeta, METHOD } from "@/lib/contract/meta";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { createClaim, createFacts, createRevision } from "@/tests/support/facts";

const facts = createFacts({
  claims: [
    createClaim({ field: "name", value: "A zone" }),
    createClaim({ field: "province", value: "sindh", asOf: "2022" }),
  ],
});
const ledger = { facts, evidence: indexEvidence(facts) };
const change: Change = {
  id: "an-id",
  kind: "moved-up",
  zone: "test-zone",
  tenancy: { id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 },
  field: "tenancyStage",
  before: "mou",
  after: "producing",
  against: null,
  on: "2024-01-01",
  date: "2024",
  claimId: "a-claim",
  sourceId: "a-source",
};
const rows = (asOf: string, ...changes: readonly Change[]) =>
  listChangeRows(ledger, changes, { asOf, revision: 1 });

describe("the rows of changes", () => {
  it("have the names of zone and firm at the moment", () => {
    const whole = { ...change, tenancy: null, field: null };
    expect(rows("2024-01-01", change, whole)).toEqual([
      { ...change, name: "A zone", province: "sindh", tenancy: "a-firm", firm: "A firm" },
      { ...whole, name: "A zone", province: "sindh", tenancy: null, firm: null },
    ]);
    expect(rows("2021-01-01", change)[0]).toMatchObject({ name: "A zone", province: null });
    expect(rows("2024-01-01", { ...change, zone: "no-zone" })[0]).toMatchObject({
      name: "no-zone",
      province: null,
    });
  });

  it("are answered with the members of the answer alone", () => {
    const [{ date: _, ...row } = change] = rows("2024-01-01", change);
    const more = { ...row, date: "2024", at: "2024-01-01T00:00:00Z" } as unknown as ChangeRow;
    expect(toChangeAnswer(more)).toEqual(row);
    expect(Object.keys(toChangeAnswer(more)).slice(0, 5)).toEqual([
      "id",
      "kind",
      "zone",
      "name",
      "province",
    ]);
  });
});

describe("the conditions on changes", () => {
  const row = { zone: "a", province: "sindh", kind: "moved-up", field: "gas" } as const;
  it.each([
    [{}, true],
    [{ zone: ["b", "a"] }, true],
    [{ zone: ["b"] }, false],
    [{ province: ["sindh"] }, true],
    [{ province: ["punjab"] }, false],
    [{ province: ["unknown"] }, false],
    [{ kind: ["moved-up"] }, true],
    [{ kind: ["moved-down"] }, false],
    [{ field: ["gas", "water"] }, true],
    [{ field: ["water"] }, false],
    [{ zone: ["a"], field: ["water"] }, false],
  ])("%j lets a change through: %s", (filter, expected) => {
    expect(matchesFilter(filter, row)).toBe(expected);
  });

  it("find zones of unknown province, and no change of a whole zone by field", () => {
    expect(matchesFilter({ province: ["unknown"] }, { ...row, province: null })).toBe(true);
    expect(matchesFilter({ field: ["gas"] }, { ...row, field: null })).toBe(false);
    expect(matchesFilter({}, { ...row, field: null })).toBe(true);
    expect(matchesFilter({}, { ...row, field: "lastSearchedOn" })).toBe(false);
    expect(matchesFilter({ field: ["lastSearchedOn"] }, { ...row, field: "lastSearchedOn" })).toBe(
      true,
    );
  });

  it("are read from a request, with their allowed values", () => {
    const choices = { zone: ["a"], kind: ["moved-up"], other: ["x"] };
    expect(getChangeFilter({ choices })).toEqual({ zone: ["a"], kind: ["moved-up"] });
    const { zone, province, kind, field } = CHANGE_CHOICES;
    expect(typeof zone === "function" ? zone(facts) : zone).toEqual(["test-zone"]);
    expect(province).toEqual(expect.arrayContaining(["sindh", "unknown"]));
    expect(kind).toEqual(CHANGE_KINDS);
    expect(field).toEqual(expect.arrayContaining(["gas", "tenancyStage"]));
  });
});

it("an answer names its moment and its method", () => {
  const moment = { asOf: "2024-01-01", revision: 12, knownOn: "r12-3f9a2c1e" };
  const revisions = [
    { ...createRevision(12, "2024-01-01T00:00:00Z"), identity: "3f9a2c1e".repeat(8) },
  ];
  expect(toMomentAnswer(moment, revisions)).toEqual({
    asOf: "2024-01-01",
    knownOn: "r12-3f9a2c1e",
  });
  const meta = { version: 12, method: METHOD, asOf: "2024-01-01", knownOn: "r12-3f9a2c1e" };
  expect(buildMeta(moment)).toEqual(meta);
  expect(listMeta(moment, 3, 44)).toEqual({ ...meta, matched: 3, total: 44 });
});
