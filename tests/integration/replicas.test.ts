import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Facts } from "../../lib/evidence/ledger-records";
import type { EmbeddedDatabase } from "../../scripts/lib/embedded-postgres.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { withDatabase } from "../support/database-address";
import { addRevision, replaceLastRevision } from "../support/replace-last-revision";
import { sql } from "../support/sql";
import { startWithStandbys } from "../support/standbys";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";

const { dir, remove } = createTemporaryFolder("replicas");

let primary: EmbeddedDatabase;
let standby: EmbeddedDatabase;
/** To the standby. */
let proxy: TcpProxy;
/** Another standby, which is stopped after the first test. */
let second: EmbeddedDatabase;
let admin: string;

/** A primary with the data set, and two standbys that follow it. */
beforeAll(async () => {
  ({
    primary,
    standbys: [standby, second],
  } = await startWithStandbys(dir));
  admin = withDatabase(primary.adminUrl, "tracker");
  proxy = await startTcpProxy(standby.url);
  process.env.DATABASE_URL = primary.url;
  process.env.DATABASE_URL_READ = `${proxy.url}, ${second.url}, ${primary.url}`;
  // The statistics of this one connection can be sent at once.
  process.env.DATABASE_POOL_SIZE = "1";
});

afterAll(async () => {
  const { closeDatabase } = await import("../../lib/server/database/db");
  await closeDatabase();
  await Promise.all([proxy.close(), standby.stop(), second.stop()]);
  await primary.stop();
  remove();
});

/** Lines of the log. */
const lines: string[] = [];
beforeEach(async () => {
  const { log } = await import("../../lib/server/log/log");
  lines.length = 0;
  for (const level of ["info", "warn"] as const)
    vi.spyOn(log, level).mockImplementation((message, details) => {
      lines.push(`${level} ${message} ${JSON.stringify(details)}`);
    });
  await followUp();
});
afterEach(() => vi.restoreAllMocks());

const asStandby = async (statement: string, of = standby) =>
  (await sql(withDatabase(of.adminUrl, "tracker"), statement))[0]?.value;

/** Waits until a standby has all of the primary. */
async function followUp(of = standby) {
  // A commit, because what is not flushed is not sent.
  const [row] = await sql(admin, "SELECT pg_logical_emit_message(true, 'test', '')::text AS lsn");
  await expect
    .poll(() => asStandby(`SELECT pg_last_wal_replay_lsn() >= '${row?.lsn}' AS value`, of))
    .toBe(true);
}

/** Does something while the standby replays nothing. */
async function whilePaused<T>(work: () => Promise<T>): Promise<T> {
  await asStandby("SELECT pg_wal_replay_pause() AS value");
  // It is noticed with the next record.
  await sql(admin, "SELECT pg_logical_emit_message(true, 'test', '')");
  await expect
    .poll(() => asStandby("SELECT pg_get_wal_replay_pause_state() AS value"))
    .toBe("paused");
  try {
    return await work();
  } finally {
    await asStandby("SELECT pg_wal_replay_resume() AS value");
  }
}

/** The connection of a read is closed after it; then the database has counted what was read, too. */
const expectNoReads = (database: EmbeddedDatabase) =>
  expect
    .poll(() =>
      sql(
        database.adminUrl,
        "SELECT FROM pg_stat_activity WHERE application_name = 'cpec-sez-tracker read'",
      ),
    )
    .toEqual([]);

const COUNT = `SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS value
  FROM pg_stat_user_tables WHERE relname = 'claim'`;

/** How many rows of claims were read in each database. */
async function countReads() {
  const { poolSql } = await import("../../lib/server/database/sql");
  await poolSql("SELECT pg_stat_force_next_flush()");
  const [row] = await sql(admin, COUNT);
  return { primary: Number(row?.value), standby: Number(await asStandby(COUNT)) };
}

/** Reads the whole ledger. @param during is done while a replica that is read is frozen */
async function load(during?: () => Promise<unknown>): Promise<Facts> {
  const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
  let work: Promise<unknown> | null = null;
  const onProgress = () => {
    if (work || !during) return;
    proxy.freeze();
    work = during().finally(() => proxy.thaw());
  };
  const facts = await loadFacts(NO_FACTS, { onProgress });
  await work;
  return facts;
}

/** What the primary has. */
async function loadTruth(): Promise<Facts> {
  const { runTransaction } = await import("../../lib/server/database/sql");
  const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
  return runTransaction("BEGIN", (own) => loadFacts(NO_FACTS, { sql: own }));
}

async function record(jobs: number, note?: string): Promise<number> {
  const [last] = await sql(admin, "SELECT max(id) AS id FROM revision");
  const revision = Number(last?.id) + 1;
  await sql(primary.url, "BEGIN", ...addRevision(revision, jobs, note), "COMMIT");
  return revision;
}

/** Removes the note of the claim of a revision. @param by the revision of the removal; absent: a new one */
async function removeNote(revision: number, note: string, by?: number): Promise<void> {
  const id = `(SELECT id FROM claim WHERE revision_id = ${revision})`;
  const hash = createHash("sha256").update(note).digest("hex");
  await sql(
    admin,
    "BEGIN",
    ...(by === undefined
      ? [
          `INSERT INTO revision (id, recorded_at, author, purpose) VALUES (${revision + 1}, now(), 'B', 'a test')`,
        ]
      : []),
    `INSERT INTO redaction (table_name, column_name, row_id, revision_id, sha256, reason, requested_by, requested_by_id,
       requested_at, confirmed_by, confirmed_by_id)
     VALUES ('claim', 'note', ${id}, ${by ?? revision + 1}, '${hash}', 'abuse', 'A', 'a', now(), 'B', 'b')`,
    `UPDATE claim SET note = (SELECT redaction_sentence('note', removed_at, reason) FROM redaction WHERE row_id = ${id}::text)
     WHERE id = ${id}`,
    "COMMIT",
  );
}

const jobsOf = ({ claims }: Facts) => claims.at(-1)?.value;
const hasNote = ({ claims }: Facts, note: string) => claims.some((claim) => claim.note === note);
const host = (of: { readonly url: string }) => new URL(of.url).host;

test("of two replicas the one with the newest revision is read", async () => {
  await whilePaused(async () => {
    const revision = await record(10);
    await followUp(second);
    const facts = await load();
    expect(facts.revision).toBe(revision);
    const faults = [`${host(primary)}: it is no replica, or has no revision`];
    expect(lines).toEqual([
      `info The ledger was read from a replica ${JSON.stringify({ host: host(second), revision, faults })}`,
    ]);
  });
  await second.stop();
});

test("all claims are read from the replica that answers, and none from the primary", async () => {
  const before = await countReads();
  const facts = await load();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^info The ledger was read from a replica .*ECONNREFUSED/);
  expect(lines[0]).toContain(`"host":"${host(proxy)}"`);
  expect(facts.claims.length).toBeGreaterThan(1_000);
  await expect
    .poll(async () => (await countReads()).standby - before.standby)
    .toBeGreaterThanOrEqual(facts.claims.length);
  expect((await countReads()).primary - before.primary).toBeLessThan(100);
  expect(facts).toEqual(await loadTruth());
  await expectNoReads(standby);
});

test("what a replica lacks comes from the primary: the newest revision is always there", async () => {
  await whilePaused(async () => {
    const before = await countReads();
    const revision = await record(20);
    const facts = await load(() => record(30));
    expect(facts.revision).toBe(revision + 1);
    expect(jobsOf(facts)).toBe(30);
    expect(facts).toEqual(await loadTruth());
    expect(lines[0]).toContain(`"revision":${revision - 1}`);
    expect((await countReads()).standby - before.standby).toBeGreaterThan(1_000);
  });
});

test("a replica is not used whose last revision the primary does not have", async () => {
  const revision = await record(40);
  await followUp();
  await whilePaused(async () => {
    await replaceLastRevision(admin, revision, 50);
    const facts = await load();
    expect(jobsOf(facts)).toBe(50);
    expect(facts).toEqual(await loadTruth());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^warn The ledger is read from DATABASE_URL, because no replica/);
    expect(lines[0]).toContain(`the primary does not have its revision ${revision}`);
  });
});

test("a revision that the primary loses while a replica is read is not shown", async () => {
  const revision = await record(60);
  await followUp();
  await whilePaused(async () => {
    const facts = await load(() => replaceLastRevision(admin, revision, 70));
    expect(jobsOf(facts)).toBe(70);
    expect(facts).toEqual(await loadTruth());
    expect(lines[0]).toContain(`the primary does not have its revision ${revision}`);
  });
});

test("a text that was removed is not read from a replica that still has it", async () => {
  const revision = await record(80, "secret 1");
  await followUp();
  await whilePaused(async () => {
    expect(hasNote(await load(), "secret 1")).toBe(true);
    await removeNote(revision, "secret 1");
    lines.length = 0;
    const facts = await load();
    expect(hasNote(facts, "secret 1")).toBe(false);
    expect(facts).toEqual(await loadTruth());
    expect(lines[0]).toMatch(/^warn .*a text that was removed may still be in it/);
  });
});

test.each([
  ["in a revision of its own", undefined],
  ["by hand, in an old revision", 1],
])("a text that is removed while a replica is read is not shown: %s", async (_, by) => {
  const note = `secret of ${by}`;
  const revision = await record(90, note);
  await followUp();
  // What fails once more for the same reason is no warning.
  await load();
  lines.length = 0;
  await whilePaused(async () => {
    const facts = await load(() => removeNote(revision, note, by));
    expect(hasNote(facts, note)).toBe(false);
    expect(facts).toEqual(await loadTruth());
    expect(lines[0]).toMatch(/^warn .*a text that was removed may still be in it/);
  });
});

test("a read that the replay of the replica cancels begins again on the primary", async () => {
  const setDelay = (to: string) =>
    sql(
      standby.adminUrl,
      `ALTER SYSTEM SET max_standby_streaming_delay = ${to}`,
      "SELECT pg_reload_conf()",
    );
  await setDelay("0");
  const facts = await load(async () => {
    await sql(admin, "CREATE TABLE dead AS SELECT 1", "DELETE FROM dead", "VACUUM dead");
    await expect
      .poll(() =>
        asStandby(
          "SELECT confl_snapshot > 0 AS value FROM pg_stat_database_conflicts WHERE datname = 'tracker'",
        ),
      )
      .toBe(true);
  });
  await setDelay("DEFAULT");
  expect(facts).toEqual(await loadTruth());
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^warn .*conflict with recovery/);
});

test("a replica that does not answer holds up the read for 2 seconds", async () => {
  proxy.freeze();
  const startedAt = Date.now();
  const facts = await load();
  expect(Date.now() - startedAt).toBeLessThan(6_000);
  expect(facts.claims.length).toBeGreaterThan(1_000);
  proxy.thaw();
  expect(lines[0]).toMatch(/^warn .*did not answer within 2 seconds/);
});

test("a standby that is promoted and goes on by itself is not used", async () => {
  await asStandby("SELECT pg_promote() AS value");
  const [last] = await sql(admin, "SELECT max(id) AS id FROM revision");
  await sql(standby.url, "BEGIN", ...addRevision(Number(last?.id) + 1, 100), "COMMIT");
  await record(110);
  const facts = await load();
  expect(jobsOf(facts)).toBe(110);
  expect(lines[0]).toContain(`${host(proxy)}: it is no replica, or has no revision`);
});
