import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type EmbeddedDatabase,
  startEmbeddedPostgres,
} from "../../scripts/lib/embedded-postgres.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { sql } from "../support/sql";

const { dir, remove } = createTemporaryFolder("standby");
let database: EmbeddedDatabase;

const start = () => startEmbeddedPostgres({ dataDir: dir, settings: { fsync: "off" } });

/** A standby of a primary that is gone: it has all its data, and waits for more. */
beforeAll(async () => {
  const primary = await start();
  await migrate(primary.ownerUrl, { servingUrl: primary.url });
  await primary.stop();
  fs.writeFileSync(path.join(dir, "postgres-18/standby.signal"), "");
  database = await start();
  process.env.DATABASE_URL = database.url;
});

afterAll(async () => {
  const { closeDatabase } = await import("../../lib/server/database/db");
  await closeDatabase();
  await database.stop();
  remove();
});

test("a standby counts as read-only and not as away; once it is promoted, notifications arrive", async () => {
  await expect(sql(database.url, "LISTEN test")).rejects.toMatchObject({ code: "25006" });
  const { REVISION_CHANNEL, watchRevision } = await import(
    "../../lib/server/registry/revision-watch"
  );
  const answers: boolean[] = [];
  const changes: boolean[] = [];
  let isDeaf = false;
  const watch = watchRevision({
    onLast: ({ readOnly }) => answers.push(readOnly),
    onListening: (listening) => changes.push(listening),
    onDeaf: () => {
      isDeaf = true;
    },
  });
  try {
    // At the connection and at least once more, on the same connection.
    await expect.poll(() => answers, { timeout: 10_000 }).toEqual([true, true]);
    expect(changes).toEqual([true]);

    await sql(database.adminUrl, "SELECT pg_promote()");
    await expect.poll(() => changes, { timeout: 15_000 }).toEqual([true, false, true]);
    expect(answers.at(-1)).toBe(false);

    const before = answers.length;
    for (let sent = 0; sent < 5; sent++) {
      await sql(database.url, `SELECT pg_notify('${REVISION_CHANNEL}', '1')`);
      await sleep(100);
    }
    expect(answers.length - before).toBeGreaterThanOrEqual(5);
    expect(isDeaf).toBe(false);
  } finally {
    await watch.stop();
  }
});
