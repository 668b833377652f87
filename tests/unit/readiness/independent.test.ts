import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listZoneScoreYears } from "@/lib/contract/readiness-history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import type { Resolution, WeighedClaim } from "@/lib/evidence/resolve";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { countNamedFirms } from "@/lib/readiness/bounds";
import { INDICATORS } from "@/lib/readiness/indicators";
import { computeReadiness, getScoreBounds } from "@/lib/readiness/readiness";
import { type IndependentRegistry, listEditions, readRegistry } from "@/tests/golden/independent";
import { seedFacts } from "@/tests/support/seed-facts";

/** A zone in the golden file: what method 2 gives for the first edition, worked out elsewhere. */
interface GoldenZone {
  readonly confirmed: number;
  readonly possible: number;
  readonly completeness: number;
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  readonly weak: readonly string[];
  readonly namedProducers: number;
  readonly support: Readonly<Record<string, string>>;
}

const golden: Record<string, Record<string, GoldenZone>> = JSON.parse(
  readFileSync("tests/golden/method-2.json", "utf8"),
);
const GOLDEN_DAYS = Object.keys(golden);
const DAYS = [
  "2018-03-01",
  ...["2019-12-31", "2020-10-08", "2022-03-03", "2022-12-31", "2023-07-31"],
  ...["2025-04-30", "2026-11-25"],
  ...GOLDEN_DAYS,
].sort();

/** Scores are compared to nine decimals: 9.7 / 100 is not exactly 0.097. */
const round = (score: number) => Math.round(score * 1e9) / 1e9;

type Fields = Readonly<Record<string, Resolution<WeighedClaim>>>;

function pickFields<T>(fields: Fields, pick: (field: Resolution<WeighedClaim>) => T) {
  const shown = Object.entries(fields).filter(([, { evidence }]) => evidence !== null);
  return Object.fromEntries(shown.map(([key, field]) => [key, pick(field)]));
}

function listMarks(fields: Fields) {
  const marks = pickFields(fields, ({ mark }) => mark);
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== null));
}

/** A zone of the product in the form of the independent implementation. */
function toIndependent(zone: ZoneRecord): IndependentRegistry["zones"][string] {
  const readiness = computeReadiness(zone);
  const support = Object.entries(zone.support);
  const bounds = INDICATORS.map((key) => [key, getScoreBounds(zone, key)] as const);
  const weakIndicators = bounds
    .filter(([key, b]) => b !== "not-applicable" && !b.known && zone.values[key] !== null)
    .map(([key]) => key);
  return {
    values: pickFields(zone.fields, ({ value }) => value),
    marks: listMarks(zone.fields) as Record<string, "contested" | "settled">,
    support: Object.fromEntries(support.map(([key, value]) => [key, value.support])),
    weak: [
      ...new Set([
        ...support.filter(([, { weak }]) => weak).map(([key]) => key),
        ...weakIndicators,
      ]),
    ].sort(),
    intervals: Object.fromEntries(
      bounds.flatMap(([key, b]) => (b === "not-applicable" ? [] : [[key, [b.low, b.high]]])),
    ),
    namedProducers: countNamedFirms(zone).producing,
    confirmed: readiness?.low ?? null,
    possible: readiness?.high ?? null,
    completeness: readiness?.coverage ?? null,
  };
}

const roundIntervals = (zone: IndependentRegistry["zones"][string]) => ({
  ...zone,
  intervals: Object.fromEntries(
    Object.entries(zone.intervals).map(([key, [low, high]]) => [key, [round(low), round(high)]]),
  ),
});

const editions = listEditions().map((_, i) => i + 1);
const ledgers = await Promise.all(
  editions.map(async (known) => {
    const facts = await seedFacts(known);
    return { facts, index: indexEvidence(facts) };
  }),
);

function readProduct(day: string, known: number): IndependentRegistry {
  const ledger = ledgers[known - 1];
  if (!ledger) throw new Error(`the data set has no edition ${known}`);
  const { zones } = buildRegistry(ledger.facts, ledger.index, { asOf: day, revision: known });
  return {
    zones: Object.fromEntries(zones.map((zone) => [zone.slug, toIndependent(zone)])),
    firms: Object.fromEntries(
      zones
        .flatMap(({ tenancies }) => tenancies)
        .map(({ tenancy, fields }) => [
          tenancy.id,
          {
            values: pickFields(fields, ({ value }) => value),
            marks: listMarks(fields) as Record<string, "contested" | "settled">,
          },
        ]),
    ),
  };
}

it("compares twelve days", () => {
  expect(DAYS).toHaveLength(12);
});

describe.each(editions)("with %i editions known,", (known) => {
  it.each(DAYS)("the product and the independent implementation agree as of %s", (day) => {
    const product = readProduct(day, known);
    const independent = readRegistry(day, known);
    expect(Object.keys(product.zones).sort()).toEqual(Object.keys(independent.zones).sort());
    expect(product.firms).toEqual(independent.firms);
    for (const [slug, zone] of Object.entries(independent.zones)) {
      expect(roundIntervals(product.zones[slug] ?? zone), slug).toEqual(roundIntervals(zone));
    }
  });
});

describe.each(editions)("with %i editions known, the product's", (known) => {
  const [ledger] = ledgers.slice(known - 1);
  if (!ledger) throw new Error(`the data set has no edition ${known}`);
  const { facts, index: evidence } = ledger;

  it("yearly series has the independent scores on both days of each year", () => {
    const view = { facts, evidence, asOf: "2026-11-25", revision: known };
    const days = new Map<string, IndependentRegistry>();
    const scoreOn = (day: string, slug: string) => {
      const registry = days.get(day) ?? readRegistry(day, known);
      days.set(day, registry);
      return registry.zones[slug]?.confirmed ?? 0;
    };
    for (const { slug } of facts.zones) {
      for (const year of listZoneScoreYears(view, slug, DEFAULT_QUERY.weights)) {
        const { from, to, before, after } = year;
        const expected = { before: scoreOn(from, slug), after: scoreOn(to, slug) };
        expect({ before, after }, `${slug} ${year.year}`).toEqual(expected);
      }
    }
    expect(days.size).toBe(11);
  });
});

describe.each(GOLDEN_DAYS)("the golden results of method 2 as of %s", (day) => {
  const onGoldenFields = (registry: IndependentRegistry) =>
    Object.fromEntries(
      Object.entries(registry.zones).map(([slug, zone]) => {
        const { values, marks, ...results } = roundIntervals(zone);
        const weak = results.weak.filter((key) => key in results.intervals);
        return [slug, { ...results, weak }];
      }),
    );

  it("are those of the independent implementation", () => {
    expect(onGoldenFields(readRegistry(day, 1))).toEqual(golden[day]);
  });

  it("are those of the product", () => {
    expect(onGoldenFields(readProduct(day, 1))).toEqual(golden[day]);
  });
});
