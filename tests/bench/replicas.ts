// Measures one, two and three instances of the tracker that start at once on a Patroni cluster of three nodes, without and with
// its standbys in DATABASE_URL_READ, and prints a table: how long until all are ready, the processor time of PostgreSQL and the
// rows that it read for that on the primary and on the standbys, and lists a second through HAProxy before the instances. The
// argument is the number of zones. Needs what `npm run test:patroni` needs, and wrk.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { ensureBuilt } from "@/scripts/lib/install-and-build.mjs";
import { createTemporaryFolder, fromRoot } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";
import { runQuietly, startLauncher } from "@/scripts/lib/run-command.mjs";
import { type Node, type PatroniCluster, startPatroniCluster } from "../patroni/cluster.mjs";
import { findPrograms } from "../patroni/programs.mjs";
import { getCommand } from "../support/processes.mjs";
import { sql } from "../support/sql";
import { startBalancer } from "./balancer";
import { formatColumns } from "./measure";
import { readProcessorSeconds } from "./processor-seconds";
import { LIST, measureRate } from "./rates";

const [ZONES = "10000"] = process.argv.slice(2);
const MOST = 3;
const CONNECTIONS = 16;
const SECRET = randomUUID() + randomUUID();

/** What PostgreSQL has done on some nodes. */
interface Work {
  /** Seconds of processors. */
  readonly seconds: number;
  /** Rows that were read of tables. */
  readonly rows: number;
}

const COUNT = `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS rows FROM pg_stat_user_tables`;

const readRows = async (url: string) => Number((await sql(url, COUNT))[0]?.rows);

function readSeconds(cluster: PatroniCluster, nodes: readonly Node[]): number {
  const pids = nodes.flatMap((node) => cluster.listProcesses(node));
  return readProcessorSeconds(pids.filter((pid) => getCommand(pid).includes("postgres")));
}

/** Starts instances at once and gives what they took; they are stopped when `use` has ended. */
async function startInstances(
  count: number,
  dir: string,
  settings: Record<string, string>,
  use: (addresses: readonly string[], readySeconds: number) => Promise<void>,
): Promise<void> {
  const ports = await Promise.all(Array.from({ length: count }, findFreePort));
  const startedAt = performance.now();
  const launchers = ports.map((port) =>
    startLauncher({
      ...{ PORT: String(port), DATA_DIR: path.join(dir, String(port)), AUTH_SECRET: SECRET },
      ...{ READS_PER_MINUTE: "0", LOG_LEVEL: "warn", ...settings },
    }),
  );
  try {
    await Promise.all(launchers.map((launcher) => launcher.ready));
    const seconds = (performance.now() - startedAt) / 1000;
    await use(
      ports.map((port) => `http://localhost:${port}`),
      seconds,
    );
  } finally {
    await Promise.all(launchers.map((launcher) => launcher.stop()));
  }
}

/** One row of the table. */
async function measure(cluster: PatroniCluster, dir: string, count: number, isByStandbys: boolean) {
  const primary = await cluster.findPrimary();
  if (primary === null) throw new Error("The cluster has no primary.");
  const standbys = cluster.nodes.filter((node) => node !== primary);
  const groups = [[primary], standbys];
  const urls = cluster.nodes.map(cluster.getNodeUrl);
  const countRows = (nodes: readonly Node[]) =>
    Promise.all(nodes.map((node) => readRows(cluster.getNodeUrl(node)))).then((counts) =>
      counts.reduce((sum, one) => sum + one, 0),
    );
  const rowsBefore = await Promise.all(groups.map(countRows));
  const secondsBefore = groups.map((nodes) => readSeconds(cluster, nodes));
  const settings = {
    DATABASE_URL: cluster.urls.serving,
    DATABASE_URL_READ: isByStandbys ? urls.join(",") : "",
  };
  let [ready, rate] = [0, 0];
  let seconds: readonly number[] = [];
  await startInstances(count, dir, settings, async (addresses, readySeconds) => {
    seconds = groups.map((nodes, i) => readSeconds(cluster, nodes) - (secondsBefore[i] ?? 0));
    ready = readySeconds;
    for (const url of addresses) await (await fetch(url + LIST)).arrayBuffer();
    const balancer = await startBalancer(dir, addresses);
    try {
      rate = await measureRate(balancer.address + LIST, { connections: CONNECTIONS });
    } finally {
      await balancer.stop();
    }
  });
  // The connections have ended, so everything is counted.
  const rows = await Promise.all(groups.map(countRows));
  const work = groups.map(
    (_, i): Work => ({ seconds: seconds[i] ?? 0, rows: (rows[i] ?? 0) - (rowsBefore[i] ?? 0) }),
  );
  return [
    ...[isByStandbys ? "standbys" : "primary", String(count), `${ready.toFixed(1)} s`],
    ...work.flatMap(({ seconds, rows }) => [`${seconds.toFixed(1)} s`, rows.toFixed(0)]),
    `${rate.toFixed(0)}/s`,
  ];
}

const programs = findPrograms();
if (typeof programs === "string") {
  console.log(`NOT MEASURED: not installed here: ${programs}.`);
  process.exit(1);
}
await ensureBuilt({ log: console.log });
const { dir, remove } = createTemporaryFolder("bench-replicas");
const cleanups: (() => unknown)[] = [remove];
try {
  const cluster = await startPatroniCluster(dir, programs, cleanups);
  console.log(`A cluster of 3 nodes runs (${programs.version}).`);
  const { serving, owner } = cluster.urls;
  await runQuietly(process.execPath, [fromRoot("scripts/bench.mjs"), "make", ZONES], {
    env: { DATABASE_URL: serving, DATABASE_URL_OWNER: owner },
  });
  // Otherwise the plans would change once PostgreSQL does it by itself.
  await sql(owner, "VACUUM ANALYZE");
  await cluster.waitUntilComplete();
  // The first instance prepares what others find, such as the release of the data set.
  await startInstances(1, dir, { DATABASE_URL: serving }, async () => {});
  const rows = [];
  for (let count = 1; count <= MOST; count++) {
    for (const isByStandbys of [false, true])
      rows.push(await measure(cluster, dir, count, isByStandbys));
  }
  console.log(`\nInstances that start at once with ${ZONES} zones, and what PostgreSQL did for it`);
  const head = [
    ...["read from", "instances", "all ready", "primary", "rows there"],
    ...["standbys", "rows there", "list"],
  ];
  console.log(formatColumns([head, ...rows]));
} finally {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}
