import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {
  type EmbeddedDatabase,
  startEmbeddedPostgres,
} from "../../scripts/lib/embedded-postgres.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { readState, writeState } from "../../scripts/lib/postgres-cluster.mjs";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { withDatabase } from "./database-address";
import { sql } from "./sql";

const SETTINGS = { fsync: "off" };
const FIRST_EDITION = "2026-11-24";

/** A primary with standbys that follow it by streaming. */
export interface PrimaryWithStandbys {
  readonly primary: EmbeddedDatabase;
  readonly standbys: readonly [EmbeddedDatabase, EmbeddedDatabase];
}

/**
 * Starts a primary with the first edition of the data set as revision 1, and two standbys.
 * @param dir an empty folder for their files
 */
export async function startWithStandbys(dir: string): Promise<PrimaryWithStandbys> {
  const own = path.join(dir, "primary");
  const first = await startEmbeddedPostgres({ dataDir: own, settings: SETTINGS });
  await migrate(first.ownerUrl, { servingUrl: first.url });
  const seeded = await runTypeScript("seed/load.ts", {
    args: ["--until", FIRST_EDITION],
    env: { DATABASE_URL: first.url, LOG_LEVEL: "warn", BASE_URL: "" },
  });
  if (seeded !== 0) throw new Error("The seed could not be loaded.");
  // Otherwise PostgreSQL does not know that an index finds later claims.
  await sql(withDatabase(first.adminUrl, "tracker"), "ANALYZE");
  await first.stop();
  const copies = ["standby-1", "standby-2"].map((name) => path.join(dir, name));
  for (const copy of copies) {
    execFileSync("cp", ["-a", own, copy]);
    fs.writeFileSync(path.join(copy, "postgres-18/standby.signal"), "");
    const state = readState(copy);
    if (state) writeState(copy, { ...state, port: 0 });
  }
  const primary = await startEmbeddedPostgres({ dataDir: own, settings: SETTINGS });
  const settings = { ...SETTINGS, primary_conninfo: primary.adminUrl };
  const [one, other] = await Promise.all(
    copies.map((dataDir) => startEmbeddedPostgres({ dataDir, settings })),
  );
  if (!one || !other) throw new Error("There are not two standbys.");
  return { primary, standbys: [one, other] };
}
