// Measures requests beside an empty route and an empty page of Next, and one claim beside a bare insert. The ratios are of one
// run, so they depend little on the machine.
import { fork } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "@/scripts/lib/ports.mjs";
import { formatColumns } from "./measure";
import { BASE, type Cost, get, measureCost, openDesk } from "./site";

const REQUESTS = 200;
/** At most, for a list with a new query in processor time of an empty route. */
const MAX_RATIO = 1.5;

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
  const insert = await measureBare((i) => record(bare, i));
  add("one claim, a bare insert", insert, insert);
  add("one claim", await measure((i) => record(BASE, i)), insert);
} finally {
  server.kill();
}
console.log("\nRequests one after the other; × is the ratio to the empty one above it");
console.log(formatColumns([["", "CPU of the server", "time, median"], ...rows]));
console.log(`  Goal: list with a new query ≤ ×${MAX_RATIO} in CPU: ${isMissed ? "MISSED" : "met"}`);
if (isMissed) process.exitCode = 1;
