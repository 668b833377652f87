import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withTimeout } from "../../../lib/server/database/with-timeout";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("work that makes no progress is given up as a database that is away", async () => {
  const late = withTimeout(() => new Promise(() => {}), 1_000).catch((error) => error.code);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await late).toBe("ETIMEDOUT");
});

test("work may take longer than the time while it makes progress", async () => {
  let step = () => {};
  const ended = vi.fn();
  void withTimeout((onProgress) => {
    step = onProgress;
    return new Promise(() => {});
  }, 1_000).catch(ended);
  for (let second = 0; second < 5; second++) {
    await vi.advanceTimersByTimeAsync(900);
    step();
  }
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ended).toHaveBeenCalled();
});
