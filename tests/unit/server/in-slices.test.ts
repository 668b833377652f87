import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPauses, runInSlices } from "@/lib/server/in-slices";

/** Longer than a slice. */
const LONG_MS = 25;

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test("other work goes on between long steps, and not between short ones", async () => {
  const seen: string[] = [];
  const steps = function* (ms: number) {
    for (const name of ["one", "two"]) {
      seen.push(name);
      work(ms);
      yield;
    }
    return "done";
  };
  const others = async () => {
    await nextTurn();
    seen.push("other");
  };
  const [, result] = await Promise.all([others(), runInSlices(steps(LONG_MS))]);
  expect(result).toBe("done");
  expect(seen.slice(0, 3)).toEqual(["one", "other", "two"]);
  seen.length = 0;
  await Promise.all([others(), runInSlices(steps(0))]);
  expect(seen).toEqual(["one", "two", "other"]);
});

test("a pause is due after a slice, and onPause is called before it", async () => {
  const told: string[] = [];
  const pauseIfDue = createPauses(() => told.push("pause"));
  expect(pauseIfDue()).toBeUndefined();
  work(LONG_MS);
  const pause = pauseIfDue();
  expect(told).toEqual(["pause"]);
  await pause;
  expect(pauseIfDue()).toBeUndefined();
});
