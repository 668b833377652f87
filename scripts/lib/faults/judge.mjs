// Holds the ledger, and what is shown of it, against the book.
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { findEmbedded } from "../embedded-postgres.mjs";
import { waitUntil } from "./wait-until.mjs";

const SHOWN_MS = 5_000;

/** @typedef {{ id: string, revision: number, zone: string, field: string, value: unknown, published: number, retracted: number }} Row */

/**
 * @param {import("./site.mjs").Site} site
 * @param {(client: pg.Client) => Promise<any>} ask
 */
async function withLedger(site, ask) {
  const found = await findEmbedded(site.dir);
  if (found === null) throw new Error("The database does not run.");
  const client = new pg.Client({ connectionString: found.url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** @param {import("./site.mjs").Site} site @returns {Promise<number>} the last revision */
export function lastRevision(site) {
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
/** Revisions that hold nothing, or that the audit does not tell of. */
const HOLLOW = `
  SELECT r.id FROM revision r
  WHERE r.id > $1 AND (
    NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.revision_id = r.id)
    OR NOT EXISTS (SELECT 1 FROM decision d WHERE d.revision_id = r.id))`;

/**
 * What the ledger holds too little, too much or otherwise than was acknowledged, while nobody writes.
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./book.mjs").Book} options.book
 * @param {number} options.seeded the revision before the first write
 * @returns {Promise<{ lost: string[], doubled: string[], wrong: string[], last: number }>}
 */
export function judgeLedger({ site, book, seeded }) {
  return withLedger(site, async (client) => {
    /** @type {Row[]} */
    const rows = (await client.query(CLAIMS, [seeded])).rows;
    const [{ last, count }] = (await client.query(REVISIONS)).rows;
    const hollow = (await client.query(HOLLOW, [seeded])).rows;
    const found = new Map(rows.map((row) => [row.id, row]));
    const lost = [
      ...[...book.claims.keys()].filter((id) => !found.has(id)).map((id) => `claim ${id}`),
      ...[...book.withdrawn]
        .filter((id) => found.get(id)?.retracted === 0)
        .map((id) => `withdrawal of ${id}`),
    ];
    const doubled = rows
      .filter(({ published, retracted }) => published > 1 || retracted > 1)
      .map(({ id }) => `judgement on ${id}`);
    const wrong = [
      ...rows.flatMap((row) => faultsOf(row, book)),
      ...(count === last ? [] : [`${last} is the last of ${count} revisions`]),
      ...hollow.map(({ id }) => `revision ${id} is empty or not audited`),
    ];
    return { lost, doubled, wrong, last };
  });
}

/** @param {Row} row @param {import("./book.mjs").Book} book @returns {string[]} */
function faultsOf(row, book) {
  const kept = book.claims.get(row.id);
  if (!kept) {
    return [
      `claim ${row.id} ${book.refused.has(row.id) ? "was refused" : "was never acknowledged"}`,
    ];
  }
  const same =
    row.zone === kept.zone && row.field === kept.field && isDeepStrictEqual(row.value, kept.value);
  return [
    ...(same ? [] : [`claim ${row.id} is another than was sent`]),
    ...(row.published === 1 ? [] : [`claim ${row.id} has ${row.published} publications`]),
    ...(row.retracted === 0 || book.withdrawn.has(row.id) ? [] : [`claim ${row.id} was withdrawn`]),
    ...(kept.version === null || kept.version === row.revision
      ? []
      : [`claim ${row.id} is of revision ${row.revision}, not ${kept.version}`]),
  ];
}

/**
 * Whether the site shows what the ledger holds: the last version, in its answers and on its stream, and
 * each acknowledged claim of a zone.
 * @param {object} options
 * @param {import("./site.mjs").Site} options.site
 * @param {import("./book.mjs").Book} options.book
 * @param {() => number} options.heard the version of which the stream told last
 * @param {number} options.last the last revision
 * @param {string} options.zone
 * @returns {Promise<string[]>} what is not shown
 */
export async function judgeShown({ site, book, heard, last, zone }) {
  const read = async (/** @type {string} */ path) => {
    const answer = await fetch(`${site.address}/api/v1/${path}`);
    if (!answer.ok) throw new Error(`GET ${path} answers ${answer.status}.`);
    return await answer.json();
  };
  await waitUntil(
    async () => (await read("zones?limit=1")).meta.version === last,
    `the site shows revision ${last}`,
    SHOWN_MS,
  );
  await waitUntil(() => heard() === last, `the stream tells of revision ${last}`, SHOWN_MS);
  const { data } = await read(`zones/${zone}/claims`);
  const shown = new Map(data.map((/** @type {any} */ entry) => [entry.id, entry]));
  return [...book.claims.values()]
    .filter((kept) => kept.zone === zone)
    .filter(({ id, value }) => !isDeepStrictEqual(shown.get(id)?.value, value))
    .map(({ id }) => `claim ${id} is not shown`);
}
