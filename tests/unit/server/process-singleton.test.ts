import { expect, test, vi } from "vitest";

test("a thing is made once, by whichever copy of the module comes first", async () => {
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

test("what could not be made is tried again", async () => {
  const { processSingleton } = await import("../../../lib/server/process-singleton");
  const fail = () => {
    throw new Error("not yet");
  };
  expect(() => processSingleton("late-test-thing", fail)).toThrow("not yet");
  expect(processSingleton("late-test-thing", () => "made")).toBe("made");
});
