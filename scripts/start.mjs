// `npm start`: everything from a fresh clone to a served tracker. It runs before any install, so what is
// imported here and by what it imports is Node's own; packages are imported after they are there.
import { authSecret } from "./lib/auth-secret.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { keepServer } from "./lib/keep-server.mjs";
import { everyAddress, whyPortTaken } from "./lib/ports.mjs";
import { takeLock } from "./lib/process-lock.mjs";
import { dataDir, launcherLock, loadEnvFile, serverNote } from "./lib/root.mjs";
import { readTypeScript, runTypeScript } from "./lib/run-command.mjs";
import { endLeftServer } from "./lib/serve.mjs";
import { whenToldToStop } from "./lib/when-told-to-stop.mjs";

const say = (/** @type {string} */ line) => console.log(line);

/** Aborted when the launcher has been told to stop. */
const stop = new AbortController();

/** What has to be undone at the end, in the order in which it was done. @type {(() => unknown)[]} */
const undo = [];

/** @param {number} code the exit code, unless something cannot be undone */
async function end(code) {
  let outcome = code;
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(error.message);
      outcome = 1;
    }
  }
  process.exit(outcome);
}

/** @returns {{ port: number, host: string }} */
function readAddress() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`);
  }
  return { port, host: process.env.HOST || everyAddress() };
}

/**
 * @param {string} dir
 * @param {(url: string) => void} onMoved told should the address change
 * @returns {Promise<string>} the address of the database in use
 */
async function openDatabase(dir, onMoved) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { keepEmbedded, startEmbedded } = await import("./lib/embedded-postgres.mjs");
  const database = await startEmbedded({ dataDir: dir, say });
  undo.push(database.stop);
  undo.push(keepEmbedded({ dataDir: dir, url: database.url, say, onMoved }));
  say(
    database.reused
      ? `Joined the PostgreSQL that was running in ${dir}.`
      : `Started the embedded PostgreSQL in ${dir}.`,
  );
  return database.url;
}

/** Everything up to the served tracker. */
async function start() {
  const { signal } = stop;
  const dev = process.argv.includes("--dev");
  loadEnvFile();
  const { port, host } = readAddress();
  const dir = dataDir();
  const lock = takeLock(launcherLock(dir));
  if ("heldBy" in lock) {
    throw new Error(
      `The tracker is running already on ${dir} (process ${lock.heldBy}). Stop it, or set DATA_DIR and PORT.`,
    );
  }
  undo.push(lock.release);
  const noteFile = serverNote(dir);
  await endLeftServer(noteFile, say);
  const taken = await whyPortTaken(port, host);
  if (taken !== null) throw new Error(`The tracker cannot be served: ${taken}. Set PORT.`);

  const secret = authSecret(dir);
  await ensureInstalled({ say, signal });
  if (!dev) await ensureBuilt({ say, signal });
  signal.throwIfAborted();
  /** @type {ReturnType<typeof keepServer> | null} */
  let server = null;
  const env = { DATABASE_URL: "", AUTH_SECRET: secret };
  env.DATABASE_URL = await openDatabase(dir, (url) => {
    env.DATABASE_URL = url;
    server?.restart();
  });
  signal.throwIfAborted();
  const { migrate } = await import("./lib/migrate.mjs");
  const applied = await migrate(env.DATABASE_URL);
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}.`);
  signal.throwIfAborted();
  const { missingAtStart } = await import("./lib/missing-at-start.mjs");
  const missing = await missingAtStart(env.DATABASE_URL);
  if (missing.data) {
    const seeded = await runTypeScript("seed/load.ts", { args: ["--once"], env, signal });
    if (seeded !== 0) throw new Error("The seed was not loaded; the reason stands above.");
  }
  const setUp = missing.admin ? await readTypeScript("scripts/set-up.ts", { env, signal }) : "";

  server = keepServer({ port, host, env, dev, noteFile, say });
  undo.push(server.stop);
  await server.ready(signal);
  const name = host === "::" || host === "0.0.0.0" ? "localhost" : host;
  const address = `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
  say(`The tracker is at ${address}`);
  if (setUp !== "") {
    const base = (process.env.BASE_URL || address).replace(/\/+$/, "");
    say(`There is no admin yet. Make yourself one, once, within a day: ${base}${setUp}`);
  }
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The tracker needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const started = start();
whenToldToStop(async (why) => {
  say(`Stopping (${why})…`);
  stop.abort();
  // What is under way ends first, so that nothing is begun after it was undone.
  await started.catch(() => {});
  await end(0);
});
try {
  await started;
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(process.env.LOG_LEVEL === "debug" ? error : error.message);
    await end(1);
  }
}
