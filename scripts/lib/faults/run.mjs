// Rounds of faults: writers write, something is killed, the site comes back, and the ledger is looked at.
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../build.mjs";
import { freePort } from "../ports.mjs";
import { living } from "../processes.mjs";
import { fromRoot } from "../root.mjs";
import { runAloud } from "../run-command.mjs";
import { temporaryFolder } from "../temporary-database.mjs";
import { makeBook } from "./book.mjs";
import { judgeLedger, judgeShown, lastRevision } from "./judge.mjs";
import { KINDS } from "./kinds.mjs";
import { publicPages } from "./pages.mjs";
import { chanceOf } from "./random.mjs";
import { startReaders } from "./readers.mjs";
import { readSubjects } from "./requests.mjs";
import { makeSite, signIn } from "./site.mjs";
import { waitUntil } from "./wait-until.mjs";
import { startWriters } from "./writers.mjs";

const WRITERS = 4;
/** `db:verify` is a process of its own, so not at every round. */
const VERIFY_EVERY = 20;
const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const STOPPED_MS = 12_000;
const ADMIN = { email: "admin@example.org", password: "a password for the faults" };

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} options.seed
 * @param {string[]} [options.kinds] of faults; each comes once before chance chooses
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runFaults({ rounds, seed, kinds = Object.keys(KINDS) }) {
  await ensureBuilt({ say: console.log });
  const { dir, remove } = temporaryFolder("faults");
  const site = makeSite({ dir, port: await freePort(), admin: ADMIN });
  const clearUp = async () => {
    site.kill(site.everything());
    await waitUntil(() => site.everything().length === 0, "everything has ended", STOPPED_MS);
    remove();
  };
  const interrupted = () => void clearUp().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    return await runRounds(site, rounds, seed, kinds);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await clearUp();
  }
}

/**
 * @param {import("./site.mjs").Site} site
 * @param {number} rounds
 * @param {number} seed
 * @param {string[]} kinds
 */
async function runRounds(site, rounds, seed, kinds) {
  const chance = chanceOf(seed);
  const book = makeBook();
  const tally = { passed: 0, failed: 0 };
  const lost = new Set();
  const doubled = new Set();
  /** @param {string} what @param {readonly string[]} faults */
  const check = (what, faults) => {
    tally[faults.length === 0 ? "passed" : "failed"] += 1;
    for (const [fault, times] of counted(faults))
      console.log(`  FAULT in ${what}, ${times} ×: ${fault}`);
  };

  console.log(`${rounds} rounds of faults, seed ${seed}.`);
  await site.up();
  site.expected = "up";
  const seeded = await lastRevision(site);
  const subjects = await readSubjects(site.address);
  const cookie = await signIn(site);
  const paths = [
    "/api/v1/zones?limit=5",
    `/api/v1/zones/${chance.oneOf(subjects.zones)}`,
    "/api/v1/facets",
    ...publicPages({ ...subjects, zone: chance.oneOf(subjects.zones) }),
  ];
  const readers = startReaders({ site, book, paths, cookie });
  const writers = startWriters({ site, book, cookie, subjects, chance, count: WRITERS });
  /** @type {Map<string, number>} */
  const byKind = new Map();

  for (let round = 1; round <= rounds; round++) {
    const name = kinds[round - 1] ?? chance.oneOf(kinds);
    byKind.set(name, (byKind.get(name) ?? 0) + 1);
    const began = Date.now();
    const before = { ...book };
    const faults = [];
    try {
      await sleep(chance.between(150, 900));
      await fault(site, name, chance);
      await writers.untilEachWrites();
      await writers.pause();
      const judged = await judgeLedger({ site, book, seeded });
      for (const item of judged.lost) lost.add(item);
      for (const item of judged.doubled) doubled.add(item);
      faults.push(
        ...judged.lost.map((item) => `lost: ${item}`),
        ...judged.doubled.map((item) => `doubled: ${item}`),
        ...judged.wrong,
        ...(await judgeShown({
          site,
          book,
          heard: readers.heard,
          last: judged.last,
          zone: chance.oneOf(subjects.zones),
        })),
      );
      if (round % VERIFY_EVERY === 0) faults.push(...(await verify(site)));
    } catch (error) {
      faults.push(error.message);
    }
    faults.push(...book.surprises.splice(0));
    check(`round ${round} (${name})`, faults);
    console.log(
      `round ${round}/${rounds}  ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s  ` +
        `acknowledged ${book.acknowledged - before.acknowledged}  ` +
        `away ${book.away - before.away}  cut ${book.cut - before.cut}  ` +
        `reads while away ${book.readsAway - before.readsAway}`,
    );
    if (faults.length > 0) console.log(unusual(site.said()));
    if (faults.length > 0 && !(await site.isReady())) {
      console.log("The site did not come back; the rest of the rounds is left out.");
      break;
    }
    writers.resume();
  }

  await writers.pause().catch(() => {});
  await writers.stop();
  await readers.stop();
  check("db:verify", await verify(site));
  check("stopping", await stop(site));
  report({ book, byKind, lost: lost.size, doubled: doubled.size });
  return tally;
}

/**
 * Each fault with how often it came, whatever ids it names.
 * @param {readonly string[]} faults
 * @returns {Iterable<[string, number]>}
 */
function counted(faults) {
  const times = new Map();
  for (const fault of faults) {
    const kind = fault.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");
    times.set(kind, (times.get(kind) ?? 0) + 1);
  }
  return times;
}

/** What the log says in every round in which the database goes. */
const USUAL =
  /"databaseAway":true|Not ready|could not be refreshed|notices was lost|INTERNAL_SERVER_ERROR/;

/** @param {string} log @returns {string} the end of it, without the usual */
function unusual(log) {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !USUAL.test(line));
  return lines
    .slice(-20)
    .map((line) => `  | ${line.slice(0, 1000)}`)
    .join("\n");
}

/**
 * @param {import("./site.mjs").Site} site
 * @param {string} name of the kind
 * @param {import("./random.mjs").Chance} chance
 */
async function fault(site, name, chance) {
  const kind = KINDS[name];
  if (!kind) throw new Error(`There is no fault ${name}.`);
  site.expected = kind.away;
  kind.strike(site, chance);
  await kind.revive(site, chance);
  await site.untilReady();
  site.expected = "up";
}

/** @param {import("./site.mjs").Site} site @returns {Promise<string[]>} */
async function verify(site) {
  const code = await runAloud(
    process.execPath,
    [fromRoot("scripts/run.mjs"), "scripts/db-verify.ts"],
    {
      env: { DATA_DIR: site.dir, DATABASE_URL: "", LOG_LEVEL: "warn" },
    },
  );
  return code === 0 ? [] : ["db:verify finds columns that do not agree with the claims"];
}

/** TERM to npm, which leaves no process. @param {import("./site.mjs").Site} site @returns {Promise<string[]>} */
async function stop(site) {
  const pids = site.everything();
  site.expected = "down";
  const npm = site.npm();
  if (npm === null) return ["npm has ended before"];
  process.kill(npm, "SIGTERM");
  try {
    await waitUntil(() => living(pids).length === 0, "no process is left", STOPPED_MS);
    return [];
  } catch (error) {
    return [error.message];
  }
}

/**
 * @param {object} counts
 * @param {import("./book.mjs").Book} counts.book
 * @param {ReadonlyMap<string, number>} counts.byKind
 * @param {number} counts.lost
 * @param {number} counts.doubled
 */
function report({ book, byKind, lost, doubled }) {
  const lines = [
    ...[...byKind].map(([kind, count]) => [`rounds: ${kind}`, count]),
    ["writes acknowledged", book.acknowledged],
    ["of them sent more than once", book.resent],
    ["of them recorded by a sending that was not answered", book.recordedBefore],
    ["claims acknowledged", book.claims.size],
    ["withdrawals acknowledged", book.withdrawn.size],
    ["claims refused", book.refused.size],
    ["writes answered 503", book.away],
    ["writes cut", book.cut],
    ["reads", book.reads],
    ["reads answered while only the database was away", book.readsAway],
    ["notices on the stream that the database is away", book.noticesAway],
    ["lost", lost],
    ["doubled", doubled],
  ];
  console.log("");
  for (const [what, count] of lines) console.log(`${String(count).padStart(8)}  ${what}`);
}
