// Adds synthetic zones to the database of DATABASE_URL until it has as many as the first argument says. The second one is the
// seed of what is random in them, 1 where it is absent. The role has to own the tables.
import pg from "pg";
import type { Facts } from "@/lib/evidence/ledger-records";
import { indexEvidence } from "@/lib/evidence/registry";
import { closeDatabase } from "@/lib/server/db";
import { COLUMNS, quoteName, toSqlName } from "@/lib/server/ledger-rows";
import { loadFacts, NO_FACTS } from "@/lib/server/load-facts";
import { buildZoneUpdate } from "@/lib/server/projection";
import { pakistanDay } from "@/lib/time/day";
import { copyRows } from "./copy-rows.mjs";
import { type MadeZones, prepareZones } from "./synthetic-zones";

/** Zones that are made and written at once. */
const PART = 5_000;
/** The tables that are written, each after those that it refers to. */
const TABLES = ["revision", "source", "firm", "tenancy", "event", "claim", "decision"] as const;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a table. */
function* listRows(
  table: (typeof TABLES)[number],
  { introduced, ...facts }: MadeZones,
): Generator<Row> {
  switch (table) {
    case "revision":
      for (const { number, ...rest } of facts.revisions) yield { ...rest, id: number };
      return;
    case "source":
      for (const { source, revision } of facts.sourceVersions)
        yield { ...source, revisionId: revision };
      return;
    case "firm":
      for (const { id, name, revision } of facts.firmVersions)
        yield { id, name, revisionId: revision };
      return;
    case "tenancy":
      for (const { id, zone, firmId, order } of facts.tenancies) {
        const revisionId = introduced.get(id);
        yield { id, revisionId, zoneSlug: zone, firmId, sortOrder: order };
      }
      return;
    case "event":
      for (const { revision, ...event } of facts.events) {
        const precision = { 4: "year", 7: "month", 10: "day" }[event.date.length];
        yield { ...event, precision, revisionId: revision };
      }
      return;
    case "claim":
      for (const { revision, zone, tenancy, quotation, money, value, ...claim } of facts.claims) {
        yield {
          ...claim,
          revisionId: revision,
          zoneSlug: zone,
          tenancyId: tenancy,
          value: JSON.stringify(value),
          quotation: quotation?.text,
          quotationLang: quotation?.lang,
          ...money,
        };
      }
      return;
    case "decision":
      for (const { revision, ...decision } of facts.decisions)
        yield { ...decision, revisionId: revision };
  }
}

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
  const columns: Row[] = JSON.parse(update.rows);
  const rows = identities.map((identity, i) => ({ ...columns[i], ...identity }));
  const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
  await client.query(
    `INSERT INTO zone (${names}) SELECT ${names} FROM json_populate_recordset(NULL::zone, $1)`,
    [JSON.stringify(rows)],
  );
}

async function writePart(client: pg.Client, real: Facts, made: MadeZones): Promise<void> {
  for (const table of TABLES) {
    // Every row after it refers to a zone.
    if (table === "tenancy") await insertZones(client, real, made);
    const columns = COLUMNS[table];
    const into = `${table} (${columns.map(quoteName).join(", ")})`;
    await copyRows(client, into, columns, listRows(table, made));
  }
  const places = made.events.flatMap(({ id, zones }) =>
    zones.map((zone) => ({ eventId: id, zoneSlug: zone })),
  );
  const into = "event_zone (event_id, zone_slug)";
  await copyRows(client, into, ["eventId", "zoneSlug"], places);
}

/** What PostgreSQL checks or sorts row by row. It is faster over all rows at the end. */
async function setAside(client: pg.Client): Promise<() => Promise<void>> {
  const tables = [...TABLES, "zone", "event_zone"].map(toSqlName);
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
    const restore = await setAside(client);
    const make = prepareZones(real);
    let { revision } = real;
    let sequence = real.decisions.at(-1)?.sequence ?? 0;
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
console.log(`Made ${size} zones in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
