// Prints a row on a registry: how long the server took to start, how long it takes to load, with the longest time in which
// nothing else can run, the memory, and the median time of lists that are not cached. BENCH_BASE_URL is the server,
// BENCH_DATABASE_URL its database, BENCH_START_MS how long it started and BENCH_MAKE_MS how long its zones were made.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { closeDatabase } from "@/lib/server/database/db";
import { currentView } from "@/lib/server/registry/registry-at";
import { registryStore } from "@/lib/server/registry/store";
import { median } from "./measure";

const { BENCH_BASE_URL, BENCH_DATABASE_URL, BENCH_START_MS, BENCH_MAKE_MS } = process.env;
const LISTS = 21;
const COLUMNS = [
  ...["zones", "claims", "made in", "start", "load", "processor", "longest task"],
  ...["a zone", "a claim", "peak", "list p50"],
];

const print = (cells: readonly string[]) =>
  console.log(`  ${cells.map((cell) => cell.padStart(12)).join(" ")}`);

/** The median of the milliseconds to the end of an answer; each list begins at another zone. */
async function measureList(): Promise<number> {
  const times: number[] = [];
  for (let offset = 0; offset < LISTS; offset++) {
    const startedAt = performance.now();
    const response = await fetch(`${BENCH_BASE_URL}/api/v1/zones?limit=100&offset=${offset}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`The list got ${response.status}`);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes on the heap that something refers to. */
function measureHeap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

if (process.argv[2] === "head") print(COLUMNS);
else {
  process.env.DATABASE_URL = BENCH_DATABASE_URL;
  const list = await measureList();
  const before = measureHeap();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const cpu = process.cpuUsage();
  delay.enable();
  const startedAt = performance.now();
  const view = await currentView();
  const load = performance.now() - startedAt;
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS / 1024;
  const bytes = measureHeap() - before;
  const { zones, claims } = view.facts;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  print([
    String(zones.length),
    String(claims.length),
    seconds(Number(BENCH_MAKE_MS)),
    seconds(Number(BENCH_START_MS)),
    seconds(load),
    seconds((user + system) / 1_000),
    `${(delay.max / 1e6).toFixed(0)} ms`,
    `${(bytes / zones.length / 1024).toFixed(1)} KB`,
    `${(bytes / claims.length).toFixed(0)} B`,
    `${peak.toFixed(0)} MB`,
    `${list.toFixed(0)} ms`,
  ]);
  await registryStore().stop();
  await closeDatabase();
}
