// Rounds of faults: writers write, processes are killed, the site recovers, and the ledger is verified.
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../../scripts/lib/install-and-build.mjs";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { runCommand } from "../../scripts/lib/run-command.mjs";
import { filterRunning } from "../support/processes.mjs";
import { createAckLog } from "./ack-log.mjs";
import { FAULT_KINDS } from "./fault-kinds.mjs";
import { listPublicPages } from "./public-pages.mjs";
import { createRandom } from "./random.mjs";
import { startReaders } from "./readers.mjs";
import { createSite, signIn } from "./site.mjs";
import { getLastRevision, verifyAnswers, verifyLedger } from "./verify-ledger.mjs";
import { waitUntil } from "./wait-until.mjs";
import { readSubjects } from "./write-requests.mjs";
import { startWriters } from "./writers.mjs";

const WRITERS = 4;
/** `db:verify` starts a process, which is too slow for every round. */
const VERIFY_EVERY = 20;
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const EXIT_MS = 12_000;
const ADMIN = { email: "admin@example.org", password: "a password for the faults" };

/** @typedef {import("./site.mjs").Site} Site */
/** @typedef {import("./ack-log.mjs").AckLog} AckLog */

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} options.seed
 * @param {string[]} [options.kinds] names of fault kinds; each is used once before kinds are picked at random
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runFaults({ rounds, seed, kinds = Object.keys(FAULT_KINDS) }) {
  await ensureBuilt({ log: console.log });
  const { dir, remove } = createTemporaryFolder("faults");
  const site = createSite({ dir, port: await findFreePort(), admin: ADMIN });
  const cleanUp = async () => {
    site.kill(site.everything());
    await waitUntil(() => site.everything().length === 0, "all processes have exited", EXIT_MS);
    remove();
  };
  const interrupt = () => void cleanUp().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    return await runRounds(site, rounds, seed, kinds);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
    await cleanUp();
  }
}

/**
 * @param {Site} site
 * @param {number} rounds
 * @param {number} seed
 * @param {string[]} kinds
 */
async function runRounds(site, rounds, seed, kinds) {
  const random = createRandom(seed);
  const ackLog = createAckLog();
  const tally = { passed: 0, failed: 0 };
  const lost = new Set();
  const duplicated = new Set();
  /** @param {string} name @param {readonly string[]} failures */
  const addCheck = (name, failures) => {
    tally[failures.length === 0 ? "passed" : "failed"] += 1;
    for (const [failure, count] of countFailures(failures))
      console.log(`  FAILURE in ${name}, ${count} ×: ${failure}`);
  };

  console.log(`${rounds} rounds of faults, seed ${seed}.`);
  await site.startAndWait();
  const isAdminThere = () => site.output().includes("can sign in");
  await waitUntil(isAdminThere, "the first admin can sign in", EXIT_MS);
  site.expected = "up";
  const seedRevision = await getLastRevision(site);
  const subjects = await readSubjects(site.address);
  const cookie = await signIn(site);
  const paths = [
    "/api/v1/zones?limit=5",
    `/api/v1/zones/${random.pick(subjects.zones)}`,
    "/api/v1/facets",
    ...listPublicPages({ ...subjects, zone: random.pick(subjects.zones) }),
  ];
  const readers = startReaders({ site, ackLog, paths, cookie });
  const writers = startWriters({ site, ackLog, cookie, subjects, random, count: WRITERS });
  /** @type {Map<string, number>} */
  const roundsByKind = new Map();

  for (let round = 1; round <= rounds; round++) {
    const kind = kinds[round - 1] ?? random.pick(kinds);
    roundsByKind.set(kind, (roundsByKind.get(kind) ?? 0) + 1);
    const startedAt = Date.now();
    const before = { ...ackLog };
    const failures = [];
    try {
      await sleep(random.between(150, 900));
      await causeFault(site, kind, random);
      await writers.waitUntilAllWrite();
      await writers.pause();
      const ledger = await verifyLedger({ site, ackLog, seedRevision });
      for (const item of ledger.lost) lost.add(item);
      for (const item of ledger.duplicated) duplicated.add(item);
      failures.push(
        ...ledger.lost.map((item) => `lost: ${item}`),
        ...ledger.duplicated.map((item) => `recorded twice: ${item}`),
        ...ledger.wrong,
        ...(await verifyAnswers({
          site,
          ackLog,
          streamedRevision: readers.streamedRevision,
          lastRevision: ledger.lastRevision,
          zone: random.pick(subjects.zones),
        })),
      );
      if (round % VERIFY_EVERY === 0) failures.push(...(await verifyColumns(site)));
    } catch (error) {
      failures.push(error.message);
    }
    failures.push(...ackLog.unexpected.splice(0));
    addCheck(`round ${round} (${kind})`, failures);
    console.log(
      `round ${round}/${rounds}  ${kind}  ${((Date.now() - startedAt) / 1000).toFixed(1)} s  ` +
        `acknowledged ${ackLog.acknowledged - before.acknowledged}  ` +
        `503 ${ackLog.unavailable - before.unavailable}  ` +
        `no answer ${ackLog.interrupted - before.interrupted}  ` +
        `reads without database ${ackLog.readsWithoutDatabase - before.readsWithoutDatabase}`,
    );
    if (failures.length > 0) console.log(formatLog(site.output()));
    if (failures.length > 0 && !(await site.isReady())) {
      console.log("The site did not recover. The remaining rounds are skipped.");
      break;
    }
    writers.resume();
  }

  await writers.pause().catch(() => {});
  await writers.stop();
  await readers.stop();
  addCheck("db:verify", await verifyColumns(site));
  addCheck("stopping", await stopSite(site));
  printSummary({ ackLog, roundsByKind, lost: lost.size, duplicated: duplicated.size });
  return tally;
}

/**
 * Counts failures that differ only in the ids that they name.
 * @param {readonly string[]} failures
 * @returns {Iterable<[string, number]>}
 */
function countFailures(failures) {
  const counts = new Map();
  for (const failure of failures) {
    const text = failure.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Lines that the server logs whenever the database goes down. */
const EXPECTED_LINES =
  /"refusal":"away"|Not ready|could not be refreshed|notifications was lost|INTERNAL_SERVER_ERROR/;

/** @param {string} log @returns {string} its last lines, without the expected ones */
function formatLog(log) {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !EXPECTED_LINES.test(line));
  return lines
    .slice(-20)
    .map((line) => `  | ${line.slice(0, 1000)}`)
    .join("\n");
}

/**
 * @param {Site} site
 * @param {string} name of the kind
 * @param {import("./random.mjs").Random} random
 */
async function causeFault(site, name, random) {
  const kind = FAULT_KINDS[name];
  if (!kind) throw new Error(`There is no kind of fault "${name}".`);
  site.expected = kind.during;
  kind.inject(site, random);
  await kind.recover(site, random);
  await site.waitUntilReady();
  site.expected = "up";
}

/** @param {Site} site @returns {Promise<string[]>} */
async function verifyColumns(site) {
  const args = [fromRoot("scripts/run-with-database.mjs"), "scripts/db-verify.ts"];
  const code = await runCommand(process.execPath, args, {
    env: { DATA_DIR: site.dir, DATABASE_URL: "", DATABASE_URL_OWNER: "", LOG_LEVEL: "warn" },
  });
  return code === 0 ? [] : ["db:verify finds columns that do not agree with the claims"];
}

/** Sends TERM to npm, after which no process may remain. @param {Site} site @returns {Promise<string[]>} */
async function stopSite(site) {
  const pids = site.everything();
  site.expected = "down";
  const npm = site.npm();
  if (npm === null) return ["npm had already exited"];
  process.kill(npm, "SIGTERM");
  try {
    await waitUntil(() => filterRunning(pids).length === 0, "all processes have exited", EXIT_MS);
    return [];
  } catch (error) {
    return [error.message];
  }
}

/**
 * @param {object} counts
 * @param {AckLog} counts.ackLog
 * @param {ReadonlyMap<string, number>} counts.roundsByKind
 * @param {number} counts.lost
 * @param {number} counts.duplicated
 */
function printSummary({ ackLog, roundsByKind, lost, duplicated }) {
  const lines = [
    ...[...roundsByKind].map(([kind, count]) => [`rounds: ${kind}`, count]),
    ["writes acknowledged", ackLog.acknowledged],
    ["of these, sent more than once", ackLog.retried],
    ["of these, recorded by a try without an answer", ackLog.recordedBefore],
    ["claims acknowledged", ackLog.claims.size],
    ["withdrawals acknowledged", ackLog.withdrawn.size],
    ["claims rejected", ackLog.rejected.size],
    ["writes answered with 503", ackLog.unavailable],
    ["writes without an answer", ackLog.interrupted],
    ["reads", ackLog.reads],
    ["reads answered while only the database was down", ackLog.readsWithoutDatabase],
    ["stream messages that the database is down", ackLog.databaseNotices],
    ["lost", lost],
    ["recorded twice", duplicated],
  ];
  console.log("");
  for (const [name, count] of lines) console.log(`${String(count).padStart(8)}  ${name}`);
}
