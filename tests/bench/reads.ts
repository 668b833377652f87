// Measures pages against an empty route of Next, answers that nobody asked for before, and the processor time of 304.
// BENCH_BASE_URL is the server, BENCH_METRICS_TOKEN opens its metrics.
import { formatColumns, median } from "./measure";
import { EMPTY_ROUTE, LIST, measureRate, RATE_SECONDS } from "./rates";

const BASE = process.env.BENCH_BASE_URL ?? "";
const TOKEN = process.env.BENCH_METRICS_TOKEN ?? "";
const CONNECTIONS = 16;
const COLD_ANSWERS = 40;
const SLUG = "rashakai-sez";

/** Milliseconds from request to the end of an answer that nobody has asked for since the last revision. */
async function measureCold(path: (number: number) => string): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < COLD_ANSWERS; number++) {
    const startedAt = performance.now();
    const response = await fetch(`${BASE}${path(number)}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path(number)} got ${response.status}`);
    times.push(performance.now() - startedAt);
  }
  // The first ones compile.
  return median(times.slice(COLD_ANSWERS / 4));
}

/** Seconds that the server has used of the processor. */
async function readServerSeconds(): Promise<number> {
  const response = await fetch(`${BASE}/metrics`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const text = await response.text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

const perSecond = (rate: number) => rate.toFixed(0);
const times = (rate: number, base: number) => `×${(rate / base).toFixed(2)}`;

const empty = await measureRate(`${BASE}${EMPTY_ROUTE}`, { connections: CONNECTIONS });
const pages = [["empty route of Next", perSecond(empty), "×1.00", ""]];
for (const path of ["/", "/overview", `/zones/${SLUG}`]) {
  for (const encoding of ["identity", "gzip"]) {
    const rate = await measureRate(`${BASE}${path}`, {
      connections: CONNECTIONS,
      headers: { "accept-encoding": encoding },
    });
    const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString();
    const cold =
      encoding === "identity"
        ? await measureCold((number) => `${path}?asOf=${day(number).slice(0, 10)}`)
        : null;
    const coldText = cold === null ? "" : `${cold.toFixed(1)} ms`;
    pages.push([`${path} ${encoding}`, perSecond(rate), times(rate, empty), coldText]);
  }
}
console.log("\nPages a second by 16 connections, and cold: a past day that nobody asked for");
console.log(formatColumns([["", "a second", "ratio", "cold"], ...pages]));

const list = `${BASE}${LIST}`;
const etag = (await fetch(list)).headers.get("etag") ?? "";
const before = await readServerSeconds();
const rate = await measureRate(list, {
  connections: CONNECTIONS,
  headers: { "if-none-match": etag },
  status: 304,
});
const used = (await readServerSeconds()) - before;
const each = (used * 1000) / (rate * RATE_SECONDS);
console.log(`\n304: ${perSecond(rate)} a second, ${each.toFixed(3)} ms of the processor each`);
