import fs from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** How often the event loop is looked at, in milliseconds. */
const SAMPLE_MS = 5;

/** A time in which the event loop did not turn, in milliseconds. */
interface Turn {
  readonly from: number;
  readonly to: number;
  /** Time of the processor that this thread had. */
  readonly used: number;
}

/** Milliseconds of the processor that the main thread has had; where the system does not say, those of the clock. */
function openThreadClock(): () => number {
  const file = `/proc/${process.pid}/task/${process.pid}/schedstat`;
  if (!fs.existsSync(file)) return () => performance.now();
  return () => Number(fs.readFileSync(file, "latin1").split(" ")[0]) / 1e6;
}

/**
 * The longest time in which some work lets nothing else in this thread run, in milliseconds of the processor: other programs
 * on the machine lengthen the time on the clock, not this one. Collecting garbage is left out, because it depends on
 * everything that was done before.
 */
export async function measureLongestTask(work: () => Promise<unknown>): Promise<number> {
  const clock = openThreadClock();
  const turns: Turn[] = [];
  const collections: { readonly from: number; readonly to: number }[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      collections.push({ from: startTime, to: startTime + duration });
  });
  observer.observe({ entryTypes: ["gc"] });
  await sleep(2 * SAMPLE_MS);
  let [at, used] = [performance.now(), clock()];
  const timer = setInterval(() => {
    const [now, usedNow] = [performance.now(), clock()];
    turns.push({ from: at, to: now, used: usedNow - used });
    [at, used] = [now, usedNow];
  }, SAMPLE_MS);
  try {
    await work();
    await sleep(4 * SAMPLE_MS);
  } finally {
    clearInterval(timer);
    observer.disconnect();
  }
  const worked = turns.map(({ from, to, used: own }) => {
    const collected = collections
      .map((one) => Math.max(0, Math.min(one.to, to) - Math.max(one.from, from)))
      .reduce((sum, ms) => sum + ms, 0);
    // A collection, too, had only its share of the processor.
    return own * (1 - Math.min(1, collected / (to - from)));
  });
  return Math.max(0, ...worked);
}

/** How many rows the fixed task sorts and writes. */
const FIXED_ROWS = 45_000;

/**
 * Work that is the same each time, some 50 ms on an idle machine: rows are made, sorted, written as JSON and read again. Times
 * are compared with it, because a slower machine takes longer for both.
 */
export function doFixedTask(): void {
  const rows = Array.from({ length: FIXED_ROWS }, (_, at) => ({
    slug: `zone-${(at * 7919) % (FIXED_ROWS + 1)}`,
    at,
  })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  JSON.parse(JSON.stringify(rows));
}

/**
 * How long a fixed task takes here and now, in milliseconds of the processor: the median of 5. It takes about 50 ms on an idle
 * machine, and more on a slower one or where many programs run, as all other work does.
 */
export async function measureFixedTask(): Promise<number> {
  const times: number[] = [];
  for (let tried = 0; tried < 5; tried += 1)
    times.push(await measureLongestTask(async () => doFixedTask()));
  return times.sort((a, b) => a - b)[2] ?? 0;
}
