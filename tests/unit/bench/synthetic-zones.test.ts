import { beforeAll, describe, expect, test } from "vitest";
import { fieldSpec } from "../../../lib/catalogue/fields";
import { addFacts } from "../../../lib/evidence/add-facts";
import { isClaimId } from "../../../lib/evidence/check-claim";
import { getValueIssue } from "../../../lib/evidence/check-value";
import { indexEvidence } from "../../../lib/evidence/evidence-index";
import type { Facts } from "../../../lib/evidence/ledger-records";
import { buildRegistry } from "../../../lib/evidence/registry";
import { type MadeZones, type PartOfZones, prepareZones } from "../../bench/synthetic-zones";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

const PART: PartOfZones = {
  ...{ order: 52, count: 100, revision: 2, sequence: 5_000, tenancy: 100 },
  seed: 7,
};
let real: Facts;
let made: MadeZones;

beforeAll(async () => {
  real = await seedFacts(2);
  made = prepareZones(real)(PART);
});

describe("prepareZones", () => {
  test("makes the same zones for a seed and others for another", () => {
    expect(prepareZones(real)(PART)).toEqual(made);
    expect(prepareZones(real)({ ...PART, seed: 8 }).claims).not.toEqual(made.claims);
  });

  test("makes values that their fields allow, and ids that claims can have", () => {
    const issues = made.claims.map(({ field, value }) => getValueIssue(fieldSpec(field), value));
    expect(issues.filter((issue) => issue !== null)).toEqual([]);
    expect(made.claims.every(({ id }) => isClaimId(id))).toBe(true);
    expect(new Set(made.claims.map(({ id }) => id)).size).toBe(made.claims.length);
  });

  test("makes a ledger of many revisions with zones that are in the registry, disputed and decided on", () => {
    const facts = addFacts(real, made);
    const { revision } = facts;
    const index = indexEvidence(facts);
    const { zones } = buildRegistry(facts, index, { asOf: COMPILED_ON, revision });
    const own = zones.filter(({ order }) => order >= PART.order);
    expect(own.length).toBe(PART.count);
    expect(new Set(made.claims.map((claim) => claim.revision)).size).toBe(10);
    const marks = own.flatMap(({ fields }) => Object.values(fields).map(({ mark }) => mark));
    expect(marks).toContain("contested");
    expect(marks).toContain("settled");
    expect(made.decisions.some(({ kind }) => kind === "deprecated")).toBe(true);
    expect(made.tenancies.length).toBeGreaterThan(PART.count);
  });
});
