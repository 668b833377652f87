import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gatherLines } from "../../../lib/server/log/gather-lines";

let written: string[] = [];
let take: (line: string) => void;
let end: () => void;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  written = [];
  const before = new Set<unknown>(process.listeners("exit"));
  take = gatherLines((text) => written.push(text));
  const [atExit] = process.listeners("exit").filter((listener) => !before.has(listener));
  end = () => atExit?.(0);
});
afterEach(() => vi.useRealTimers());

test("lines of one moment are written together, in their order", () => {
  take("one\n");
  take("two\n");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(written).toEqual(["one\ntwo\n"]);
  take("three\n");
  vi.advanceTimersByTime(20);
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});

test("many lines do not wait", () => {
  const line = `${"x".repeat(999)}\n`;
  for (let i = 0; i < 66; i++) take(line);
  expect(written.join("")).toBe(line.repeat(66));
});

test("a process that ends writes what waits, once", () => {
  take("last\n");
  end();
  vi.advanceTimersByTime(20);
  expect(written).toEqual(["last\n"]);
});
