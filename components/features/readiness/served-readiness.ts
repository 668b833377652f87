import type { QueryBarProps } from "@/components/query-bar/query-bar";
import { isZoneField, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { PackedRow, ZoneRow } from "@/lib/evidence/row";
import type { Query } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/ranking";
import type { Stability } from "@/lib/readiness/stability";

/** What the server gives to the page of readiness. */
export interface ServedReadiness {
  /** For the query bar; the page adds the rows and its own parameters. */
  readonly bar: Omit<QueryBarProps["data"], "rows" | "own">;
  /** Zones that match the conditions of the query that do not depend on the weights, in the register's order. */
  readonly rows: readonly PackedRow[];
  /** Names of the zones that the query selects, by slug. */
  readonly names: readonly (readonly [string, string])[];
  /** The address from its question mark, as the server read it. */
  readonly search: string;
  /** Stability under the address's weights; null for too many zones: the browser computes it. */
  readonly stability: ServedStability | null;
  /** The line under saved pictures. */
  readonly source: string;
}

/** Stability as the server computed it, of zones in the register's order. */
export interface ServedStability {
  readonly weights: Weights;
  readonly bySlug: StabilityBySlug;
}

/** Stability by slug; null for a zone without readiness. */
export type StabilityBySlug = Readonly<Record<string, Stability | null>>;

/** Fields that the page displays or sorts by, besides the indicators. */
const DISPLAYED = [
  "name",
  "province",
  "status",
  "zoneType",
  "cohort",
  "candidateForRemainder",
  "cpecStatus",
] as const satisfies readonly ZoneFieldKey[];

/** A row reduced to the known values that this page needs. */
export function packForReadiness(row: ZoneRow, query: Pick<Query, "sort">): PackedRow {
  const keys = new Set<ZoneFieldKey>([
    ...DISPLAYED,
    ...INDICATORS,
    ...query.sort.flatMap(({ key }) => (isZoneField(key) ? [key] : [])),
  ]);
  const pick = <T>(part: Readonly<Partial<Record<ZoneFieldKey, T>>>) =>
    Object.fromEntries(
      Object.entries(part).filter(
        ([key, value]) => isZoneField(key) && keys.has(key) && value !== null,
      ),
    );
  const values = pick<ZoneValues[ZoneFieldKey]>(row.values) as Partial<ZoneValues>;
  return { ...row, values, dates: pick(row.dates), marks: pick(row.marks), firms: [] };
}
