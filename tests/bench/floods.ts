// Measures how long readers wait behind nginx while another client asks too much, beside a quiet time in the same run.
import { execFileSync, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { startNginx } from "../support/nginx";
import { formatColumns, median } from "./measure";
import { BASE } from "./site";

/** At most, for the median of a reader's waits beside that of a quiet time. */
const MAX_RATIO = 3;
const ROUNDS = 3;
const READS = 40;
/** Milliseconds between two requests of a reader, and until a flood is at its height. */
const PAUSE_MS = 50;
const SETTLE_MS = 2_000;

const FLOOD = "tests/bench/flood.mjs";
const kinds: string[] = JSON.parse(execFileSync(process.execPath, [FLOOD], { encoding: "utf8" }));
const PATHS = ["/", "/zones", "/zones/rashakai-sez", "/readiness", "/api/v1/zones?province=sindh"];

const nginx = await startNginx(Number(new URL(BASE).port));

/** The median of a reader's waits, in milliseconds. @throws if an answer is not 200 */
async function read(): Promise<number> {
  const waits: number[] = [];
  for (let i = 0; i < READS; i++) {
    const startedAt = performance.now();
    const response = await fetch(nginx.address + PATHS[i % PATHS.length]);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`A reader got ${response.status}.`);
    waits.push(performance.now() - startedAt);
    await sleep(PAUSE_MS);
  }
  return median(waits);
}

let isMissed = false;
try {
  await read();
  const rows = [["", ...Array.from({ length: ROUNDS }, (_, at) => `run ${at + 1}`)]];
  for (const kind of kinds) {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const quiet = await read();
      const flood = spawn(process.execPath, [FLOOD, kind, new URL(nginx.address).port]);
      await sleep(SETTLE_MS);
      ratios.push((await read()) / quiet);
      flood.kill();
      await sleep(SETTLE_MS);
    }
    isMissed ||= Math.max(...ratios) > MAX_RATIO;
    rows.push([kind, ...ratios.map((ratio) => `×${ratio.toFixed(1)}`)]);
  }
  console.log("\nMedian wait of a reader behind nginx, beside a quiet time before it");
  console.log(formatColumns(rows));
  console.log(`  Goal: at most ×${MAX_RATIO} in each: ${isMissed ? "MISSED" : "met"}`);
} finally {
  await nginx.stop();
}
if (isMissed) process.exitCode = 1;
