import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import { inScope, SCOPES } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import type { Day } from "@/lib/time/day";
import { COMPILED_ON, seedFacts } from "./seed-facts";

/** The golden file, from the root. */
export const GOLDEN_FILE = "tests/golden/registry.json";

/** The days of the golden file: three in the past, and the day the data set was compiled. */
export const GOLDEN_DAYS: readonly Day[] = ["2019-01-01", "2021-06-30", "2024-06-30", COMPILED_ON];

type Entries = Readonly<Record<string, unknown>>;

/** A zone as of a day: the value of every field that has evidence, its mark, and the readiness score. */
export interface GoldenZone {
  readonly values: Entries;
  readonly marks: Entries;
  /** Null: no field of the score applies to the zone. */
  readonly readiness: Entries | null;
}

/** Every zone of a day, and the slugs in each scope. */
export interface GoldenDay {
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly zones: Readonly<Record<string, GoldenZone>>;
}

/** The register on each golden day. */
export type Golden = Readonly<Record<Day, GoldenDay>>;

/** The golden file as it is. */
export function readGolden(): Golden {
  return JSON.parse(readFileSync(GOLDEN_FILE, "utf8"));
}

/** What the product computes from the data set for the golden days. */
export async function computeGolden(): Promise<Golden> {
  const facts = await seedFacts();
  const index = indexEvidence(facts);
  return Object.fromEntries(
    GOLDEN_DAYS.map((asOf) => {
      const { zones } = buildRegistry(facts, index, { asOf, revision: 1 });
      return [asOf, toGoldenDay(zones)];
    }),
  );
}

function toGoldenDay(zones: readonly ZoneRecord[]): GoldenDay {
  return {
    scopes: Object.fromEntries(
      SCOPES.map((scope) => {
        const inside = zones.filter(({ values }) => inScope(values, scope));
        return [scope, inside.map(({ slug }) => slug).sort()];
      }),
    ),
    zones: Object.fromEntries(zones.map((zone) => [zone.slug, toGoldenZone(zone)])),
  };
}

function toGoldenZone(zone: ZoneRecord): GoldenZone {
  const shown = ZONE_FIELD_KEYS.filter((key) => zone.fields[key].evidence !== null);
  const marked = ZONE_FIELD_KEYS.filter((key) => zone.fields[key].mark !== null);
  const readiness = computeReadiness(zone);
  return {
    values: Object.fromEntries(shown.map((key) => [key, zone.values[key]])),
    marks: Object.fromEntries(marked.map((key) => [key, zone.fields[key].mark])),
    readiness: readiness && { ...readiness },
  };
}

/** The text of the golden file: a line for each scope and zone, in order, so that two versions differ only where values do. */
export function formatGolden(golden: Golden): string {
  const listLines = (items: Readonly<Record<string, unknown>>) =>
    Object.keys(items)
      .sort()
      .map((key) => `${JSON.stringify(key)}: ${JSON.stringify(sortKeys(items[key]))}`)
      .join(",\n");
  const days = Object.entries(golden).map(
    ([day, { scopes, zones }]) =>
      `"${day}": {"scopes": {\n${listLines(scopes)}\n}, "zones": {\n${listLines(zones)}\n}}`,
  );
  return `{\n${days.join(",\n")}\n}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

/** Every difference between two golden registers, one line each: day, zone, field, before → after. */
export function compareGolden(before: Golden, after: Golden): string[] {
  const days = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return days.flatMap((day) => {
    const [old, now] = [before[day], after[day]];
    if (!old) return [`${day}: new day`];
    if (!now) return [`${day}: day removed`];
    const scopes = compareEntries(old.scopes, now.scopes).map(
      ([scope, was, is]) => `scope ${scope}: ${compareSlugs(was, is)}`,
    );
    const zones = compareEntries(old.zones, now.zones).flatMap(([slug, was, is]) =>
      compareZone(was, is).map((line) => `${slug} ${line}`),
    );
    return [...scopes, ...zones].map((line) => `${day} ${line}`);
  });
}

function compareZone(before: GoldenZone | undefined, after: GoldenZone | undefined): string[] {
  if (!before) return ["(zone): absent → present"];
  if (!after) return ["(zone): present → absent"];
  const lines = (title: (key: string) => string, old: Entries | null, now: Entries | null) =>
    compareEntries(old ?? {}, now ?? {}).map(
      ([key, was, is]) => `${title(key)}: ${formatValue(was)} → ${formatValue(is)}`,
    );
  return [
    ...lines((key) => key, before.values, after.values),
    ...lines((key) => `${key} (mark)`, before.marks, after.marks),
    ...lines((key) => `readiness ${key}`, before.readiness, after.readiness),
  ];
}

/** The keys whose values differ, in order, with the value before and after; undefined where absent. */
function compareEntries<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): [key: string, before: T | undefined, after: T | undefined][] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .map((key) => [key, before[key], after[key]]);
}

function compareSlugs(before: readonly string[] = [], after: readonly string[] = []): string {
  const added = after.filter((slug) => !before.includes(slug)).map((slug) => `+ ${slug}`);
  const removed = before.filter((slug) => !after.includes(slug)).map((slug) => `− ${slug}`);
  return [...added, ...removed].join(", ");
}

/** "(none)" where there is no entry; null is the value of a source that says "not known". */
function formatValue(value: unknown): string {
  return value === undefined ? "(none)" : JSON.stringify(value);
}
