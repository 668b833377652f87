// Rounds of failovers under writes. Each kills, freezes or replaces the primary, and checks what was promised.
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../../scripts/lib/install-and-build.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { signIn } from "../faults/site.mjs";
import { waitUntil } from "../faults/wait-until.mjs";
import { npmStart } from "../support/npm-start.mjs";
import { startPatroniCluster } from "./cluster.mjs";
import { startReaders, startWriters } from "./traffic.mjs";

/** How soon both instances must show what the database has, once it accepts writes again. */
const AGREE_MS = 10_000;
const GIVE_UP_MS = 90_000;
const ADMIN = { email: "admin@example.org", password: "a password for the failovers" };

/** @typedef {import("./cluster.mjs").PatroniCluster} PatroniCluster */
/** @typedef {import("./cluster.mjs").Node} Node */
/** @typedef {{ address: string, stop: () => Promise<void> }} Instance */
/** @typedef {ReturnType<typeof startWriters>} Writers */

/**
 * A kind of failover. `isLossy`: acknowledged writes may be lost, because the cluster is asynchronous.
 * @typedef {object} FailoverKind
 * @property {boolean} isLossy
 * @property {(cluster: PatroniCluster, primary: Node, writers: Writers) => Promise<void>} inject
 * @property {(cluster: PatroniCluster, primary: Node) => Promise<void>} repair
 */

/** @type {Record<string, FailoverKind>} */
export const FAILOVER_KINDS = {
  kill: {
    isLossy: false,
    inject: async (cluster, primary) => cluster.signalNode(primary, "SIGKILL"),
    repair: async (cluster, primary) => cluster.startNode(primary),
  },
  freeze: {
    isLossy: false,
    inject: async (cluster, primary) => cluster.signalNode(primary, "SIGSTOP"),
    repair: async (cluster, primary) => cluster.signalNode(primary, "SIGCONT"),
  },
  "switch-over": {
    isLossy: false,
    inject: async (cluster, primary) => await cluster.switchOver(primary),
    repair: async () => {},
  },
  lossy: {
    isLossy: true,
    inject: async (cluster, primary, writers) => {
      await cluster.setSynchronous(false);
      await cluster.cutReplication();
      const before = writers.counts.acknowledged;
      await waitUntil(
        () => writers.counts.acknowledged >= before + 4,
        "writes are acknowledged that no standby has",
        GIVE_UP_MS,
      );
      cluster.signalNode(primary, "SIGKILL");
    },
    repair: async (cluster, primary) => {
      await cluster.restoreReplication();
      cluster.startNode(primary);
      await cluster.waitUntilComplete({ synchronous: false });
      await cluster.setSynchronous(true);
    },
  },
};

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {string[]} options.kinds used in turn
 * @param {import("./programs.mjs").Programs} options.programs
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runFailovers({ rounds, kinds, programs }) {
  await ensureBuilt({ log: console.log });
  const { dir, remove } = createTemporaryFolder("patroni");
  /** @type {(() => unknown)[]} */
  const cleanups = [remove];
  const cleanUp = async () => {
    for (const step of cleanups.splice(0).reverse()) await step();
  };
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
  try {
    const cluster = await startPatroniCluster(dir, programs, cleanups);
    console.log(`A cluster of 3 nodes runs (${programs.version}).`);
    const instances = [];
    for (const name of ["first", "second"]) {
      const instance = await startInstance(cluster);
      cleanups.push(instance.stop);
      instances.push(instance);
      console.log(`The ${name} instance serves at ${instance.address}.`);
    }
    return await runRounds(cluster, instances, rounds, kinds);
  } finally {
    await cleanUp();
  }
}

/** @param {PatroniCluster} cluster @returns {Promise<Instance>} */
async function startInstance(cluster) {
  const port = await findFreePort();
  const { dir, remove } = createTemporaryFolder("patroni-instance");
  const started = npmStart(dir, port, {
    DATABASE_URL: cluster.urls.serving,
    DATABASE_URL_OWNER: cluster.urls.owner,
    AUTH_SECRET: "a secret of the failovers, 32 characters",
    BOOTSTRAP_ADMIN_EMAIL: ADMIN.email,
    BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
    READS_PER_MINUTE: "0",
    WRITES_PER_MINUTE: "0",
    LOG_LEVEL: "warn",
  });
  await started.waitForOutput("The tracker is at http://localhost:");
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      started.npm.kill("SIGTERM");
      await sleep(5000);
      remove();
    },
  };
}

/** @param {Instance} instance @returns {Promise<any>} null without an answer */
async function readHealth({ address }) {
  const response = await fetch(`${address}/api/health/ready`, {
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  return response?.ok ? await response.json() : null;
}

/**
 * @param {PatroniCluster} cluster
 * @param {Instance[]} instances
 * @returns {Promise<number>} milliseconds until all instances accept writes and know what the database had at first
 */
async function measureAgreement(cluster, instances) {
  const startedAt = Date.now();
  const { last } = await cluster.readLast();
  const agrees = async (/** @type {Instance} */ instance) => {
    const health = await readHealth(instance);
    if (health?.writes !== "accepted" || health.revision < last) return false;
    return (await cluster.readIdentity(health.revision)) === health.identity;
  };
  await waitUntil(
    async () =>
      (await Promise.all(instances.map((one) => agrees(one).catch(() => false)))).every(Boolean),
    "both instances agree with the database",
    GIVE_UP_MS,
  );
  return Date.now() - startedAt;
}

/**
 * @param {PatroniCluster} cluster
 * @param {Instance[]} instances
 * @param {string} zone
 * @returns {Promise<string[]>} what differs while nobody writes
 */
async function compareInstances(cluster, instances, zone) {
  const { last, identity } = await cluster.readLast();
  const failures = [];
  const answers = [];
  for (const instance of instances) {
    await waitUntil(
      async () => (await readHealth(instance))?.identity === identity,
      `${instance.address} has the identity of revision ${last}`,
      AGREE_MS,
    ).catch((error) => failures.push(error.message));
    const response = await fetch(`${instance.address}/api/v1/zones/${zone}/claims`);
    if (response.status !== 200) failures.push(`${instance.address} returned ${response.status}`);
    answers.push(`${response.headers.get("etag")} ${await response.text()}`);
  }
  if (new Set(answers).size !== 1) failures.push("the instances give different answers");
  return failures;
}

/**
 * @param {PatroniCluster} cluster
 * @param {Instance[]} instances
 * @param {number} rounds
 * @param {string[]} kinds
 */
async function runRounds(cluster, instances, rounds, kinds) {
  const [first] = instances;
  if (!first) throw new Error("There is no instance.");
  const cookie = await signIn({ address: first.address, admin: ADMIN });
  const read = async (/** @type {string} */ path) =>
    (await (await fetch(`${first.address}/api/v1/${path}`)).json()).data;
  const [{ slug: zone }] = await read("zones?limit=1");
  const sources = await read("sources?limit=1000");
  // A claim cannot be on a day after its source was published, so it is one without a date.
  const { id: source } = sources.find((/** @type {any} */ one) => one.publishedOn === null);
  const paths = ["/", "/api/v1/zones?limit=5", `/zones/${zone}`, "/api/v1/facets", "/readiness"];
  for (const { address } of instances) for (const path of paths) await fetch(`${address}${path}`);
  const readers = startReaders({ instances, paths });
  const writers = startWriters({ instances, cookie, zone, source, count: 2 });
  const tally = { passed: 0, failed: 0 };
  const totals = { lost: 0, lostByDesign: 0, slowestAgreementMs: 0 };

  for (let round = 1; round <= rounds; round++) {
    const name = kinds[(round - 1) % kinds.length] ?? "";
    const kind = FAILOVER_KINDS[name];
    if (!kind) throw new Error(`There is no kind "${name}".`);
    const failures = [];
    const before = { ...writers.counts, reads: readers.counts.reads };
    let line = "";
    try {
      await cluster.waitUntilComplete();
      await sleep(1000);
      const primary = await cluster.findPrimary();
      if (primary === null) throw new Error("There is no primary.");
      await kind.inject(cluster, primary, writers);
      const injectedAt = Date.now();
      await cluster.waitForPrimary(primary);
      await waitUntil(cluster.acceptsWrites, "the database accepts writes", GIVE_UP_MS);
      const awayMs = Date.now() - injectedAt;
      const agreedMs = await measureAgreement(cluster, instances);
      totals.slowestAgreementMs = Math.max(totals.slowestAgreementMs, agreedMs);
      if (agreedMs > AGREE_MS)
        failures.push(`the instances agreed with the database after ${agreedMs / 1000} s`);
      await kind.repair(cluster, primary);
      await cluster.waitUntilComplete();
      await sleep(1000);
      await writers.pause();
      if (writers.counts.acknowledged === before.acknowledged)
        failures.push("no write was acknowledged, so the round showed nothing");
      if (readers.counts.reads === before.reads)
        failures.push("nothing was read, so the round showed nothing");
      const lost = await cluster.listMissing([...writers.acknowledged]);
      if (kind.isLossy) {
        totals.lostByDesign += lost.length;
        if (lost.length === 0) failures.push("nothing was lost, so the round showed nothing");
      } else {
        totals.lost += lost.length;
        failures.push(...lost.map((id) => `the acknowledged claim ${id} is lost`));
      }
      for (const id of lost) writers.acknowledged.delete(id);
      failures.push(...(await compareInstances(cluster, instances, zone)));
      line =
        `no primary for ${(awayMs / 1000).toFixed(1)} s  agreed after ${(agreedMs / 1000).toFixed(1)} s  ` +
        `lost ${lost.length}${kind.isLossy ? " (asynchronous)" : ""}`;
    } catch (error) {
      failures.push(error.message);
    }
    failures.push(...readers.takeFailures(), ...writers.takeFailures());
    tally[failures.length === 0 ? "passed" : "failed"] += 1;
    for (const failure of new Set(failures)) console.log(`  FAILURE in round ${round}: ${failure}`);
    console.log(
      `round ${round}/${rounds}  ${name}  ${line}  acknowledged ${writers.counts.acknowledged - before.acknowledged}`,
    );
    writers.resume();
  }
  await writers.stop();
  await readers.stop();
  console.log(`
${String(writers.counts.acknowledged).padStart(8)}  writes acknowledged
${String(writers.counts.retried).padStart(8)}  of these, sent more than once
${String(totals.lost).padStart(8)}  acknowledged writes lost in synchronous mode
${String(totals.lostByDesign).padStart(8)}  acknowledged writes lost in asynchronous mode, as it allows
${String(readers.counts.reads).padStart(8)}  reads; the slowest took ${readers.counts.slowestMs} ms
${(totals.slowestAgreementMs / 1000).toFixed(1).padStart(8)}  seconds until both instances agreed with the database, at most`);
  return tally;
}
