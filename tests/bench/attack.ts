// How long readers wait while one client attacks: the median of reads at rest, then under each attack, in one run. The
// attacker and the readers have addresses of their own, as behind a proxy. BENCH_BASE_URL is the server.

import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { formatColumns, formatTime, median, percentile95 } from "./measure";

const BASE = new URL(process.env.BENCH_BASE_URL ?? "");
const READS = 60;
/** A reader may wait this many times as long under attack, by the median. */
const MAX_RATIO = 3;
const READER = "198.51.100.7";
const ATTACKER = "203.0.113.66";

const ADDRESSES = [
  "/api/v1/zones?fields=name,status",
  "/api/v1/zones/rashakai-sez",
  "/zones/rashakai-sez",
];

const readAt = async (path: string, from: string, init: RequestInit = {}): Promise<number> => {
  const headers = { "x-forwarded-for": from, ...init.headers };
  const response = await fetch(new URL(path, BASE), { ...init, headers });
  await response.arrayBuffer();
  return response.status;
};

/** Milliseconds of each of the readers' requests, one after the other. */
async function measureReaders(): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < READS; i++) {
    const startedAt = performance.now();
    const status = await readAt(ADDRESSES[i % ADDRESSES.length] ?? "/", READER);
    if (status !== 200) throw new Error(`A reader got ${status} instead of 200.`);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** Repeats a request with some at once until it is stopped; refusals are what the server should give. */
function flood(atOnce: number, send: (i: number) => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let sent = 0;
  const senders = Array.from({ length: atOnce }, async () => {
    while (!stopped) {
      await send(sent++).catch(() => wait(20));
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(senders);
  };
}

/** Connections that send a part of a request and then nothing. */
function holdSockets(count: number): () => Promise<void> {
  const sockets = Array.from({ length: count }, () => {
    const socket = net.connect(Number(BASE.port), BASE.hostname);
    socket.on("error", () => {});
    socket.write(`GET / HTTP/1.1\r\nHost: ${BASE.host}\r\n`);
    return socket;
  });
  return async () => {
    for (const socket of sockets) socket.destroy();
  };
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", origin: BASE.origin },
  body: JSON.stringify(body),
});

const ATTACKS: Readonly<Record<string, () => () => Promise<void>>> = {
  "200 sign-ins at once": () =>
    flood(200, (i) =>
      readAt(
        "/api/auth/sign-in/email",
        ATTACKER,
        json({ email: `person-${i}@example.org`, password: "a wrong password" }),
      ),
    ),
  "workbooks of all zones": () =>
    flood(20, (i) => readAt(`/api/v1/zones.xlsx?scope=all&readinessMin=${i % 50}`, ATTACKER)),
  "the whole history": () =>
    flood(20, (i) =>
      readAt(`/api/v1/history?asOf=2024-01-${String(1 + (i % 28)).padStart(2, "0")}`, ATTACKER),
    ),
  "100 parameters of 2,000 characters": () => {
    const query = Array.from({ length: 100 }, (_, i) => `p${i}=${"x".repeat(60)}`).join("&");
    return flood(20, (i) => readAt(`/api/v1/zones?${query}&q=${i}`, ATTACKER));
  },
  "past days without end": () =>
    flood(20, (i) => readAt(`/?asOf=20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`, ATTACKER)),
  "200 open requests that say nothing": () => holdSockets(200),
  "40 streams": () =>
    flood(40, () => readAt("/api/v1/stream", ATTACKER, { signal: AbortSignal.timeout(2_000) })),
};

for (const path of ADDRESSES) await readAt(path, READER);
await measureReaders();
const atRest = median(await measureReaders());
const rows: string[][] = [["readers, at rest", formatTime(atRest), ""]];
let tooSlow = false;
for (const [name, attack] of Object.entries(ATTACKS)) {
  const stop = attack();
  await wait(1_000);
  const times = await measureReaders();
  await stop();
  await wait(1_000);
  const middle = median(times);
  tooSlow ||= middle > MAX_RATIO * atRest;
  rows.push([name, formatTime(middle, atRest), `95 %: ${formatTime(percentile95(times), atRest)}`]);
}
console.log(`Readers under attack, median of ${READS} reads (at most ×${MAX_RATIO}):`);
console.log(formatColumns(rows));
if (tooSlow) process.exitCode = 1;
