import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { zoneName } from "@/lib/evidence/zone-name";
import { INDICATORS } from "@/lib/readiness/indicators";
import { computeReadiness, getScoreBounds } from "@/lib/readiness/readiness";
import { byStanding } from "@/lib/readiness/standing";
import { firstDay } from "@/lib/time/day";
import { seedFacts } from "@/tests/support/seed-facts";

type GoldenZone = Readonly<Record<string, unknown>> & {
  readonly intervals: Readonly<Record<string, readonly [number, number, number] | null>>;
};

const golden: { readonly days: Record<string, Record<string, GoldenZone | null>> } = JSON.parse(
  readFileSync("tests/golden/method-3.json", "utf8"),
);

const facts = await seedFacts(2);
const index = indexEvidence(facts);
const round = (score: number) => Math.round(score * 1e6) / 1e6;
const toDay = (date: string | null) => date && firstDay(date);

/** A zone of the product in the form of the golden file. */
function toGolden(zone: ZoneRecord, place: number): GoldenZone {
  const row = buildRow(zone);
  const readiness = computeReadiness(row);
  const { producers } = zone;
  return {
    place,
    status: zone.values.status,
    implied: row.progress.implied,
    since: toDay(row.progress.since),
    lastReported: toDay(row.progress.lastReported),
    standing: row.progress.standing,
    producers: producers.map(({ id }) => id).sort(),
    recentProducers: producers.flatMap(({ id, recent }) => (recent ? [id] : [])).sort(),
    weak: INDICATORS.filter((key) => row.weak.includes(key)).sort(),
    confirmed: readiness?.low ?? null,
    possible: readiness?.high ?? null,
    completeness: readiness?.coverage ?? null,
    intervals: Object.fromEntries(
      INDICATORS.flatMap((key): [string, readonly [number, number, number] | null][] => {
        const bounds = getScoreBounds(row, key);
        if (bounds === "not-applicable") return [[key, null]];
        const interval = [round(bounds.low), round(bounds.high), bounds.known ? 1 : 0] as const;
        return interval.join() === "0,1,0" ? [] : [[key, interval]];
      }),
    ),
  };
}

describe.each(Object.entries(golden.days))("as of %s", (asOf, expected) => {
  const { zones } = buildRegistry(facts, index, { asOf, revision: 2 });
  const ordered = zones
    .map((zone) => ({ zone, row: buildRow(zone) }))
    .sort((a, b) => byStanding(a.row, b.row) || zoneName(a.row).localeCompare(zoneName(b.row)));
  const found = new Map(ordered.map(({ zone }, i) => [zone.slug, toGolden(zone, i + 1)]));

  it.each(Object.entries(expected))("%s has the golden results", (slug, zone) => {
    expect(found.get(slug) ?? null).toEqual(zone);
  });
});
