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

test("another copy of the module goes on with a map or list and does not wrap it", async () => {
  const [maps, otherMaps] = await importTwice(() => import("@/lib/evidence/growing-map"));
  const map = maps.GrowingMap.over(new Map([[1, 2]])).with([[3, 4]]);
  expect(otherMaps.GrowingMap).not.toBe(maps.GrowingMap);
  expect(otherMaps.GrowingMap.over(map)).toBe(map);
  const [lists, otherLists] = await importTwice(() => import("@/lib/evidence/growing-list"));
  const list = lists.GrowingList.of([1, 2]).concat([3]);
  expect(otherLists.GrowingList).not.toBe(lists.GrowingList);
  expect(otherLists.GrowingList.of(list)).toBe(list);
});
