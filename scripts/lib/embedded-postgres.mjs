// The PostgreSQL server of a first run: started, reused and stopped by us, kept in DATA_DIR.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { postgresPrograms, reachableFolder, serverUser } from "./postgres-binaries.mjs";
import {
  APP,
  addresses,
  cluster,
  createCluster,
  launch,
  readPidFile,
  recall,
  remember,
  runningPort,
} from "./postgres-cluster.mjs";
import { processBirth, withLock } from "./process-lock.mjs";

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} url connects as the role that owns the database and nothing else
 * @property {string} adminUrl connects as the superuser; for administration and tests only
 * @property {boolean} reused whether the server ran already
 * @property {() => Promise<void>} stop
 */

/** Makes the app's role and database where they are missing. @param {import("./postgres-cluster.mjs").Memory} memory @param {string} adminUrl */
async function createDatabase(memory, adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const role = await admin.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP]);
    if (role.rowCount === 0) {
      await admin.query(
        `CREATE ROLE ${APP} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${memory.appPassword}'`,
      );
    }
    const database = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [APP]);
    if (database.rowCount === 0) await admin.query(`CREATE DATABASE ${APP} OWNER ${APP}`);
  } finally {
    await admin.end();
  }
}

/**
 * Stops the server of that folder, whoever started it; quiet where none runs.
 * @param {string} dataDir
 */
export async function stopEmbedded(dataDir) {
  const memory = recall(path.resolve(dataDir));
  if (memory === null || readPidFile(memory) === null) return;
  const user = serverUser();
  const bin = postgresPrograms(user, () => {});
  for (const mode of ["fast", "immediate"]) {
    const stopped = spawnSync(
      path.join(bin, "pg_ctl"),
      ["stop", "-D", cluster(memory), "-m", mode, "-w", "-t", "10"],
      { ...user, cwd: "/", encoding: "utf8" },
    );
    if (stopped.status === 0 || readPidFile(memory) === null) return;
  }
  throw new Error(`The embedded PostgreSQL in ${cluster(memory)} could not be stopped.`);
}

/**
 * @param {string} dataDir
 * @returns {Promise<{ url: string, adminUrl: string } | null>} the running server of that folder, if any
 */
export async function findEmbedded(dataDir) {
  const memory = recall(path.resolve(dataDir));
  const port = memory === null ? null : await runningPort(memory);
  return memory === null || port === null ? null : addresses(memory, port);
}

/**
 * @param {string} dir
 * @param {import("./postgres-binaries.mjs").ServerUser} user
 * @param {(line: string) => void} say
 * @returns {import("./postgres-cluster.mjs").Memory} of a server that is still to be made
 */
function makeMemory(dir, user, say) {
  const memory = {
    adminPassword: randomBytes(24).toString("hex"),
    appPassword: randomBytes(24).toString("hex"),
    folder: reachableFolder(dir, user, randomBytes(6).toString("hex"), say),
    port: 0,
  };
  if (fs.existsSync(cluster(memory))) {
    throw new Error(
      `${cluster(memory)} holds a database whose passwords were in ${dir}/database.json, which is gone. ` +
        "Bring that file back, or set DATA_DIR to a new folder.",
    );
  }
  return memory;
}

/**
 * Starts the server of that folder, or joins it where it runs already; makes it on first use.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {Record<string, string>} [options.settings] of postgresql.conf
 * @param {(line: string) => void} [options.say] tells the user what happens
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function startEmbedded({ dataDir, settings = {}, say = () => {} }) {
  const dir = path.resolve(dataDir);
  fs.mkdirSync(dir, { recursive: true });
  return await withLock(path.join(dir, "database.lock"), async () => {
    const user = serverUser();
    const bin = postgresPrograms(user, say);
    const memory = recall(dir) ?? makeMemory(dir, user, say);
    let port = await runningPort(memory);
    const reused = port !== null;
    if (port === null) {
      remember(dir, memory);
      if (!fs.existsSync(path.join(cluster(memory), "PG_VERSION")))
        createCluster(bin, user, memory);
      port = await launch(bin, user, memory, path.join(dir, "postgres.log"), settings);
      remember(dir, { ...memory, port });
    }
    const { url, adminUrl } = addresses(memory, port);
    await createDatabase(memory, adminUrl);
    return { url, adminUrl, reused, stop: () => stopEmbedded(dir) };
  });
}

/** @param {string} dataDir @returns {string | null} what names the living process of the server there, for good */
function lifeOf(dataDir) {
  const memory = recall(path.resolve(dataDir));
  const note = memory && readPidFile(memory);
  return note && processBirth(note.pid);
}

/**
 * Starts the server again whenever it is gone: killed, say, for want of memory.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {string} options.url the address that the app was given
 * @param {(line: string) => void} options.say
 * @param {(url: string) => void} options.onMoved told where it is, should its port have been taken meanwhile
 * @returns {() => Promise<void>} ends the watch
 */
export function keepEmbedded({ dataDir, url, say, onMoved }) {
  let ended = false;
  let known = url;
  // A crash leaves its note, whose pid may then be anybody's: only this life is the server's.
  let life = lifeOf(dataDir);
  const watch = async () => {
    while (!ended) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      if (ended || (life !== null && lifeOf(dataDir) === life)) continue;
      say("The embedded PostgreSQL is gone; starting it again…");
      try {
        const again = await startEmbedded({ dataDir, say });
        say(again.url === known ? "It is back." : "It is back, at another port.");
        if (again.url !== known) onMoved(again.url);
        known = again.url;
        life = lifeOf(dataDir);
      } catch (error) {
        say(error.message);
        await new Promise((resolve) => setTimeout(resolve, 5000));
      }
    }
  };
  const watching = watch();
  return async () => {
    ended = true;
    await watching;
  };
}
