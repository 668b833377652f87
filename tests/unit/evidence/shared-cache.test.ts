import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A second copy of a module, as pages and routes have each. */
async function importTwice<T>(load: () => Promise<T>): Promise<readonly [T, T]> {
  const first = await load();
  vi.resetModules();
  return [first, await load()];
}

const importCache = () => import("@/lib/evidence/shared-cache");

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test("copies of a module share a cache by its name", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const [first, second] = await importTwice(importCache);
  expect(first.sharedCache).not.toBe(second.sharedCache);
  const key = {};
  first.sharedCache("a test").set(key, 1);
  expect(second.sharedCache("a test").get(key)).toBe(1);
  expect(second.sharedCache("another test").get(key)).toBeUndefined();
});

test("while developing, each copy has its own", async () => {
  vi.stubEnv("NODE_ENV", "development");
  const [first, second] = await importTwice(importCache);
  expect(first.sharedCache("a test")).not.toBe(second.sharedCache("a test"));
});
