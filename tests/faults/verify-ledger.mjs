// Compares the ledger, and what the site shows of it, with the acknowledgements.
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { findEmbeddedPostgres } from "../../scripts/lib/embedded-postgres.mjs";
import { waitUntil } from "./wait-until.mjs";

const SHOWN_MS = 5_000;

/** @typedef {{ id: string, revision: number, zone: string, field: string, value: unknown, published: number, retracted: number }} ClaimRow */

/**
 * @param {import("./site.mjs").Site} site
 * @param {(client: pg.Client) => Promise<any>} query
 */
async function withLedger(site, query) {
  const database = findEmbeddedPostgres(site.dir);
  if (database === null) throw new Error("The database is not running.");
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await query(client);
  } finally {
    await client.end();
  }
}

/** @param {import("./site.mjs").Site} site @returns {Promise<number>} */
export function getLastRevision(site) {
  return withLedger(site, async (client) => {
    const { rows } = await client.query("SELECT coalesce(max(id), 0)::int AS last FROM revision");
    return rows[0].last;
  });
}

const CLAIMS = `
  SELECT c.id, c.revision_id AS revision, c.zone_slug AS zone, c.field, c.value,
         count(*) FILTER (WHERE d.kind = 'published')::int AS published,
         count(*) FILTER (WHERE d.kind = 'retracted')::int AS retracted
  FROM claim c LEFT JOIN decision d ON d.claim_id = c.id
  WHERE c.revision_id > $1 GROUP BY c.id`;
const REVISIONS = `
  SELECT max(id)::int AS last, count(*)::int AS count FROM revision`;
/** Revisions without a decision or without an audit entry. */
const INCOMPLETE_REVISIONS = `
  SELECT r.id FROM revision r
  WHERE r.id > $1 AND (
    NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.revision_id = r.id)
    OR NOT EXISTS (SELECT 1 FROM decision d WHERE d.revision_id = r.id))`;

/**
 * Finds what the ledger lacks, holds twice, or holds otherwise than acknowledged. No writer may be active.
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./ack-log.mjs").AckLog} options.ackLog
 * @param {number} options.seedRevision the last revision before the first write
 * @returns {Promise<{ lost: string[], duplicated: string[], wrong: string[], lastRevision: number }>}
 */
export function verifyLedger({ site, ackLog, seedRevision }) {
  return withLedger(site, async (client) => {
    /** @type {ClaimRow[]} */
    const rows = (await client.query(CLAIMS, [seedRevision])).rows;
    const [{ last, count }] = (await client.query(REVISIONS)).rows;
    const incomplete = (await client.query(INCOMPLETE_REVISIONS, [seedRevision])).rows;
    const byId = new Map(rows.map((row) => [row.id, row]));
    const lost = [
      ...[...ackLog.claims.keys()].filter((id) => !byId.has(id)).map((id) => `claim ${id}`),
      ...[...ackLog.withdrawn]
        .filter((id) => byId.get(id)?.retracted === 0)
        .map((id) => `withdrawal of ${id}`),
    ];
    const duplicated = rows
      .filter(({ published, retracted }) => published > 1 || retracted > 1)
      .map(({ id }) => `decision on ${id}`);
    const wrong = [
      ...rows.flatMap((row) => listDifferences(row, ackLog)),
      ...(count === last ? [] : [`the last of ${count} revisions has number ${last}`]),
      ...incomplete.map(({ id }) => `revision ${id} has no decision or no audit entry`),
    ];
    return { lost, duplicated, wrong, lastRevision: last };
  });
}

/** @param {ClaimRow} row @param {import("./ack-log.mjs").AckLog} ackLog @returns {string[]} */
function listDifferences(row, ackLog) {
  const sent = ackLog.claims.get(row.id);
  if (!sent) {
    const reason = ackLog.rejected.has(row.id) ? "was rejected" : "was never acknowledged";
    return [`claim ${row.id} is recorded but ${reason}`];
  }
  const isSame =
    row.zone === sent.zone && row.field === sent.field && isDeepStrictEqual(row.value, sent.value);
  const isRevisionRight = sent.revision === null || sent.revision === row.revision;
  return [
    ...(isSame ? [] : [`claim ${row.id} differs from the one that was sent`]),
    ...(row.published === 1 ? [] : [`claim ${row.id} was published ${row.published} times`]),
    ...(row.retracted === 0 || ackLog.withdrawn.has(row.id)
      ? []
      : [`claim ${row.id} was withdrawn without a request`]),
    ...(isRevisionRight
      ? []
      : [`claim ${row.id} is in revision ${row.revision}, not ${sent.revision}`]),
  ];
}

/**
 * Checks that the site shows the ledger: the last revision, in answers and on the stream, and each acknowledged
 * claim of one zone.
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./ack-log.mjs").AckLog} options.ackLog
 * @param {() => number} options.streamedRevision the last revision that the stream announced
 * @param {number} options.lastRevision
 * @param {string} options.zone
 * @returns {Promise<string[]>} what is not shown
 * @throws if the site does not show the last revision within 5 s
 */
export async function verifyAnswers({ site, ackLog, streamedRevision, lastRevision, zone }) {
  const read = async (/** @type {string} */ path) => {
    const response = await fetch(`${site.address}/api/v1/${path}`);
    if (!response.ok) throw new Error(`GET ${path} returned ${response.status}.`);
    return await response.json();
  };
  await waitUntil(
    async () => (await read("zones?limit=1")).meta.version === lastRevision,
    `the site shows revision ${lastRevision}`,
    SHOWN_MS,
  );
  await waitUntil(
    () => streamedRevision() === lastRevision,
    `the stream announces revision ${lastRevision}`,
    SHOWN_MS,
  );
  const { data } = await read(`zones/${zone}/claims`);
  const shown = new Map(data.map((/** @type {any} */ entry) => [entry.id, entry]));
  return [...ackLog.claims.values()]
    .filter((sent) => sent.zone === zone)
    .filter(({ id, value }) => !isDeepStrictEqual(shown.get(id)?.value, value))
    .map(({ id }) => `claim ${id} is not shown`);
}
