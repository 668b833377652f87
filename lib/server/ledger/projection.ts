import "server-only";
import { isDeepStrictEqual } from "node:util";
import {
  fieldSpec,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "@/lib/catalogue/fields";
import { type FieldSpec, NOT_APPLICABLE, type ValueOf } from "@/lib/catalogue/kinds";
import type { ZONE_FIELDS } from "@/lib/catalogue/zone-fields";
import { type EvidenceIndex, indexEvidence, type Ledger } from "@/lib/evidence/evidence-index";
import type { Tenancy, ZoneIdentity } from "@/lib/evidence/ledger-records";
import { findZones, isRegistered, listTenanciesOf, resolveRecord } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { isShownAt } from "@/lib/evidence/retirement";
import { computeReadiness } from "@/lib/readiness/readiness";
import { type Day, pakistanDay } from "@/lib/time/day";
import type { Zone } from "@/prisma/generated/client";
import { db } from "../database/db";
import type { Sql } from "../database/sql";
import { toSqlName } from "../registry/ledger-rows";
import { loadFacts, NO_FACTS } from "../registry/load-facts";

/** The columns of a zone that are computed from its claims. */
type ProjectedColumns = FieldColumns &
  Pick<Zone, "projectedRevision" | "inRegistry" | "readinessLow" | "readinessHigh" | "coverage">;

/** The columns of a zone on a day, from the claims known at a revision. */
function projectColumns(
  evidence: EvidenceIndex,
  zone: ZoneIdentity,
  tenancies: readonly Tenancy[],
  moment: Moment,
): ProjectedColumns {
  const record = resolveRecord(evidence, zone, tenancies, moment);
  const readiness = computeReadiness(record);
  return {
    ...toFieldColumns(record.values),
    projectedRevision: moment.revision,
    inRegistry: isShownAt(zone, moment) && isRegistered(record.fields),
    readinessLow: readiness?.low ?? null,
    readinessHigh: readiness?.high ?? null,
    coverage: readiness?.coverage ?? null,
  };
}

/** An UPDATE of the columns of some zones. */
export interface ZoneUpdate {
  /** The statement with its one parameter, given as SQL such as `$1`. */
  readonly toSql: (parameter: string) => string;
  /** The value of the parameter. */
  readonly rows: string;
}

/** Updates the columns of some zones. */
export async function projectZones(sql: Sql, { toSql, rows }: ZoneUpdate): Promise<void> {
  await sql(`-- ledger-zones\n${toSql("$1")}`, rows);
}

/** The columns of some zones from their evidence, as after the last revision of the facts. */
export function buildZoneUpdate(
  { facts, evidence }: Ledger,
  slugs: ReadonlySet<string>,
  asOf: Day,
): ZoneUpdate {
  const moment = { asOf, revision: facts.revision };
  const rows = findZones(facts, slugs).map((zone) => {
    const columns = projectColumns(evidence, zone, listTenanciesOf(facts, zone.slug), moment);
    const named = Object.entries(columns).map(([key, value]) => [toSqlName(key), value] as const);
    return { ...Object.fromEntries(named), slug: zone.slug };
  });
  return { toSql: updateZones, rows: JSON.stringify(rows) };
}

function updateZones(parameter: string): string {
  return `UPDATE zone SET ${SET_PROJECTED} FROM json_populate_recordset(NULL::zone, ${parameter}::json) AS made
    WHERE zone.slug = made.slug`;
}

/**
 * Computes the columns of every zone again and compares them with the table.
 * @returns one line per difference
 */
export async function listColumnDifferences(): Promise<string[]> {
  const facts = await loadFacts(NO_FACTS);
  const evidence = indexEvidence(facts);
  const today = pakistanDay(new Date());
  const zones = await db().zone.findMany({ orderBy: { sortOrder: "asc" } });
  return zones.flatMap((zone) => {
    // A write updates only its own zones, so the stored revision can be older.
    const { projectedRevision: _, ...expected } = projectColumns(
      evidence,
      findZones(facts, [zone.slug])[0] ?? { slug: zone.slug, order: 1 },
      listTenanciesOf(facts, zone.slug),
      { asOf: today, revision: facts.revision },
    );
    const found: Record<string, unknown> = zone;
    return Object.entries(expected)
      .filter(([column, value]) => !isDeepStrictEqual(found[column], value))
      .map(
        ([column, value]) =>
          `${zone.slug} ${column}: the table has ${JSON.stringify(found[column])}, the claims result in ${JSON.stringify(value)}`,
      );
  });
}

/** Columns of the model Zone that hold no field of the catalogue. */
type OtherColumn =
  | "slug"
  | "sortOrder"
  | "revisionId"
  | "projectedRevision"
  | "inRegistry"
  | "readinessLow"
  | "readinessHigh"
  | "coverage";

/** Type of the values in the column of a field, without NULL. */
type ColumnValue<S extends FieldSpec> = S extends { readonly kind: "list" }
  ? string[]
  : Exclude<ValueOf<S>, S extends { readonly kind: "number" } ? typeof NOT_APPLICABLE : never>;

/** Each field under its key, except the location, which has two columns. */
type OwnColumns = {
  readonly [K in Exclude<ZoneFieldKey, "location">]: ColumnValue<(typeof ZONE_FIELDS)[K]> | null;
};

/** A field that has no column cannot be written: its value has no type but this sentence. */
type FieldsWithoutColumn = {
  readonly [K in Exclude<
    keyof OwnColumns,
    keyof Zone
  >]: "add this field to the model Zone in prisma/schema.prisma";
};

/**
 * The columns of the table `zone` that hold the fields of the catalogue. NULL is unknown; a number's
 * `not-applicable` is NULL with the field's key in `notApplicable`. The two are compared here: a field
 * without a column and a column without a field do not compile.
 */
type FieldColumns = Omit<Zone, OtherColumn> & FieldsWithoutColumn;

/** The values of a zone as its columns hold them. */
function toFieldColumns(values: ZoneValues): FieldColumns {
  const { location } = values;
  const notApplicable: string[] = ZONE_FIELD_KEYS.filter(
    (key) => fieldSpec(key).kind === "number" && values[key] === NOT_APPLICABLE,
  );
  const own = Object.fromEntries(
    ZONE_FIELD_KEYS.filter((key) => key !== "location").map((key) => [
      key,
      notApplicable.includes(key) ? null : values[key],
    ]),
  ) as OwnColumns;
  return {
    ...own,
    longitude: location?.lon ?? null,
    latitude: location?.lat ?? null,
    notApplicable,
  };
}

/** The columns that a projection sets. */
const PROJECTED: readonly string[] = [
  ...ZONE_FIELD_KEYS.filter((key) => key !== "location"),
  ...["longitude", "latitude", "notApplicable", "projectedRevision", "inRegistry"],
  ...["readinessLow", "readinessHigh", "coverage"],
];

const SET_PROJECTED = PROJECTED.map(toSqlName)
  .map((name) => `"${name}" = made."${name}"`)
  .join(", ");
