import { beforeAll, describe, expect, test } from "vitest";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { previewDecision } from "@/lib/evidence/decision-preview";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { answerGap } from "@/lib/gaps/dated-gaps";
import { POWER } from "@/lib/gaps/gaps";
import { countFunnel } from "@/lib/query/ladder-funnel";
import { inScope } from "@/lib/query/scope";
import { addReadiness } from "@/lib/query/select";
import { countTargets, getZoneTargets } from "@/lib/targets/targets";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";

const MOMENT = { asOf: COMPILED_ON, revision: 1 };
const NEXT = { asOf: COMPILED_ON, revision: 2 };
let facts: Facts;
beforeAll(async () => {
  facts = await seedFacts();
});

/** The displayed claim of a field. */
function displayed(
  zone: string,
  field: "status" | "powerEnergisedMw" | "targetOperational",
): Claim {
  const index = indexEvidence(facts);
  const record = buildRegistry(facts, index, MOMENT).zones.find(({ slug }) => slug === zone);
  const claim = record?.fields[field].evidence?.claim;
  if (!claim) throw new Error(`${zone} has no ${field}.`);
  return claim;
}

function preview(claim: Claim) {
  const index = indexEvidence(facts);
  const registry = buildRegistry(facts, index, MOMENT);
  const rows = registry.zones.map(buildRow);
  const found = previewDecision(claim, "retracted", { registry, index, rows, ...MOMENT });
  if (!found) throw new Error("no preview");
  return found;
}

/** The registry as it is when the withdrawal is recorded. */
function withdrawn(claim: Claim) {
  const decision = {
    claimId: claim.id,
    kind: "retracted",
    reason: "A test.",
    revision: 2,
    sequence: Number.MAX_SAFE_INTEGER,
  } as const;
  const next: Facts = {
    ...facts,
    decisions: [...facts.decisions, decision],
  };
  return buildRegistry(next, indexEvidence(next), NEXT);
}

describe("previewDecision", () => {
  const find = (zone: string) =>
    facts.claims
      .filter((claim) => claim.zone === zone && claim.tenancy === null)
      .map(({ field }) => field);

  test.each([
    ["rashakai-sez", "status"],
    ["m-3-industrial-city", "status"],
  ] as const)("of %s, %s is as after the withdrawal", (zone, field) => {
    if (!find(zone).includes(field)) return;
    const claim = displayed(zone, field);
    const found = preview(claim);
    const after = withdrawn(claim);
    const rows = after.zones.map(buildRow);
    const record = after.zones.find(({ slug }) => slug === zone);
    expect(found.fields[0]?.after).toMatchObject({
      value: record?.fields[field].value,
      mark: record?.fields[field].mark,
    });
    expect(found.readiness.after).toEqual(
      addReadiness(
        rows.filter(({ slug }) => slug === zone),
        { weights: BLOCK_WEIGHTS },
      )[0]?.readiness,
    );
    const announced = rows.filter(({ values }) => inScope(values, "announced"));
    for (const { ladder, value, after: count } of found.funnels) {
      const funnel = countFunnel(announced, ladder);
      const all = [...funnel.rungs, ...funnel.asides, { value: null, reached: funnel.unknown }];
      expect(all.find((rung) => rung.value === value)?.reached).toBe(count);
    }
    const counts = countTargets(record ? getZoneTargets(record, NEXT) : []);
    for (const { state, after: count } of found.targets) expect(counts[state]).toBe(count);
  });

  test("of a delivered quantity changes the gap of the announced zones", () => {
    const registry = buildRegistry(facts, indexEvidence(facts), MOMENT);
    const announced = registry.zones.filter(({ values }) => inScope(values, "announced"));
    const zone = announced.find(
      ({ values, fields }) =>
        values.powerNeededMw !== null &&
        values.powerEnergisedMw !== null &&
        fields.powerEnergisedMw.evidence !== null,
    );
    if (!zone) throw new Error("no zone with both figures");
    const claim = displayed(zone.slug, "powerEnergisedMw");
    const after = withdrawn(claim).zones.filter(({ values }) => inScope(values, "announced"));
    const [before, next] = [answerGap(POWER, announced), answerGap(POWER, after)];
    const change = preview(claim).gaps.find(({ utility }) => utility === "power");
    const isSame = before.bothKnown === next.bothKnown && before.short === next.short;
    if (isSame) return expect(change).toBeUndefined();
    expect(change?.bothKnown).toEqual({ before: before.bothKnown, after: next.bothKnown });
    expect(change?.short).toEqual({ before: before.short, after: next.short });
  });

  test("of a zone that is not tracked is nothing", () => {
    const index = indexEvidence(facts);
    const registry = { ...buildRegistry(facts, index, MOMENT), zones: [] };
    const claim = displayed("rashakai-sez", "status");
    expect(
      previewDecision(claim, "retracted", { registry, index, rows: [], ...MOMENT }),
    ).toBeNull();
  });
});
