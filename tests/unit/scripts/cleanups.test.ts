import { afterEach, expect, test, vi } from "vitest";
import { createCleanups } from "../../../scripts/lib/cleanups.mjs";

afterEach(() => vi.restoreAllMocks());

test("the last step is undone first, and a step that fails changes the exit code", async () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  const order: string[] = [];
  const cleanups = createCleanups();
  cleanups.add(() => order.push("lock"));
  cleanups.add(async () => {
    throw new Error("The database did not stop.");
  });
  cleanups.add(() => order.push("server"));
  expect(await cleanups.run(0)).toBe(1);
  expect(order).toEqual(["server", "lock"]);
  expect(errors).toHaveBeenCalledExactlyOnceWith("The database did not stop.");
});

test("a second end, as by TERM after a failed start, waits for the first and has its exit code", async () => {
  const order: string[] = [];
  const cleanups = createCleanups();
  cleanups.add(() => order.push("lock"));
  cleanups.add(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("server");
  });
  const [first, second] = [cleanups.run(1), cleanups.run(0)];
  expect(await second).toBe(1);
  expect(order).toEqual(["server", "lock"]);
  expect(await first).toBe(1);
});
