import "server-only";
import { AUDIT_COLUMNS, type NewAuditRow } from "../audit/audit";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, quoteName, toSqlName } from "../registry/ledger-rows";
import { REVISION_CHANNEL } from "../registry/revision-watch";
import { projectZones, type ZoneUpdate } from "./projection";

/** How a long write is followed and stopped. */
export interface WriteProgress {
  /** Stops the write: nothing of it is recorded, and it throws the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Called with the number of claims that are inserted so far, in a transaction that may still be stopped. */
  readonly onInserted?: (claims: number) => void;
}

/** What writes of one transaction insert and change. */
export interface WrittenRows {
  readonly ledger: LedgerRows;
  readonly audit: readonly NewAuditRow[];
  /** Absent: no zone changes. */
  readonly update?: ZoneUpdate;
}

/** What the database gave to new revisions and decisions, in their order. */
interface GivenValues {
  readonly identities: readonly string[];
  readonly sequences: readonly number[];
}

/** Claims in one statement, so that a long write can be followed and stopped. */
const INSERTED_AT_ONCE = 1_000;

/**
 * Inserts rows, at most 1,000 claims by one statement, and tells all instances of the last revision once the transaction
 * is committed.
 */
export async function insertRows(
  sql: Sql,
  { ledger, audit, update }: WrittenRows,
  { signal, onInserted }: WriteProgress = {},
): Promise<GivenValues> {
  const { claim, decision, ...others } = ledger;
  const parts = Math.max(1, Math.ceil(claim.length / INSERTED_AT_ONCE));
  const given: GivenValues[] = [];
  // A statement does not see the zones that it inserts.
  const isApart = update && ledger.zone.length > 0;
  for (let part = 0; part < parts; part++) {
    signal?.throwIfAborted();
    const from = part * INSERTED_AT_ONCE;
    const to = from + INSERTED_AT_ONCE;
    const isLast = part === parts - 1;
    const rows = {
      ...(part === 0 ? { ...others, eventZone: listEventZones(others), auditEntry: audit } : {}),
      claim: claim.slice(from, to),
      // Where there are parts, the first decisions are those that publish the claims, in their order.
      decision: decision.slice(from, isLast ? undefined : to),
    };
    given.push(await insertPart(sql, rows, isLast && !isApart ? update : undefined));
    onInserted?.(Math.min(to, claim.length));
  }
  if (isApart) await projectZones(sql, update);
  return {
    identities: given.flatMap(({ identities }) => identities),
    sequences: given.flatMap(({ sequences }) => sequences),
  };
}

function listEventZones({ event }: Pick<LedgerRows, "event">) {
  return event.flatMap(({ id, zones }) => zones.map((zone) => ({ eventId: id, ...zone })));
}

/** The columns that are inserted of each table. A statement names its tables by their position here. */
const INSERTED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ...Object.entries(COLUMNS),
  ["eventZone", ["eventId", "zoneSlug"]],
  ["auditEntry", AUDIT_COLUMNS],
];

/** One statement for the tables with rows. Foreign keys are checked at its end. */
async function insertPart(
  sql: Sql,
  rows: Readonly<Record<string, readonly object[]>>,
  update: ZoneUpdate | undefined,
): Promise<GivenValues> {
  const places = INSERTED.flatMap(([table], place) => (rows[table]?.length ? place : []));
  const inserts = places.map((place, i) => insertInto(place, i + 1));
  const values = places.map((place) => toJson(rows[INSERTED[place]?.[0] ?? ""] ?? [], place));
  if (update) {
    values.push(update.rows);
    inserts.push(`updated_zone AS (${update.toSql(`$${values.length}`)})`);
  }
  const has = (table: string) => rows[table]?.length;
  const identities = has("revision")
    ? `(SELECT json_agg(identity ORDER BY id) FROM new_revision),
       (SELECT pg_notify('${REVISION_CHANNEL}', (array_agg(identity ORDER BY id DESC))[1])::text FROM new_revision)`
    : "'[]'::json, ''";
  const sequences = has("decision")
    ? "(SELECT json_agg(id ORDER BY id) FROM new_decision)"
    : "'[]'::json";
  const [given] = await sql<GivenValues>(
    `-- ledger-insert-${places.join(".")}${update ? "-zones" : ""}
    WITH ${inserts.join(",\n")}
    SELECT given.* FROM (SELECT ${identities}, ${sequences}) AS given (identities, notified, sequences)`,
    ...values,
  );
  if (!given) throw new Error("The database gave no row back for a write.");
  return given;
}

/** What the database gives to a new row. */
const RETURNED: Readonly<Record<string, string>> = { revision: "id, identity", decision: "id" };

function insertInto(place: number, parameter: number): string {
  const [table, columns] = INSERTED[place] ?? ["", []];
  const name = quoteName(table);
  const list = columns.map(quoteName);
  // JSON null in a row is NULL in SQL, but the value of a claim is never NULL.
  const read = list.map((column) =>
    table === "claim" && column === '"value"' ? "coalesce(value, 'null')" : column,
  );
  const returning = RETURNED[table] ? ` RETURNING ${RETURNED[table]}` : "";
  return `new_${toSqlName(table)} AS (INSERT INTO ${name} (${list.join(", ")})
    SELECT ${read.join(", ")} FROM json_populate_recordset(NULL::${name}, $${parameter}::json)${returning})`;
}

function toJson(rows: readonly object[], place: number): string {
  const columns = (INSERTED[place]?.[1] ?? []).map(
    (column) => [column, toSqlName(column)] as const,
  );
  return JSON.stringify(
    rows.map((row) => {
      const values: Readonly<Record<string, unknown>> = { ...row };
      return Object.fromEntries(columns.map(([key, name]) => [name, values[key]]));
    }),
  );
}
