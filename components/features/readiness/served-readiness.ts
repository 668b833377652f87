import type { QueryBarProps } from "@/components/query-bar/query-bar";
import { isZoneField, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { PackedRecords } from "@/lib/evidence/packed-records";
import type { PackedRow, ZoneRow } from "@/lib/evidence/row";
import type { RowTable } from "@/lib/evidence/row-table";
import type { Query } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/indicators";
import type { KnownScore } from "@/lib/readiness/rank-inputs";
import type { RanksBySlug } from "@/lib/readiness/rank-uncertainty";
import type { Unknowns } from "@/lib/readiness/unknowns";
import type { PackedZone, ShownRanking } from "./shown-ranking";

/** What the server gives to the page of readiness. */
export interface ServedReadiness {
  /** For the query bar; the page adds the rows and its own parameters. */
  readonly bar: Omit<QueryBarProps["data"], "rows" | "own">;
  /** Zones that match the conditions of the query that do not depend on the weights, in the register's order; null: they are too many to send. */
  readonly rows: RowTable | null;
  /** The ranking that the server made, where the rows are not sent. */
  readonly shown: ShownRanking<PackedZone> | null;
  /** Names of the zones that the query selects, by slug. */
  readonly names: readonly (readonly [string, string])[];
  /** The address from its question mark, as the server read it. */
  readonly search: string;
  /** Scheme and host of the site. */
  readonly origin: string;
  /** Rank uncertainty under the address's weights; null for too many zones: the browser computes it if it has the rows. */
  readonly ranks: (Omit<ServedRanks, "bySlug"> & { readonly packed: PackedRecords }) | null;
  /** What is known of every zone of the day, from which unknown values are drawn; empty where the rows are not sent. */
  readonly known: readonly KnownScore[];
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

/** Rank uncertainty as the server computed it, of zones in the register's order. */
export interface ServedRanks {
  readonly weights: Weights;
  readonly unknowns: Unknowns;
  readonly bySlug: RanksBySlug;
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
  return { ...row, values, dates: pick(row.dates), marks: pick(row.marks), firms: [] };
}
