import { expect, test } from "vitest";
import { BLOCK_WEIGHTS } from "../../lib/catalogue/groups";
import { buildPool, listKnownScores, listRankInputs } from "../../lib/readiness/rank-inputs";
import { computeRankUncertainty } from "../../lib/readiness/rank-uncertainty";
import { UNKNOWNS } from "../../lib/readiness/unknowns";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

test("ranks are those of each choice, whatever else is asked at the same time, and are kept", async () => {
  const { currentView } = await import("../../lib/server/registry/registry-at");
  const { loadRanks } = await import("../../lib/server/registry/load-ranks");
  const view = await currentView();
  const rows = view.rows.filter(({ values }) => values.province === "sindh").reverse();
  const ask = () => UNKNOWNS.map((unknowns) => loadRanks(view, rows, BLOCK_WEIGHTS, unknowns));
  const asked = ask();
  expect(ask()).toEqual(asked);
  expect(ask().every((answer, i) => answer === asked[i])).toBe(true);

  const inOrder = [...rows].sort((a, b) => a.order - b.order);
  const pool = buildPool(listKnownScores(view.rows));
  for (const [i, unknowns] of UNKNOWNS.entries()) {
    const task = { inputs: listRankInputs(inOrder), pool, weights: BLOCK_WEIGHTS, unknowns };
    const expected = computeRankUncertainty(task);
    expect(await asked[i]).toEqual(
      Object.fromEntries(inOrder.map(({ slug }, at) => [slug, expected[at] ?? null])),
    );
  }
});
