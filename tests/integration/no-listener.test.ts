import { expect, test } from "vitest";
import { pool } from "../../lib/server/database/db";
import { watchRevision } from "../../lib/server/registry/revision-watch";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

test("a database without a connection for notifications is up, and is asked until it has one", async () => {
  await pool().query("SELECT 1");
  const name = new URL(database.url).pathname.slice(1);
  await sql(database.adminUrl, `ALTER DATABASE ${name} CONNECTION LIMIT 1`);
  const changes: boolean[] = [];
  let answers = 0;
  const watch = watchRevision({
    onLast: () => answers++,
    onListening: (listening) => changes.push(listening),
    onDeaf: () => undefined,
  });
  try {
    await expect.poll(() => answers, { timeout: 15_000 }).toBeGreaterThan(1);
    expect(changes).toEqual([true]);
    expect(watch.hears).toBe(false);
    await sql(database.adminUrl, `ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    await expect.poll(() => watch.hears, { timeout: 15_000 }).toBe(true);
    expect(watch.listening).toBe(true);
  } finally {
    await sql(database.adminUrl, `ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    await watch.stop();
  }
});
