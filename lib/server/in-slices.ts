import "server-only";
import { setImmediate as letOthers } from "node:timers/promises";
import type { Facts } from "@/lib/evidence/ledger-records";
import { finish } from "@/lib/evidence/steps";

/** Milliseconds of work before other requests get their turn. */
const SLICE_MS = 20;

/**
 * Pauses for long work: each call lets requests of other kinds go on if the last pause was long enough ago.
 * @param onPause called before each pause
 * @returns undefined where no pause is due, so that short steps need not wait
 */
export function createPauses(onPause?: () => void): () => Promise<void> | undefined {
  let since = performance.now();
  const pause = async () => {
    onPause?.();
    await letOthers();
    since = performance.now();
  };
  return () => (performance.now() - since < SLICE_MS ? undefined : pause());
}

/**
 * The result of long work, during which requests of other kinds go on.
 * @param onSlice called before each pause
 */
export async function runInSlices<T>(
  steps: Iterator<unknown, T>,
  onSlice?: () => void,
): Promise<T> {
  const pauseIfDue = createPauses(onSlice);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pause = pauseIfDue();
    if (pause) await pause;
  }
}

/**
 * The most zones for which work is done at once, which takes milliseconds. Next orders what a page sends by what is ready
 * first, so a pause that depends on the time would give equal requests other bytes.
 */
const MOST_AT_ONCE = 1_000;

/** The result of work on a registry; for many zones, requests of other kinds go on meanwhile. */
export async function runFor<T>(
  { facts }: { readonly facts: Pick<Facts, "zones"> },
  steps: Iterator<unknown, T>,
): Promise<T> {
  return facts.zones.length > MOST_AT_ONCE ? runInSlices(steps) : finish(steps);
}
