import { expect, test } from "vitest";
import { ANSWER_SCHEMAS } from "@/lib/contract/answer-schemas";
import { buildMeta } from "@/lib/contract/meta";
import { readinessInSteps } from "@/lib/contract/readiness-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { finish } from "@/lib/evidence/steps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { buildPool, listKnownScores, listRankInputs } from "@/lib/readiness/rank-inputs";
import { computeRankUncertainty } from "@/lib/readiness/rank-uncertainty";
import { seedFacts } from "@/tests/support/seed-facts";

test("the ranking of the seed has each zone once, by confirmed score, its place within what the schema allows", async () => {
  const asOf = "2026-11-26";
  const facts = await seedFacts(2);
  const registry = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 2 });
  const all = registry.zones.map(buildRow);
  const { rows } = select(all, DEFAULT_QUERY, asOf);
  const { weights } = DEFAULT_QUERY;
  const task = {
    ...{ inputs: listRankInputs(rows), pool: buildPool(listKnownScores(all)) },
    ...{ weights, unknowns: "similar" as const },
  };
  const found = computeRankUncertainty(task);
  const ranks = Object.fromEntries(rows.map(({ slug }, i) => [slug, found[i] ?? null]));
  const data = finish(readinessInSteps(rows, DEFAULT_QUERY, asOf, "similar", ranks));

  expect(ANSWER_SCHEMAS.readiness.safeParse({ data, meta: buildMeta(registry) }).error).toBe(
    undefined,
  );
  expect(data.draws).toBe(2000);
  expect(new Set(data.zones.map(({ slug }) => slug))).toEqual(
    new Set(rows.map(({ slug }) => slug)),
  );
  const lows = data.zones.map(({ readiness }) => readiness?.low ?? -1);
  expect(lows).toEqual([...lows].sort((a, b) => b - a));
  for (const { place, readiness, rank } of data.zones) {
    const ahead = lows.filter((low) => low > (readiness?.low ?? -1)).length;
    expect(place === null).toBe(readiness === null);
    expect((place ?? ahead + 1) > ahead).toBe(true);
    expect((rank?.from ?? 1) <= (rank?.to ?? 1)).toBe(true);
  }
});
