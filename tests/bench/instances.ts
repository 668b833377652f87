// Measures one, two and three instances of the tracker on one database behind HAProxy, and prints a table: answers a second,
// answers for a second of the processor of the instances, transactions that the database ended meanwhile, and how long after a
// write another instance shows it. BENCH_BASE_URL is the first instance, BENCH_DATABASE_URL its database, BENCH_ADMIN_EMAIL and
// BENCH_ADMIN_PASSWORD its first admin, AUTH_SECRET that of all instances.
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";
import { signIn } from "../faults/site.mjs";
import { listDescendants } from "../support/processes.mjs";
import { startLauncher } from "../support/start-launcher.mjs";
import { startBalancer } from "./balancer";
import { formatColumns, median } from "./measure";
import { readProcessorSeconds } from "./processor-seconds";
import { LIST, measureRate } from "./rates";

const BASE = process.env.BENCH_BASE_URL ?? "";
const DATABASE = process.env.BENCH_DATABASE_URL ?? "";
const MOST = 3;
const CONNECTIONS = 16;
const WRITES = 40;
const SLUG = "rashakai-sez";
/** Milliseconds in which PostgreSQL counts what it did. */
const COUNTED_AFTER = 1_500;

/** Seconds that the processors worked for the instances: those of the bench, which are started by one program. */
const readServerSeconds = () =>
  readProcessorSeconds(
    listDescendants(process.ppid)
      .filter(({ command }) => command.includes("scripts/server.mjs"))
      .map(({ pid }) => pid),
  );

const database = new pg.Client({ connectionString: DATABASE });

async function readTransactions(): Promise<number> {
  await sleep(COUNTED_AFTER);
  const { rows } = await database.query(
    "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.xact_commit);
}

/** Milliseconds after the answer to a write until an instance shows it. */
async function measureDelay(other: string, cookie: string): Promise<number> {
  const id = randomUUID();
  const claim = {
    ...{ id, zone: SLUG, field: "electricity", value: "available", asOf: "2026-11-01" },
    ...{ sourceId: "geonames", note: null, origin: "independent", confidence: "high" },
  };
  const response = await fetch(`${BASE}/api/v1/claims`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: BASE, cookie },
    body: JSON.stringify({ claims: [claim] }),
  });
  if (response.status !== 201) throw new Error(`A write got ${response.status}`);
  const startedAt = performance.now();
  for (;;) {
    const text = await (await fetch(`${other}/api/v1/zones/${SLUG}`)).text();
    if (text.includes(id)) return performance.now() - startedAt;
  }
}

async function measure(address: string, instances: readonly string[], cookie: string) {
  const rate = async (path: string, headers: Record<string, string> = {}) => {
    for (const url of instances) await (await fetch(url + path, { headers })).arrayBuffer();
    return measureRate(address + path, { connections: CONNECTIONS, headers });
  };
  const transactions = await readTransactions();
  const before = readServerSeconds();
  const startedAt = performance.now();
  const list = await rate(LIST);
  const seconds = (performance.now() - startedAt) / 1000;
  const used = readServerSeconds() - before;
  const page = await rate("/", { "accept-encoding": "gzip" });
  const made = (await readTransactions()) - transactions;
  // What is made for a person who is signed in is not kept.
  const own = await rate(LIST, { cookie });
  const delays: number[] = [];
  const last = instances.at(-1);
  for (let i = 0; last !== undefined && instances.length > 1 && i < WRITES; i++)
    delays.push(await measureDelay(last, cookie));
  const perSecond = (count: number) => `${count.toFixed(0)}/s`;
  return [
    ...[String(instances.length), perSecond(list), perSecond((list * seconds) / used)],
    ...[perSecond(page), perSecond(own), made.toFixed(0)],
    delays.length === 0
      ? "-"
      : `${median(delays).toFixed(0)}, ${Math.max(...delays).toFixed(0)} ms`,
  ];
}

const { dir, remove } = createTemporaryFolder("bench-instances");
const launchers: ReturnType<typeof startLauncher>[] = [];
const instances = [BASE];
try {
  await database.connect();
  const admin = {
    email: process.env.BENCH_ADMIN_EMAIL ?? "",
    password: process.env.BENCH_ADMIN_PASSWORD ?? "",
  };
  const cookie = await signIn({ address: BASE, admin } as Parameters<typeof signIn>[0]);
  const rows = [];
  for (;;) {
    const balancer = await startBalancer(dir, instances);
    try {
      rows.push(await measure(balancer.address, instances, cookie));
    } finally {
      await balancer.stop();
    }
    if (instances.length === MOST) break;
    const port = String(await findFreePort());
    const launcher = startLauncher({
      ...{ PORT: port, DATABASE_URL: DATABASE, DATA_DIR: path.join(dir, port) },
      ...{ LOG_LEVEL: "error", READS_PER_MINUTE: "0", WRITES_PER_MINUTE: "0" },
    });
    launchers.push(launcher);
    await launcher.ready;
    instances.push(`http://localhost:${port}`);
  }
  console.log(`\nInstances on one database behind HAProxy, by ${CONNECTIONS} connections`);
  const head = [
    ...["instances", "list", "for 1 s of a processor", "page /", "list, signed in"],
    ...["transactions", "shown elsewhere: median, most"],
  ];
  console.log(formatColumns([head, ...rows]));
} finally {
  await Promise.all(launchers.map((launcher) => launcher.stop()));
  await database.end();
  remove();
}
