// Measures how long readers wait while files of past days are made, by the instance that they ask and by another one on the
// same database, as a bound for what a thread or a process of its own for such work could bring. BENCH_BASE_URL is the first
// instance, BENCH_DATABASE_URL its database.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addDays } from "@/lib/time/day";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";
import { startLauncher } from "@/scripts/lib/run-command.mjs";
import { formatColumns, median, percentile95 } from "./measure";

const BASE = process.env.BENCH_BASE_URL ?? "";
const DATABASE = process.env.BENCH_DATABASE_URL ?? "";
const SECONDS = 20;
/** Between two lists of a reader, in milliseconds. */
const PAUSE_MS = 50;
const LAST_DAY = "2026-11-20";

let asked = 0;

/** Milliseconds until a list is answered that nobody asked for before. */
async function readList(): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${BASE}/api/v1/zones?limit=100&offset=${asked++}`);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`A list got ${response.status}`);
  return performance.now() - startedAt;
}

/** Asks one instance for files of one past day after another until `isOver`. @returns how many it gave */
async function readFiles(instance: string, isOver: () => boolean): Promise<number> {
  let files = 0;
  while (!isOver()) {
    const response = await fetch(
      `${instance}/api/v1/zones.csv?asOf=${addDays(LAST_DAY, -asked++ % 3_000)}`,
    );
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`A file got ${response.status}`);
    files += 1;
  }
  return files;
}

async function measure(name: string, instance: string | null): Promise<string[]> {
  const until = performance.now() + SECONDS * 1_000;
  const isOver = () => performance.now() >= until;
  const files = instance === null ? Promise.resolve(0) : readFiles(instance, isOver);
  const times: number[] = [];
  while (!isOver()) {
    times.push(await readList());
    await sleep(PAUSE_MS);
  }
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  return [
    name,
    ...[median(times), percentile95(times), Math.max(...times)].map(ms),
    String(await files),
  ];
}

const { dir, remove } = createTemporaryFolder("bench-heavy");
const port = String(await findFreePort());
const other = startLauncher({
  ...{ PORT: port, DATABASE_URL: DATABASE, DATA_DIR: path.join(dir, port) },
  ...{ LOG_LEVEL: "error", READS_PER_MINUTE: "0" },
});
try {
  await other.ready;
  const rows = [
    await measure("nobody", null),
    await measure("the same instance", BASE),
    await measure("another instance", `http://localhost:${port}`),
  ];
  console.log(`\nLists while files of past days are made, for ${SECONDS} seconds each`);
  console.log(formatColumns([["files made by", "median", "95th", "longest", "files"], ...rows]));
} finally {
  await other.stop();
  remove();
}
