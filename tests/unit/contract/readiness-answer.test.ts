import { expect, test } from "vitest";
import { ANSWER_SCHEMAS } from "@/lib/contract/answer-schemas";
import { buildMeta } from "@/lib/contract/meta";
import { readinessAnswer } from "@/lib/contract/readiness-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { seedFacts } from "@/tests/support/seed-facts";

test("the scores of the seed have each zone once, by confirmed score, and the number of certain pairs", async () => {
  const asOf = "2026-11-26";
  const facts = await seedFacts(2);
  const registry = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 2 });
  const all = registry.zones.map(buildRow);
  const { rows } = select(all, DEFAULT_QUERY, asOf);
  const data = readinessAnswer(rows, DEFAULT_QUERY, asOf);

  expect(ANSWER_SCHEMAS.readiness.safeParse({ data, meta: buildMeta(registry) }).error).toBe(
    undefined,
  );
  expect(new Set(data.zones.map(({ slug }) => slug))).toEqual(
    new Set(rows.map(({ slug }) => slug)),
  );
  const lows = data.zones.map(({ readiness }) => readiness?.low ?? -1);
  expect(lows).toEqual([...lows].sort((a, b) => b - a));
  const scores = data.zones.flatMap(({ readiness }) => readiness ?? []);
  const certain = scores.flatMap(({ low }) => scores.filter(({ high }) => low > high));
  expect(data.order).toMatchObject({ pairs: 946, certain: certain.length });
});
