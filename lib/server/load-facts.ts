import "server-only";
import { addFacts } from "@/lib/evidence/add-facts";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import { COLUMNS, type LedgerRows, noRows, quoteName, toFacts } from "./ledger-rows";
import type { NewClaim, NewDecision } from "./ledger-types";

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

/**
 * The rows of all revisions after `$1`, with revision `$1` itself to compare, and one redaction if there is any: one
 * statement, and so one snapshot. They come in any order.
 */
const ROWS_SINCE = `-- ledger-since
${Object.entries(COLUMNS)
  .map(([table, columns]) => {
    const list = columns.map((column) => `${quoteName(column)} AS "${column}"`).join(", ");
    const joined = JOINED[table] ? `, ${JOINED[table]}` : "";
    const since = table === "revision" ? "id >= $1" : "revision_id > $1";
    return `SELECT '${table}' AS "table", row_to_json(r) AS row
      FROM (SELECT ${list}${joined} FROM ${quoteName(table)} WHERE ${since}) r`;
  })
  .join("\nUNION ALL\n")}
UNION ALL (SELECT 'redaction', 'null'::json FROM redaction WHERE revision_id > $1 LIMIT 1)`;

/**
 * Adds the facts of later revisions, read by one statement, to known facts. Revisions are numbered and
 * committed under one lock, so no earlier revision can appear later. Where the database does not have
 * the last known revision, because a failover lost it or a backup was restored, everything is read again;
 * so it is after a redaction, because it changes what was recorded before.
 * @param tx reads on its connection; absent: on one from the pool
 */
export async function loadFacts(known: Facts, tx: Prisma.TransactionClient = db()): Promise<Facts> {
  return (await addLater(known, tx)) ?? (await addLater(NO_FACTS, tx)) ?? NO_FACTS;
}

/** @returns null where the last known revision is not in the database, or a text before it was removed */
async function addLater(known: Facts, tx: Prisma.TransactionClient): Promise<Facts | null> {
  const found = await tx.$queryRawUnsafe<{ table: keyof LedgerRows | "redaction"; row: unknown }[]>(
    ROWS_SINCE,
    known.revision,
  );
  const later = noRows();
  let isRedacted = false;
  for (const { table, row } of found) {
    if (table === "redaction") isRedacted = true;
    else (later[table] as unknown[]).push(row);
  }
  const last = known.revisions.at(-1);
  if (!last) return addFacts(known, toFacts(later));
  const place = later.revision.findIndex(({ id }) => id === last.number);
  const [same] = place === -1 ? [] : later.revision.splice(place, 1);
  return same?.identity !== last.identity || isRedacted ? null : addFacts(known, toFacts(later));
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
