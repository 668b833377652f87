import type { QueryBarProps } from "@/components/query-bar/query-bar";
import { isZoneField, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import type { PackedRow, ZoneRow } from "@/lib/evidence/row";
import type { RowTable } from "@/lib/evidence/row-table";
import type { Query } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/indicators";
import type { PackedZone, ShownScores } from "./shown-scores";

/** What the server gives to the page of readiness. */
export interface ServedReadiness {
  /** For the query bar; the page adds the rows and its own parameters. */
  readonly bar: Omit<QueryBarProps["data"], "rows" | "own">;
  /** Zones that match the conditions of the query that do not depend on the weights, in the register's order; null: they are too many to send. */
  readonly rows: RowTable | null;
  /** The scores that the server computed, where the rows are not sent. */
  readonly shown: ShownScores<PackedZone> | null;
  /** Names of the zones that the query selects, by slug. */
  readonly names: readonly (readonly [string, string])[];
  /** The address from its question mark, as the server read it. */
  readonly search: string;
  /** Scheme and host of the site. */
  readonly origin: string;
  /** Of the announced zones of the day, under the default weights. */
  readonly correlation: Correlation;
  /** The line under saved pictures. */
  readonly source: string;
}

/** Spearman's rank correlation of confirmed score and data completeness; null where it is not defined. */
export interface Correlation {
  readonly value: number | null;
  readonly zones: number;
}

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
  return {
    ...row,
    values,
    dates: pick(row.dates),
    marks: pick(row.marks),
    support: pick(row.support),
    firms: [],
  };
}
