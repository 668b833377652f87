import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isFigure } from "@/lib/evidence/ledger-records";
import { readDataSet } from "@/seed/read-data-set";
import { DATA_README, fillCounts } from "@/tests/support/data-counts";

const editions = await readDataSet("seed/data");

test("the counts in the description of the data set are those of the data set", async () => {
  expect(await fillCounts()).toBe(readFileSync(DATA_README, "utf8"));
});

test("a sum in rupees has the dollars that the rate of its day gives", () => {
  const rates: { day: string; currency: string; perUsd: number }[] = ["2026-11-25", "2026-11-30"]
    .map((edition) => readFileSync(`seed/data/${edition}/rates.json`, "utf8"))
    .flatMap((text) => JSON.parse(text));
  const claims = editions.flatMap((edition) => edition.claims);
  const inRupees = claims.filter(({ money }) => money?.currency === "PKR");
  expect(inRupees.length).toBeGreaterThan(20);
  for (const { id, value, money, asOf } of inRupees) {
    const rate = rates.find(({ day }) => day.startsWith(asOf ?? "-"));
    expect(rate, id).toBeDefined();
    const dollars = (money?.amount ?? 0) / (rate?.perUsd ?? Number.NaN) / 1e6;
    expect(Math.abs(Number(value) - dollars) / dollars, id).toBeLessThan(0.02);
  }
});

test("a statement has an author or a source of its own, and no number", () => {
  const statements = editions.flatMap(({ context }) =>
    context.filter((item) => !isFigure({ ...item, revision: 1 })),
  );
  expect(statements.length).toBeGreaterThan(30);
  for (const { statement, unit } of statements) {
    expect(statement?.length).toBeGreaterThan(20);
    expect(unit).toBeNull();
  }
});
