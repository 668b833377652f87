import type { QueryBarProps } from "@/components/query-bar/query-bar";
import { isZoneField, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { PackedRow, ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/ranking";
import type { Stability } from "@/lib/readiness/stability";

/** All that the page of readiness gets from the server. */
export interface ServedReadiness {
  /** What the bar of zones and days needs. */
  readonly asked: Omit<QueryBarProps["asked"], "rows" | "own">;
  /** Zones that answer all of the query that does not depend on the weights, in the register's order. */
  readonly rows: readonly PackedRow[];
  /** Names of the zones that the query picks, by slug. */
  readonly names: readonly (readonly [string, string])[];
  /** The address from its question mark, as the server saw it. */
  readonly search: string;
  /** Stability under the address's weights; null where the zones are so many that it is left to the browser. */
  readonly stability: ServedStability | null;
}

/** Stability as the server reckoned it, of zones in the register's order. */
export interface ServedStability {
  readonly weights: Weights;
  readonly bySlug: StabilityBySlug;
}

/** Stability by slug; null for a zone without a readiness. */
export type StabilityBySlug = Readonly<Record<string, Stability | null>>;

/** Fields that the page shows or ranks by, beside the indicators. */
const SHOWN = [
  "name",
  "province",
  "status",
  "zoneType",
  "cohort",
  "candidateForRemainder",
  "cpecStatus",
] as const satisfies readonly ZoneFieldKey[];

/** A row with what this page needs of it: some fields only, none unknown. */
export function packForReadiness(row: ZoneRow, query: Pick<Query, "sort">): PackedRow {
  const keys = new Set<ZoneFieldKey>([
    ...SHOWN,
    ...INDICATORS,
    ...query.sort.flatMap(({ key }) => (isZoneField(key) ? [key] : [])),
  ]);
  const kept = <T>(part: Readonly<Partial<Record<ZoneFieldKey, T>>>) =>
    Object.fromEntries(
      Object.entries(part).filter(
        ([key, value]) => isZoneField(key) && keys.has(key) && value !== null,
      ),
    );
  const values = kept<ZoneValues[ZoneFieldKey]>(row.values) as Partial<ZoneValues>;
  return { ...row, values, dates: kept(row.dates), marks: kept(row.marks), firms: [] };
}
