import { expect, test, vi } from "vitest";
import { coalesceRuns } from "../../../lib/server/queue/queue";

const log = vi.hoisted(() => ({ debug: vi.fn(), warn: vi.fn() }));
vi.mock("../../../lib/server/log/log", () => ({ log }));

/** Work whose runs end when they are told to. */
function startWork() {
  const ends: ((error?: Error) => void)[] = [];
  const ask = coalesceRuns(
    () =>
      new Promise<void>((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()));
      }),
    "It failed",
  );
  const end = async (error?: Error) => {
    ends.at(-1)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, end, count: () => ends.length };
}

test("what is asked for during a run follows it once", async () => {
  const { ask, end, count } = startWork();
  for (let n = 0; n < 3; n++) ask();
  expect(count()).toBe(1);
  await end();
  expect(count()).toBe(2);
  await end();
  expect(count()).toBe(2);
  ask();
  expect(count()).toBe(3);
});

test("a run that fails does not prevent the next one, and warns unless the database is away", async () => {
  const { ask, end, count } = startWork();
  ask();
  await end(Object.assign(new Error("away"), { code: "ECONNREFUSED" }));
  expect(log.debug).toHaveBeenCalledOnce();
  ask();
  expect(count()).toBe(2);
  await end(new Error("a fault"));
  expect(log.warn).toHaveBeenCalledOnce();
});
