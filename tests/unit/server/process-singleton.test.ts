import { expect, test, vi } from "vitest";

test("an object is made once for all copies of the module", async () => {
  const first = await import("../../../lib/server/process-singleton");
  vi.resetModules();
  const second = await import("../../../lib/server/process-singleton");
  expect(second.processSingleton).not.toBe(first.processSingleton);

  const make = vi.fn(() => ({}));
  const thing = first.processSingleton("test-thing", make);
  expect(second.processSingleton("test-thing", make)).toBe(thing);
  expect(make).toHaveBeenCalledTimes(1);
  expect(second.processSingleton("another-test-thing", make)).not.toBe(thing);
});

test("a failed object is made again on the next call", async () => {
  const { processSingleton } = await import("../../../lib/server/process-singleton");
  const fail = () => {
    throw new Error("not yet");
  };
  expect(() => processSingleton("late-test-thing", fail)).toThrow("not yet");
  expect(processSingleton("late-test-thing", () => "made")).toBe("made");
});
