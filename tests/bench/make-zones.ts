// Adds synthetic zones to the database of DATABASE_URL until it has as many as the first argument says. The second one is the
// seed of what is random in them, 1 where it is absent. The role has to own the tables.
import pg from "pg";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { closeDatabase } from "@/lib/server/database/db";
import { buildZoneUpdate } from "@/lib/server/ledger/projection";
import { loadFacts, NO_FACTS } from "@/lib/server/registry/load-facts";
import { pakistanDay } from "@/lib/time/day";
import { copyRows } from "./copy-rows.mjs";
import { type MadeZones, prepareZones } from "./synthetic-zones";

/** Zones that are made and written at once. */
const PART = 5_000;
/** A table with its columns, and the cells of its rows. */
interface Table {
  readonly name: string;
  readonly columns: string;
  readonly list: (made: MadeZones) => Iterable<readonly unknown[]>;
}

/** The tables that are written, each after those that it refers to. `zone` comes before `tenancy`. */
const TABLES: readonly Table[] = [
  {
    name: "revision",
    columns: "id, recorded_at, author, purpose",
    list: ({ revisions }) =>
      revisions.map(({ number, recordedAt, author, purpose }) => [
        ...[number, recordedAt, author, purpose],
      ]),
  },
  {
    name: "source",
    columns:
      "id, revision_id, title, publisher, url, published_on, published_on_estimated, accessed, archived_url, kind",
    list: ({ sourceVersions }) =>
      sourceVersions.map(({ revision, source }) => [
        ...[source.id, revision, source.title, source.publisher, source.url, source.publishedOn],
        ...[source.publishedOnEstimated, source.accessed, source.archivedUrl, source.kind],
      ]),
  },
  {
    name: "firm",
    columns: "id, revision_id, name",
    list: ({ firmVersions }) => firmVersions.map(({ id, revision, name }) => [id, revision, name]),
  },
  {
    name: "tenancy",
    columns: "id, revision_id, zone_slug, firm_id, sort_order",
    list: ({ tenancies, introduced }) =>
      tenancies.map(({ id, zone, firmId, order }) => [
        ...[id, introduced.get(id), zone, firmId, order],
      ]),
  },
  {
    name: "event",
    columns: "id, revision_id, date, precision, kind, title, body, source_id",
    list: ({ events }) =>
      events.map(({ id, revision, date, kind, title, body, sourceId }) => [
        ...[id, revision, date, PRECISIONS[date.length], kind, title, body, sourceId],
      ]),
  },
  {
    name: "event_zone",
    columns: "event_id, zone_slug",
    list: ({ events }) => events.flatMap(({ id, zones }) => zones.map((zone) => [id, zone])),
  },
  {
    name: "claim",
    columns: `id, revision_id, zone_slug, tenancy_id, field, value, as_of, source_id, locator, note, origin, confidence,
      decline, quotation, quotation_lang, last_seen_on, amount, currency`,
    *list({ claims }) {
      for (const claim of claims) {
        const { quotation, money } = claim;
        const value = JSON.stringify(claim.value);
        yield [
          ...[claim.id, claim.revision, claim.zone, claim.tenancy, claim.field, value, claim.asOf],
          ...[claim.sourceId, claim.locator, claim.note, claim.origin, claim.confidence],
          ...[claim.decline, quotation?.text, quotation?.lang, claim.lastSeenOn],
          ...[money?.amount, money?.currency],
        ];
      }
    },
  },
  {
    name: "decision",
    columns: "revision_id, claim_id, kind, reason",
    *list({ decisions }) {
      for (const { revision, claimId, kind, reason } of decisions)
        yield [revision, claimId, kind, reason];
    },
  },
];

/** Of the date of an event, by the length of the date. */
const PRECISIONS: Readonly<Record<number, string>> = { 4: "year", 7: "month", 10: "day" };

/** Inserts zones with the columns that their claims result in. */
async function insertZones(client: pg.Client, real: Facts, made: MadeZones): Promise<void> {
  const facts = { ...made, sourceVersions: [...real.sourceVersions, ...made.sourceVersions] };
  const slugs = new Set(made.zones.map(({ slug }) => slug));
  const ledger = { facts, evidence: indexEvidence(facts) };
  const update = buildZoneUpdate(ledger, slugs, pakistanDay(new Date()));
  const identities = made.zones.map(({ slug, order }) => ({
    slug,
    sort_order: order,
    revision_id: made.introduced.get(slug),
  }));
  const columns: Readonly<Record<string, unknown>>[] = JSON.parse(update.rows);
  const rows = identities.map((identity, i) => ({ ...columns[i], ...identity }));
  const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
  await client.query(
    `INSERT INTO zone (${names}) SELECT ${names} FROM json_populate_recordset(NULL::zone, $1)`,
    [JSON.stringify(rows)],
  );
}

async function writePart(client: pg.Client, real: Facts, made: MadeZones): Promise<void> {
  for (const { name, columns, list } of TABLES) {
    if (name === "tenancy") await insertZones(client, real, made);
    await copyRows(client, `${name} (${columns})`, list(made));
  }
}

/** What PostgreSQL checks or sorts row by row. It is faster over all rows at the end. */
async function dropConstraints(client: pg.Client): Promise<() => Promise<void>> {
  const tables = ["zone", ...TABLES.map(({ name }) => name)];
  const { rows: keys } = await client.query(
    `SELECT conrelid::regclass AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[])`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE NOT indisunique AND indrelid = ANY ($1::regclass[])`,
    [tables],
  );
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return async () => {
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  };
}

async function makeZones(size: number, seed: number): Promise<void> {
  const real = await loadFacts(NO_FACTS);
  const models = real.zones.filter(({ slug }) => !/-n\d+$/.test(slug));
  if (models.length !== real.zones.length) throw new Error("There are synthetic zones already.");
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    const restore = await dropConstraints(client);
    const make = prepareZones(real);
    let { revision } = real;
    const { rows } = await client.query("SELECT max(id) AS last FROM decision");
    let sequence = Number(rows[0]?.last ?? 0);
    let tenancy = real.tenancies.at(-1)?.order ?? 0;
    let writing = Promise.resolve();
    for (let done = real.zones.length; done < size; done += PART) {
      const count = Math.min(PART, size - done);
      const made = make({ order: done + 1, count, revision, sequence, tenancy, seed });
      revision = made.revision;
      sequence += made.decisions.length;
      tenancy += made.tenancies.length;
      await writing;
      writing = writePart(client, real, made);
      // A failure is thrown where it is awaited.
      writing.catch(() => undefined);
    }
    await writing;
    await restore();
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

const [size, seed] = process.argv.slice(2).map(Number);
if (!size) throw new Error("How many zones? Give their number.");
const startedAt = performance.now();
try {
  await makeZones(size, seed ?? 1);
} finally {
  await closeDatabase();
}
console.log(
  `The database has ${size} zones, after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`,
);
