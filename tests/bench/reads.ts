// Measures reading from the server: hot answers a second by one connection and by 16, against a bare server on the same
// database in the same run; pages against an empty route of Next; answers that nobody asked for before; and the processor time
// of 304. BENCH_BASE_URL is the server, BENCH_DATABASE_URL its database, BENCH_METRICS_TOKEN opens its metrics.
import autocannon from "autocannon";
import { withBareServer } from "./bare-server";
import { formatColumns, median } from "./measure";

const BASE = process.env.BENCH_BASE_URL ?? "";
const TOKEN = process.env.BENCH_METRICS_TOKEN ?? "";
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const CONNECTIONS = [1, 16];
const COLD_ANSWERS = 40;
const SLUG = "rashakai-sez";
/** An answer of Next with nothing in it but a word. */
const EMPTY_ROUTE = "/api/health/live";

/** The same work here and on the bare server. */
const WORKS = [
  { name: "list", ours: "/api/v1/zones?limit=1000", bare: "/list" },
  { name: "one zone", ours: `/api/v1/zones/${SLUG}`, bare: `/zone?slug=${SLUG}` },
  { name: "points", ours: "/api/v1/zones.geojson?fields=name,status", bare: "/points" },
  { name: "CSV", ours: "/api/v1/zones.csv", bare: "/csv" },
];

/** Answers a second. @throws if one is not what was asked for */
async function measureRate(
  url: string,
  connections: number,
  headers: Record<string, string> = {},
  status = 200,
): Promise<number> {
  const { requests, statusCodeStats } = await autocannon({
    url,
    connections,
    duration: SECONDS,
    headers,
  });
  const [others] = Object.keys(statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (others !== undefined) throw new Error(`${url} got ${others}`);
  return requests.average;
}

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

await withBareServer("tests/bench/bare-reads.mjs", async (bare) => {
  const rows = [];
  for (const { name, ours, bare: path } of WORKS) {
    for (const connections of CONNECTIONS) {
      await measureRate(`${BASE}${ours}`, connections);
      const tracker = await measureRate(`${BASE}${ours}`, connections);
      const other = await measureRate(`${bare}${path}`, connections);
      rows.push([
        `${name}, ${connections} connections`,
        perSecond(tracker),
        perSecond(other),
        times(tracker, other),
      ]);
    }
  }
  console.log("\nHot answers a second; × is the ratio to a bare server on the same database");
  console.log(formatColumns([["", "tracker", "bare", "ratio"], ...rows]));

  const empty = await measureRate(`${BASE}${EMPTY_ROUTE}`, 16);
  const pages = [["empty route of Next", perSecond(empty), "×1.00", ""]];
  for (const path of ["/", "/overview", `/zones/${SLUG}`]) {
    for (const encoding of ["identity", "gzip"]) {
      const rate = await measureRate(`${BASE}${path}`, 16, { "accept-encoding": encoding });
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

  const list = `${BASE}${WORKS[0]?.ours}`;
  const etag = (await fetch(list)).headers.get("etag") ?? "";
  const before = await readServerSeconds();
  const rate = await measureRate(list, 16, { "if-none-match": etag }, 304);
  const used = (await readServerSeconds()) - before;
  const each = (used * 1000) / (rate * SECONDS);
  console.log(`\n304: ${perSecond(rate)} a second, ${each.toFixed(3)} ms of the processor each`);
});
