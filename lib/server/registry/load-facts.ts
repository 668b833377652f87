import "server-only";
import { addFacts } from "@/lib/evidence/add-facts";
import type { Claim, Decision, Facts } from "@/lib/evidence/ledger-records";
import { poolSql, runTransaction, type Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, noRows, quoteName, selectColumns, toFacts } from "./ledger-rows";
import { listRanges, readClaims, toClaims } from "./read-claims";

/** The facts before the first revision. */
export const NO_FACTS: Facts = {
  revision: 0,
  revisions: [],
  zones: [],
  claims: [],
  decisions: [],
  waiting: new Set(),
  sourceVersions: [],
  tenancies: [],
  events: [],
  context: [],
  firmVersions: [],
  retirements: [],
};

/** What is read of a table beside its columns. */
const JOINED: Readonly<Record<string, string>> = {
  revision: "identity",
  decision: "id",
  tenancy: `(SELECT json_build_object('name', name) FROM firm WHERE firm.id = firm_id) AS firm`,
  event: `ARRAY(SELECT json_build_object('zoneSlug', zone_slug) FROM event_zone WHERE event_id = event.id) AS zones`,
};

/** The orders that `toFacts` or `addFacts` would make anyway. */
const ORDERS: Readonly<Record<string, string>> = {
  revision: "id",
  claim: "revision_id, id",
  decision: "id",
  contextFigure: "sort_order",
};

type Table = keyof LedgerRows;

const TABLES = Object.keys(COLUMNS) as Table[];

/** Most rows are claims and their publications, which are read apart. */
const SHORT_TABLES = TABLES.filter((table) => table !== "claim" && table !== "decision");

/** The rows of tables after a revision, and that revision itself. @param last its number, in SQL */
const selectSince = (tables: readonly Table[], last: string) =>
  tables
    .map((table) => {
      const joined = JOINED[table] ? `, ${JOINED[table]}` : "";
      const since = table === "revision" ? `id >= ${last}` : `revision_id > ${last}`;
      const order = ORDERS[table] ? ` ORDER BY ${ORDERS[table]}` : "";
      return `SELECT '${table}' AS "table", row_to_json(r) AS row
      FROM (SELECT ${selectColumns(COLUMNS[table])}${joined} FROM ${quoteName(table)} WHERE ${since}${order}) r`;
    })
    .join("\nUNION ALL\n");

/** The rows of all later revisions, and one redaction if there is any: one statement, and so one snapshot. */
const SELECT_LATER = `-- ledger-since
${selectSince(TABLES, "$1")}
UNION ALL (SELECT 'redaction', 'null'::json FROM redaction WHERE revision_id > $1 LIMIT 1)`;

const LAST_REMOVAL =
  "SELECT identity FROM revision WHERE id = (SELECT max(revision_id) FROM redaction)";

/** A row of `selectSince`. */
interface FoundRow {
  readonly table: Table | "redaction";
  readonly row: unknown;
}

/** How a read is made. */
interface Reading {
  /** Reads on its connection; absent: on one from the pool. */
  readonly sql?: Sql | undefined;
  /** Called whenever the database has answered. */
  readonly onProgress?: () => void;
}

/**
 * Adds the facts of later revisions, read by one statement, to known facts. Revisions are numbered and
 * committed under one lock, so no earlier revision can appear later. Where the database does not have
 * the last known revision, because a failover lost it or a backup was restored, everything is read again;
 * so it is after a redaction, because it changes what was recorded before.
 */
export async function loadFacts(known: Facts, { sql, onProgress }: Reading = {}): Promise<Facts> {
  const later = known.revisions.length > 0 ? await addLater(known, sql ?? poolSql) : null;
  return later ?? (await loadAll(sql, onProgress));
}

/** @returns null where the last known revision is not in the database, or a text before it was removed */
async function addLater(known: Facts, sql: Sql): Promise<Facts | null> {
  const found = await sql<FoundRow>(SELECT_LATER, known.revision);
  const later = groupRows(found);
  const last = known.revisions.at(-1);
  const place = later.revision.findIndex(({ id }) => id === last?.number);
  const [same] = place === -1 ? [] : later.revision.splice(place, 1);
  const isRedacted = found.some(({ table }) => table === "redaction");
  return same?.identity !== last?.identity || isRedacted ? null : addFacts(known, toFacts(later));
}

/**
 * All facts, of one snapshot: that of the first statement, or what the lock of the ledger keeps. Claims are read in parts, so
 * that their rows are not in memory at once.
 * @param sql of a transaction that holds the lock; absent: in a transaction of its own
 */
function loadAll(sql: Sql | undefined, onProgress: Reading["onProgress"]): Promise<Facts> {
  if (sql) return fetchAll(sql, onProgress);
  return runTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", (own) =>
    fetchAll(own, onProgress),
  );
}

async function fetchAll(sql: Sql, onProgress: Reading["onProgress"]): Promise<Facts> {
  const short = groupRows(await sql<FoundRow>(selectSince(SHORT_TABLES, "0")));
  onProgress?.();
  const claims: Claim[] = [];
  const waiting = new Set<string>();
  for (const range of await listRanges(sql)) {
    const read = await readClaims(sql, range);
    onProgress?.();
    for (const claim of toClaims(read.columns)) claims.push(claim);
    for (const id of read.waiting) waiting.add(id);
    for (const row of read.decisions) short.decision.push(row);
  }
  const [removed] = await sql<{ identity: string }>(LAST_REMOVAL);
  return addFacts(NO_FACTS, {
    ...toFacts(short),
    ...{ claims, waiting, removal: removed?.identity },
  });
}

function groupRows(found: readonly FoundRow[]): LedgerRows {
  const rows = noRows();
  for (const { table, row } of found) {
    if (table !== "redaction") (rows[table] as unknown[]).push(row);
  }
  return rows;
}

/** The decision that comes with every new claim. */
export function toPublication({
  id,
}: Pick<Claim, "id">): Pick<Decision, "claimId" | "kind" | "reason"> {
  return { claimId: id, kind: "published", reason: null };
}

/** The content of a claim, without its revision, what a reviewer changed, and the checks of a new claim. */
export function getContent(claim: Omit<Claim, "revision">): Omit<Claim, "revision"> {
  const { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    claim;
  const { decline, quotation, lastSeenOn, money } = claim;
  return {
    ...{ id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence },
    ...{ decline, quotation, lastSeenOn, money },
  };
}
