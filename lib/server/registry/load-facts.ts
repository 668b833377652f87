import "server-only";
import { addFacts } from "@/lib/evidence/add-facts";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { poolSql, runTransaction, type Sql } from "../database/sql";
import {
  COLUMNS,
  type LedgerRows,
  noRows,
  quoteName,
  selectColumns,
  toFacts,
} from "../ledger/rows";
import type { NewClaim, NewDecision } from "../ledger/types";

/** The facts before the first revision. */
export const NO_FACTS: Facts = {
  revision: 0,
  revisions: [],
  zones: [],
  claims: [],
  decisions: [],
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

/** The orders that `toFacts` or `addFacts` would make anyway. Those of the long tables have an index. */
const ORDERS: Readonly<Record<string, string>> = {
  revision: "id",
  claim: "revision_id, id",
  decision: "id",
  contextFigure: "sort_order",
};

/**
 * The rows of all revisions after one, with that revision itself to compare, and one redaction if there is any: one
 * statement, and so one snapshot.
 * @param last the number of the revision, in SQL
 */
const selectSince = (last: string) => `
${Object.entries(COLUMNS)
  .map(([table, columns]) => {
    const list = selectColumns(columns);
    const joined = JOINED[table] ? `, ${JOINED[table]}` : "";
    const since = table === "revision" ? `id >= ${last}` : `revision_id > ${last}`;
    const order = ORDERS[table] ? ` ORDER BY ${ORDERS[table]}` : "";
    return `SELECT '${table}' AS "table", row_to_json(r) AS row
      FROM (SELECT ${list}${joined} FROM ${quoteName(table)} WHERE ${since}${order}) r`;
  })
  .join("\nUNION ALL\n")}
UNION ALL (SELECT 'redaction', 'null'::json FROM redaction WHERE revision_id > ${last} LIMIT 1)`;

/** A row of `selectSince`. */
interface FoundRow {
  readonly table: keyof LedgerRows | "redaction";
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
  const found = await sql<FoundRow>(`-- ledger-since${selectSince("$1")}`, known.revision);
  const later = groupRows(found);
  const last = known.revisions.at(-1);
  const place = later.revision.findIndex(({ id }) => id === last?.number);
  const [same] = place === -1 ? [] : later.revision.splice(place, 1);
  const isRedacted = found.some(({ table }) => table === "redaction");
  return same?.identity !== last?.identity || isRedacted ? null : addFacts(known, toFacts(later));
}

/**
 * All facts. They are fetched by a cursor, so that neither their rows are in memory at once nor one answer takes long.
 * Everything that a cursor gives is of the snapshot in which it was opened.
 */
function loadAll(sql: Sql | undefined, onProgress: Reading["onProgress"]): Promise<Facts> {
  if (sql) return fetchAll(sql, onProgress);
  return runTransaction("BEGIN READ ONLY", (own) => fetchAll(own, onProgress));
}

/** Rows that are fetched at once: some 10 milliseconds of work. */
const FETCHED_ROWS = 1_000;

async function fetchAll(sql: Sql, onProgress: Reading["onProgress"]): Promise<Facts> {
  await sql(`DECLARE ledger NO SCROLL CURSOR FOR ${selectSince("0")}`);
  const share = createSharing();
  const parts: Facts[] = [];
  for (;;) {
    const found = await sql<FoundRow>(`FETCH ${FETCHED_ROWS} FROM ledger`);
    onProgress?.();
    if (found.length === 0) break;
    const rows = groupRows(found);
    share(rows);
    parts.push(toFacts(rows));
  }
  await sql("CLOSE ledger");
  return addFacts(NO_FACTS, joinFacts(parts));
}

function groupRows(found: readonly FoundRow[]): LedgerRows {
  const rows = noRows();
  for (const { table, row } of found) {
    if (table !== "redaction") (rows[table] as unknown[]).push(row);
  }
  return rows;
}

/** The facts of parts behind each other. */
function joinFacts(parts: readonly Facts[]): Facts {
  const lists = (Object.keys(NO_FACTS) as (keyof Facts)[]).filter((key) => key !== "revision");
  const joined = Object.fromEntries(
    lists.map((key) => [key, ([] as unknown[]).concat(...parts.map((part) => part[key]))]),
  ) as unknown as Omit<Facts, "revision">;
  return { ...joined, revision: joined.revisions.at(-1)?.number ?? 0 };
}

/** Makes texts of rows that are equal one text in memory. */
function createSharing(): (rows: LedgerRows) => void {
  // One map for each thing that texts name, because small maps are faster.
  const share = () => {
    const known = new Map<unknown, unknown>();
    return <T>(text: T): T => {
      if (typeof text !== "string") return text;
      const same = known.get(text);
      if (same === undefined) known.set(text, text);
      return same === undefined ? text : (same as T);
    };
  };
  const [id, zone, tenancy, field, value] = [share(), share(), share(), share(), share()];
  const [day, source, note, publisher] = [share(), share(), share(), share()];
  return (rows) => {
    for (const row of rows.zone) row.slug = zone(row.slug);
    for (const row of rows.tenancy) {
      row.id = tenancy(row.id);
      row.zoneSlug = zone(row.zoneSlug);
    }
    for (const row of rows.source) {
      row.id = source(row.id);
      row.publisher = publisher(row.publisher);
    }
    for (const row of rows.claim) {
      row.id = id(row.id);
      row.zoneSlug = zone(row.zoneSlug);
      row.tenancyId = tenancy(row.tenancyId);
      row.field = field(row.field);
      row.value = value(row.value);
      row.asOf = day(row.asOf);
      row.sourceId = source(row.sourceId);
      row.note = note(row.note);
    }
    for (const row of rows.decision) row.claimId = id(row.claimId);
  };
}

/** The decision that comes with every new claim. */
export function toPublication({ id }: Pick<Claim, "id">): NewDecision {
  return { claimId: id, kind: "published", reason: null };
}

/** The content of a claim, without its revision and without the checks of a new claim. */
export function getContent(claim: NewClaim | Claim): Omit<Claim, "revision"> {
  const { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    claim;
  const { decline, quotation, lastSeenOn, money } = claim;
  return {
    ...{ id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence },
    ...{ decline, quotation, lastSeenOn, money },
  };
}
