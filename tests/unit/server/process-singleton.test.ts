import { expect, test, vi } from "vitest";

test("a thing is made once, by whichever copy of the module comes first", async () => {
  const first = await import("../../../lib/server/process-singleton");
  vi.resetModules();
  const second = await import("../../../lib/server/process-singleton");
  expect(second.oncePerProcess).not.toBe(first.oncePerProcess);

  const make = vi.fn(() => ({}));
  const thing = first.oncePerProcess("test-thing", make);
  expect(second.oncePerProcess("test-thing", make)).toBe(thing);
  expect(make).toHaveBeenCalledTimes(1);
  expect(second.oncePerProcess("another-test-thing", make)).not.toBe(thing);
});

test("what could not be made is tried again", async () => {
  const { oncePerProcess } = await import("../../../lib/server/process-singleton");
  const fail = () => {
    throw new Error("not yet");
  };
  expect(() => oncePerProcess("late-test-thing", fail)).toThrow("not yet");
  expect(oncePerProcess("late-test-thing", () => "made")).toBe("made");
});
