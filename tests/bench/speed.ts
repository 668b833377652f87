// Measures requests beside an empty route and an empty page of Next, and one claim beside a bare insert. The ratios are of one
// run, so they depend little on the machine.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";
import { hasNginx, startNginx } from "../support/nginx";
import { formatColumns, median, percentile95 } from "./measure";
import { BASE, type Cost, get, measureCost, openDesk, readMetrics } from "./site";

const REQUESTS = 200;
const COLD_REQUESTS = 20;
/** Milliseconds between requests to nginx that are compared. */
const PAUSE_MS = 100;
/** Milliseconds after a claim until the server is quiet again. */
const SETTLE_MS = 2_000;
/** At most, for a list with a new query in processor time of an empty route. */
const MAX_RATIO = 1.5;

/** What readers ask for in a mixed minute: half pages, half data. */
const MIX = [
  ...[
    "/",
    "/zones",
    "/zones?province=sindh",
    "/readiness",
    "/firms",
    "/news",
    "/data",
    "/ur/zones",
  ],
  ...[
    "rashakai-sez",
    "dhabeji-sez",
    "hattar-sez",
    "m-3-industrial-city",
    "bin-qasim-industrial-park",
  ].flatMap((zone) => [`/zones/${zone}`, `/api/v1/zones/${zone}`, `/api/v1/zones/${zone}/claims`]),
  ...["/api/v1/zones", "/api/v1/zones?province=punjab", "/api/v1/events", "/api/v1/zones.geojson"],
  ...["/method", "/sources", "/embed/map", "/api/v1/zones.csv"],
];
const MIXED_PER_SECOND = 59;
const MIXED_SECONDS = 40;
/** At most, of a core, with one claim a second. */
const MAX_CORES = 0.75;

/** Answers behind nginx that are kept there. */
const KEPT = [
  "/api/v1/zones",
  "/zones/rashakai-sez",
  "/api/v1/zones/rashakai-sez",
  "/api/v1/zones.csv",
];
/** At least, of the requests in the time that a file of the same bytes takes. */
const MIN_OF_FILE = 0.9;

const record = await openDesk();
const port = await findFreePort();
const bare = `http://127.0.0.1:${port}`;
// Without this process's flags, one of which gives Next another React.
const server = fork(
  "tests/bench/bare-server.mjs",
  [process.env.BENCH_DATABASE_URL ?? "", String(port)],
  { execArgv: [] },
);
const rows: string[][] = [];

const add = (name: string, cost: Cost, base: Cost): number => {
  const ratio = cost.cpuMs / base.cpuMs;
  rows.push([
    name,
    `${cost.cpuMs.toFixed(2)} ms ×${ratio.toFixed(2)}`,
    `${cost.ms.toFixed(1)} ms ×${(cost.ms / base.ms).toFixed(2)}`,
  ]);
  return ratio;
};
const measure = (ask: (number: number) => Promise<unknown>) => measureCost(REQUESTS, ask);
const measureBare = (ask: (number: number) => Promise<unknown>) =>
  measureCost(REQUESTS, ask, async () => Number(await get(`${bare}/cpu`)));

/**
 * Asks for the mix at its pace while one claim is recorded each second.
 * @returns the part of a core that the server takes, and the waits of readers in milliseconds
 */
async function measureMix(): Promise<{ readonly cores: number; readonly waits: number[] }> {
  for (let i = 0; i < 3; i++) for (const path of MIX) await get(BASE + path);
  const waits: number[] = [];
  const pending: Promise<unknown>[] = [];
  const ask = async (path: string) => {
    const startedAt = performance.now();
    await get(BASE + path);
    waits.push(performance.now() - startedAt);
  };
  const startedAt = performance.now();
  const before = (await readMetrics()).cpuMs;
  for (let i = 0; i < MIXED_SECONDS * MIXED_PER_SECOND; i++) {
    await sleep(Math.max(0, startedAt + (i * 1000) / MIXED_PER_SECOND - performance.now()));
    pending.push(ask(MIX[i % MIX.length] ?? "/"));
    if (i % MIXED_PER_SECOND === 0) pending.push(record(BASE, i));
  }
  await Promise.all(pending);
  const cpuMs = (await readMetrics()).cpuMs - before;
  return { cores: cpuMs / (performance.now() - startedAt), waits };
}

/** Records claims, and after each, once the server is quiet again, asks for a page. */
async function measureAfterClaims(path: string): Promise<Cost> {
  const times: number[] = [];
  let cpuMs = 0;
  for (let i = 0; i < COLD_REQUESTS; i++) {
    await record(BASE, i);
    await sleep(SETTLE_MS);
    const before = (await readMetrics()).cpuMs;
    const startedAt = performance.now();
    await get(BASE + path);
    times.push(performance.now() - startedAt);
    cpuMs += (await readMetrics()).cpuMs - before;
  }
  return { cpuMs: cpuMs / COLD_REQUESTS, ms: median(times) };
}

/**
 * Asks nginx for answers that it keeps and for files of the same bytes, in turn.
 * @returns for each path its median time and that of the file, in milliseconds
 */
async function measureBehindNginx() {
  const { dir, remove } = createTemporaryFolder("files");
  const nginx = await startNginx(Number(new URL(BASE).port), undefined, dir);
  const read = async (path: string) => {
    const startedAt = performance.now();
    const response = await fetch(nginx.address + path, {
      headers: { "accept-encoding": "identity" },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${path} got ${response.status}.`);
    return { bytes, ms: performance.now() - startedAt };
  };
  try {
    const found: { readonly path: string; readonly ms: number; readonly fileMs: number }[] = [];
    for (const [i, path] of KEPT.entries()) {
      writeFileSync(`${dir}/${i}`, (await read(path)).bytes);
      const [own, file]: [number[], number[]] = [[], []];
      for (let n = 0; n < REQUESTS; n++) {
        // The first request after a pause is slower, whatever it asks for.
        await read(`/file/${i}`);
        const pair = [
          async () => own.push((await read(path)).ms),
          async () => file.push((await read(`/file/${i}`)).ms),
        ];
        for (const ask of n % 2 === 0 ? pair : pair.reverse()) await ask();
        // nginx refuses one address that asks faster.
        await sleep(PAUSE_MS);
      }
      found.push({ path, ms: median(own), fileMs: median(file) });
    }
    return found;
  } finally {
    await nginx.stop();
    remove();
  }
}

let isMissed = false;
try {
  await Promise.race([
    once(server, "message"),
    once(server, "exit").then(() => Promise.reject(new Error("The bare server did not start."))),
  ]);
  const route = await measureBare(() => get(`${bare}/empty`));
  add("an empty route of Next", route, route);
  add("the tracker's empty route", await measure(() => get(`${BASE}/api/health/live`)), route);
  const list = await measure((i) => get(`${BASE}/api/v1/zones?limit=100&readinessMin=${i / 4}`));
  isMissed = !(add("list with a new query", list, route) <= MAX_RATIO);
  const page = await measureBare(() => get(bare));
  add("an empty page of Next", page, page);
  for (const path of ["/zones", "/zones/rashakai-sez"]) {
    add(`${path}, kept`, await measure(() => get(BASE + path)), page);
    add(
      `${path}, not kept`,
      await measure((i) => get(`${BASE}${path}?coverageMin=${i / 1000}`)),
      page,
    );
  }
  add("/, after a claim", await measureAfterClaims("/"), page);
  const insert = await measureBare((i) => record(bare, i));
  add("one claim, a bare insert", insert, insert);
  add("one claim", await measure((i) => record(BASE, i)), insert);
} finally {
  server.kill();
}
const behind = hasNginx() ? await measureBehindNginx() : [];
const { cores, waits } = await measureMix();
console.log("\nRequests one after the other; × is the ratio to the empty one above it");
console.log(formatColumns([["", "CPU of the server", "time, median"], ...rows]));
console.log(`  Goal: list with a new query ≤ ×${MAX_RATIO} in CPU: ${isMissed ? "MISSED" : "met"}`);
for (const { path, ms, fileMs } of behind) {
  const share = fileMs / ms;
  isMissed ||= share < MIN_OF_FILE;
  console.log(
    `  Behind nginx ${path}: ${ms.toFixed(2)} ms, a file of its bytes ${fileMs.toFixed(2)} ms: ×${share.toFixed(2)} of its speed. Goal: ≥ ${MIN_OF_FILE}: ${share < MIN_OF_FILE ? "MISSED" : "met"}`,
  );
}
console.log(
  `  ${MIXED_PER_SECOND} mixed requests a second with one claim a second: ${cores.toFixed(2)} of a core, median ${median(waits).toFixed(0)} ms, 95 % under ${percentile95(waits).toFixed(0)} ms. Goal: ≤ ${MAX_CORES}: ${cores > MAX_CORES ? "MISSED" : "met"}`,
);
isMissed ||= cores > MAX_CORES;
if (isMissed) process.exitCode = 1;
