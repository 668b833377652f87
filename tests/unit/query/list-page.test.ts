import { expect, test } from "vitest";
import {
  getListPage,
  getTablePage,
  listLinkedPages,
  MOST_ON_ONE_PAGE,
  PAGE_SIZE,
  TABLE_PAGE_SIZE,
} from "@/lib/query/list-page";

const ITEMS = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, i) => `item-${i}`);
const list = (params: Parameters<typeof getListPage>[1], items = ITEMS) =>
  getListPage(items, params, (item, id) => item === id);

test("the pages of a list have each of its items once, in order", () => {
  const pages = ["1", "2", "3"].map((page) => list({ page }));
  expect(pages.flatMap(({ items }) => items)).toEqual(ITEMS);
  expect(
    pages.map(({ page, pages: count, before, total }) => [page, count, before, total]),
  ).toEqual([
    [1, 3, 0, ITEMS.length],
    [2, 3, PAGE_SIZE, ITEMS.length],
    [3, 3, 2 * PAGE_SIZE, ITEMS.length],
  ]);
  expect(list({ page: "all" })).toMatchObject({ items: ITEMS, page: null, before: 0 });
});

test("an item's page is shown, whatever number is beside it; of an unknown item, the page of the number", () => {
  const last = `item-${PAGE_SIZE}`;
  expect(list({ item: last, page: "1" })).toMatchObject({ page: 2, before: PAGE_SIZE });
  expect(list({ item: last, page: "all" }).page).toBe(2);
  expect(list({ item: "no-such", page: "3" }).page).toBe(3);
});

test.each([
  [undefined, 1],
  ["", 1],
  ["0", 1],
  ["-1", 1],
  ["banana", 1],
  ["99999999999999999999", 3],
  [["2", "3"], 2],
])("page=%s shows page %d", (page, shown) => {
  expect(list({ page }).page).toBe(shown);
});

test("an empty list has one page without items", () => {
  expect(list({ page: "2" }, [])).toEqual({ items: [], page: 1, pages: 1, before: 0, total: 0 });
});

test("no page shows all items of a list that is too long for one page", () => {
  const most = Array.from({ length: MOST_ON_ONE_PAGE }, (_, i) => `item-${i}`);
  expect(list({ page: "all" }, most).items).toHaveLength(MOST_ON_ONE_PAGE);
  expect(list({ page: "all" }, [...most, "one-more"])).toMatchObject({ page: 1, before: 0 });
});

test("a table has more rows on a page", () => {
  expect(getTablePage(ITEMS, undefined).pages).toBe(1);
  const rows = Array.from({ length: TABLE_PAGE_SIZE + 1 }, (_, i) => i);
  expect(getTablePage(rows, "2")).toMatchObject({ items: [TABLE_PAGE_SIZE], pages: 2 });
});

test("a page of a long list links few pages, and any page is a few links away", () => {
  expect(listLinkedPages({ page: 2, pages: 5 })).toEqual([1, 2, 3, 4, 5]);
  const pages = 1_000;
  const linksOf = (page: number) => listLinkedPages({ page, pages });
  let reached = new Set([1]);
  for (let steps = 0; steps < 6; steps += 1) {
    const next = [...reached].flatMap(linksOf);
    reached = new Set([...reached, ...next]);
  }
  expect(reached.size).toBe(pages);
  for (let page = 1; page <= pages; page += 1) expect(linksOf(page).length).toBeLessThan(25);
});
