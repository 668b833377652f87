import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint } from "@/lib/client/after-paint";

/** The next frame begins after so many milliseconds. */
const FRAME_MS = 10;
const callback = vi.fn();

beforeEach(() => {
  callback.mockClear();
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (paint: () => void) => setTimeout(paint, FRAME_MS));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("work after a paint waits until the frame is drawn", () => {
  afterPaint(callback);
  vi.advanceTimersByTime(FRAME_MS + 15);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(callback).toHaveBeenCalledOnce();
});

test.each([0, FRAME_MS + 1])("work that is cancelled after %d ms is not done", (ms) => {
  const cancel = afterPaint(callback);
  vi.advanceTimersByTime(ms);
  cancel();
  vi.advanceTimersByTime(100);
  expect(callback).not.toHaveBeenCalled();
});
