import "server-only";
import { setImmediate as letOthers } from "node:timers/promises";

/** Milliseconds of work before other requests get their turn. */
const SLICE_MS = 20;

/**
 * The result of long work, during which requests of other kinds go on.
 * @param onSlice called before each pause
 */
export async function runInSlices<T>(
  steps: Iterator<unknown, T>,
  onSlice?: () => void,
): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    onSlice?.();
    await letOthers();
    since = performance.now();
  }
}
