// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readLastSources, rememberSource } from "@/lib/client/last-sources";

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test("the last 3 sources of a person are remembered, the latest first and each once", () => {
  for (const id of ["a", "b", "c", "a", "d"]) rememberSource("asma", id);
  expect(readLastSources("asma")).toEqual(["d", "a", "c"]);
  expect(readLastSources("sami")).toEqual([]);
});

test.each(["", "{", "7", "null", "[1]"])("where the browser keeps %j there are none", (kept) => {
  localStorage.setItem("cpec-sez-tracker/sources/asma", kept);
  expect(readLastSources("asma")).toEqual([]);
});

test("a browser whose storage is full remembers nothing and fails at nothing", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  });
  rememberSource("asma", "a");
  expect(readLastSources("asma")).toEqual([]);
});
