import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listZoneScoreYears } from "@/lib/contract/readiness-history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import type { Resolution, WeighedClaim } from "@/lib/evidence/resolve";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { INDICATORS } from "@/lib/readiness/indicators";
import { computeReadiness, getScoreBounds } from "@/lib/readiness/readiness";
import { firstDay } from "@/lib/time/day";
import {
  type IndependentRegistry,
  type IndependentZone,
  listEditions,
  readRegistry,
} from "@/tests/golden/independent";
import { seedFacts } from "@/tests/support/seed-facts";

/** Every zone by day, null where it is not in the registry: what method 3 gives as known at r2, worked out elsewhere. */
const golden: { readonly days: Record<string, Record<string, object | null>> } = JSON.parse(
  readFileSync("tests/golden/method-3.json", "utf8"),
);
const GOLDEN_DAYS = Object.keys(golden.days);
const DAYS = [
  "2018-03-01",
  ...["2019-12-31", "2020-10-08", "2022-03-03", "2022-12-31", "2023-07-31"],
  ...["2021-08-31", "2025-04-30"],
  ...GOLDEN_DAYS,
].sort();

type Fields = Readonly<Record<string, Resolution<WeighedClaim>>>;

function pickFields<T>(fields: Fields, pick: (field: Resolution<WeighedClaim>) => T) {
  const shown = Object.entries(fields).filter(([, { evidence }]) => evidence !== null);
  return Object.fromEntries(shown.map(([key, field]) => [key, pick(field)]));
}

function listMarks(fields: Fields) {
  const marks = pickFields(fields, ({ mark }) => mark);
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== null)) as Record<
    string,
    "contested" | "settled"
  >;
}

const listWeak = (fields: Fields) =>
  Object.keys(fields)
    .filter((key) => fields[key]?.support?.weak)
    .sort();

const toDay = (date: string | null) => date && firstDay(date);

/** A zone of the product in the form of the independent implementation. */
function toIndependent(zone: ZoneRecord): IndependentZone {
  const { progress } = buildRow(zone);
  const readiness = computeReadiness(zone);
  const support = Object.entries(zone.support);
  return {
    values: pickFields(zone.fields, ({ value }) => value),
    marks: listMarks(zone.fields),
    support: Object.fromEntries(support.map(([key, value]) => [key, value.support])),
    weak: listWeak(zone.fields),
    implied: progress.implied,
    since: toDay(progress.since),
    lastReported: toDay(progress.lastReported),
    standing: progress.standing,
    producers: zone.producers.map(({ id }) => id).sort(),
    recentProducers: zone.producers.flatMap(({ id, recent }) => (recent ? [id] : [])).sort(),
    intervals: Object.fromEntries(
      INDICATORS.flatMap((key): [string, IndependentZone["intervals"][string]][] => {
        const bounds = getScoreBounds(zone, key);
        if (bounds === "not-applicable") return [];
        return [[key, [bounds.low, bounds.high, bounds.known ? 1 : 0]]];
      }),
    ),
    confirmed: readiness?.low ?? null,
    possible: readiness?.high ?? null,
    completeness: readiness?.coverage ?? null,
  };
}

/** Scores are compared to six decimals: 9.7 / 100 is not exactly 0.097. */
const round = (score: number) => Math.round(score * 1e6) / 1e6;

const roundIntervals = (zone: IndependentZone): IndependentZone => ({
  ...zone,
  intervals: Object.fromEntries(
    Object.entries(zone.intervals).map(([key, [low, high, known]]) => [
      key,
      [round(low), round(high), known],
    ]),
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
  const sorted = select(zones.map(buildRow), { ...DEFAULT_QUERY, scope: "all" }, day).rows;
  return {
    zones: Object.fromEntries(zones.map((zone) => [zone.slug, toIndependent(zone)])),
    firms: Object.fromEntries(
      zones
        .flatMap(({ tenancies }) => tenancies)
        .map(({ tenancy, fields }) => [
          tenancy.id,
          {
            values: pickFields(fields, ({ value }) => value),
            marks: listMarks(fields),
            weak: listWeak(fields),
          },
        ]),
    ),
    order: sorted.map(({ slug }) => slug),
  };
}

it("compares twelve days", () => {
  expect(new Set(DAYS).size).toBe(12);
});

describe.each(editions)("with %i editions known,", (known) => {
  it.each(DAYS)("the product and the independent implementation agree as of %s", (day) => {
    const product = readProduct(day, known);
    const independent = readRegistry(day, known);
    expect(product.order).toEqual(independent.order);
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

describe.each(GOLDEN_DAYS)("the golden results of method 3 as of %s", (day) => {
  const scored = new Set<string>(INDICATORS);
  /** A registry in the form of the golden file. */
  const toGolden = ({ zones, order }: IndependentRegistry) =>
    Object.fromEntries(
      Object.entries(zones).map(([slug, zone]) => {
        const { values, marks, support, weak, intervals, ...results } = roundIntervals(zone);
        const known = INDICATORS.map((key) => [key, intervals[key] ?? null] as const);
        return [
          slug,
          {
            ...results,
            place: order.indexOf(slug) + 1,
            status: values.status ?? null,
            weak: weak.filter((key) => scored.has(key)),
            intervals: Object.fromEntries(known.filter(([, one]) => one?.join() !== "0,1,0")),
          },
        ];
      }),
    );
  const expected = Object.entries(golden.days[day] ?? {}).filter(([, zone]) => zone !== null);

  it("are those of the independent implementation", () => {
    expect(toGolden(readRegistry(day, 2))).toEqual(Object.fromEntries(expected));
  });

  it("are those of the product", () => {
    expect(toGolden(readProduct(day, 2))).toEqual(Object.fromEntries(expected));
  });
});
