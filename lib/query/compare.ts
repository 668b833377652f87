import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { GROUP_KEYS, type GroupKey } from "../catalogue/groups";
import type { FieldValue } from "../catalogue/kinds";
import type { ZoneRecord } from "../evidence/registry";
import type { WeighedClaim } from "../evidence/resolve";
import { differs } from "../evidence/value-equality";
import { byConfirmedScore, computeReadiness, type Readiness } from "../readiness/readiness";
import type { RankedRow } from "./select";

/** The numbers of zones that can be compared. */
export const COMPARE_LIMITS = { min: 2, max: 6 } as const;

/**
 * The comparison of zones on one field. `differs`: at least two known values differ, by the same rule
 * as for claims. `same`: at least two are known and none differ. `open`: fewer than two are known;
 * unknown is never a difference. `own`: every zone has its own value by nature (other names, location).
 */
type Difference = "differs" | "same" | "open" | "own";

/** The result of comparing zones on one field. */
export interface ComparedField {
  readonly key: ZoneFieldKey;
  readonly difference: Difference;
  /** The number of zones with a known value. */
  readonly known: number;
}

/** The fields of one group of the catalogue, differing fields first. */
export interface ComparedGroup {
  readonly group: GroupKey;
  readonly fields: readonly ComparedField[];
}

/** The number of fields by difference. */
export type DifferenceCounts = Readonly<Record<Difference, number>>;

const OWN: ReadonlySet<ZoneFieldKey> = new Set<ZoneFieldKey>([
  "aliases",
  "nameUr",
  "nameZh",
  "location",
]);
/** The name is the column head. */
const LINES = ZONE_FIELD_KEYS.filter((key) => key !== "name");
const ORDER: readonly Difference[] = ["differs", "same", "open", "own"];

/** Compares the displayed values of zones on one field. */
export function compareField(key: ZoneFieldKey, values: readonly FieldValue[]): ComparedField {
  const known = values.filter((value) => value !== null);
  return { key, known: known.length, difference: getDifference(key, known) };
}

function getDifference(key: ZoneFieldKey, known: readonly FieldValue[]): Difference {
  if (OWN.has(key)) return "own";
  if (known.length < COMPARE_LIMITS.min) return "open";
  const spec = fieldSpec(key);
  const anyDiffer = known.some((value, i) =>
    known.slice(i + 1).some((other) => differs(spec, value, other)),
  );
  return anyDiffer ? "differs" : "same";
}

/**
 * Compares zones field by field, by group of the catalogue. In a group, fields are sorted by
 * difference (`differs`, `same`, `open`, `own`), then in the catalogue's order; fields that are unknown
 * for all zones come last among those.
 */
export function compareZones(
  zones: readonly Pick<ZoneRecord<WeighedClaim>, "fields">[],
): ComparedGroup[] {
  const compared = LINES.map((key) =>
    compareField(
      key,
      zones.map(({ fields }) => fields[key].value),
    ),
  );
  const rank = ({ difference, known }: ComparedField) =>
    2 * ORDER.indexOf(difference) + Number(known === 0);
  return GROUP_KEYS.flatMap((group) => {
    const fields = compared
      .filter(({ key }) => fieldSpec(key).group === group)
      .sort((a, b) => rank(a) - rank(b));
    return fields.length === 0 ? [] : [{ group, fields }];
  });
}

/** Counts the fields of a comparison by difference. */
export function countDifferences(groups: readonly ComparedGroup[]): DifferenceCounts {
  const counts: Record<Difference, number> = { differs: 0, same: 0, open: 0, own: 0 };
  for (const { fields } of groups) for (const { difference } of fields) counts[difference] += 1;
  return counts;
}

/** What a reader asks about first. */
const FIRST: readonly ZoneFieldKey[] = [
  ...(["status", "legalStatus", "enterprisesProducing", "electricity", "gas", "water"] as const),
  ...(["internalRoads", "powerNeededMw", "powerEnergisedMw", "plotsAllottedPct"] as const),
  ...(["developer", "areaAcres", "province"] as const),
];

/** The fields in which the zones differ, those that readers ask about first. @param most how many at most */
export function listFirstDifferences(groups: readonly ComparedGroup[], most = 10): ComparedField[] {
  const rank = ({ key }: ComparedField) =>
    FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length;
  return groups
    .flatMap(({ fields }) => fields)
    .filter(({ difference }) => difference === "differs")
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

/** A zone of the same province. */
interface SimilarZone {
  readonly zone: ZoneRecord;
  readonly readiness: Readiness | null;
}

const MAX_SHOWN = 6;

/**
 * Other zones of the same province by confirmed score, then in the register's order. Not by distance,
 * because locations are only known to the town.
 */
export function listSimilarZones(
  zone: ZoneRecord,
  all: readonly ZoneRecord[],
): { readonly shown: readonly SimilarZone[]; readonly total: number } {
  const { province } = zone.values;
  const others = all
    .filter((other) => other.slug !== zone.slug)
    .filter((other) => province !== null && other.values.province === province)
    .map((other) => ({ zone: other, readiness: computeReadiness(other) }))
    .sort((a, b) => byConfirmedScore(a.readiness, b.readiness) || a.zone.order - b.zone.order);
  return { shown: others.slice(0, MAX_SHOWN), total: others.length };
}

/** A set of zones to compare, and why. */
export interface Suggestion {
  readonly key: "priority" | "floor" | "operational" | "bound" | "neighbours";
  readonly slugs: readonly string[];
}

const TOP_COUNT = 4;

/**
 * Suggests sets of zones to compare. Sets that are too small or too large, and repeated sets, are left
 * out.
 * @param rows every zone of the registry
 * @param picked the zone that is selected already; null: none
 */
export function suggestComparisons(
  rows: readonly RankedRow[],
  picked: RankedRow | null,
): Suggestion[] {
  const ranked = [...rows].sort(
    (a, b) => byConfirmedScore(a.readiness, b.readiness) || a.order - b.order,
  );
  const where = (holds: (row: RankedRow) => boolean) => ranked.filter(holds);
  const neighbours =
    picked === null || picked.values.province === null
      ? []
      : [
          picked,
          ...where(
            ({ slug, values }) =>
              slug !== picked.slug && values.province === picked.values.province,
          ).slice(0, TOP_COUNT - 1),
        ];
  const sets: readonly (readonly [Suggestion["key"], readonly RankedRow[]])[] = [
    ["neighbours", neighbours],
    ["priority", where(({ values }) => values.cpecStatus === "priority-four")],
    ["floor", ranked.filter(({ readiness }) => (readiness?.low ?? 0) > 0).slice(0, TOP_COUNT)],
    ["operational", where(({ values }) => values.status === "operational")],
    ["bound", where(({ values }) => values.legalStatus === "developer-bound")],
  ];
  const seen = new Set<string>();
  return sets.flatMap(([key, found]) => {
    const slugs = found.map(({ slug }) => slug);
    const same = [...slugs].sort().join();
    if (slugs.length < COMPARE_LIMITS.min || slugs.length > COMPARE_LIMITS.max || seen.has(same))
      return [];
    seen.add(same);
    return [{ key, slugs }];
  });
}
