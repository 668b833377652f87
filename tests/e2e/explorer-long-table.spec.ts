import { expect, type Page } from "@playwright/test";
import { type PackedRow, packRow, unpackRow } from "../../lib/evidence/row";
import type { ExplorerDriver } from "./support/explorer-driver";
import { test } from "./support/test";

/** A past day, whose rows the browser fetches. */
const DAY = "2025-12-31";
const ZONES = 500;

/** Opens the explorer with so many zones that not every row of its table is drawn: those of the data, again and again. */
async function openLong(page: Page, explorer: ExplorerDriver): Promise<void> {
  await page.route("**/api/v1/rows*", async (route) => {
    const answer = await route.fetch();
    const { data, meta } = (await answer.json()) as { data: PackedRow[]; meta: object };
    const rows = data.map(unpackRow);
    const many = Array.from({ length: ZONES }, (_, i) => {
      const row = rows[i % rows.length];
      if (row === undefined) throw new Error("The data set has no zones.");
      const copy = Math.floor(i / rows.length);
      if (copy === 0) return row;
      // Without a place of their own, so that each marker stands for one zone.
      const nowhere = { location: null, locationPrecision: null };
      return {
        ...{ ...row, slug: `${row.slug}-${copy}`, order: i + 1 },
        values: { ...row.values, ...nowhere, name: `${row.values.name} ${copy}` },
      };
    });
    await route.fulfill({ response: answer, json: { data: many.map(packRow), meta } });
  });
  await explorer.open();
  await explorer.stepTo(`?asOf=${DAY}`);
  await expect(explorer.table).toHaveAttribute("aria-rowcount", /^[34]\d\d$/);
}

const rowCount = async (explorer: ExplorerDriver) =>
  Number(await explorer.table.getAttribute("aria-rowcount"));

/** The rows that can be seen below the head: their index and their pixels. */
const seenRows = (explorer: ExplorerDriver) =>
  explorer.table.evaluate((table) => {
    const box = table.parentElement?.getBoundingClientRect();
    const head = table.querySelector("thead th")?.getBoundingClientRect();
    if (!box || !head) throw new Error("The table has no box or no head.");
    return [...table.querySelectorAll("tr[data-slug]")]
      .map((row) => ({
        index: Number(row.getAttribute("aria-rowindex")),
        ...{ top: row.getBoundingClientRect().top, bottom: row.getBoundingClientRect().bottom },
      }))
      .filter(({ top, bottom }) => bottom > head.bottom + 1 && top < box.bottom - 1)
      .map((row) => ({ ...row, room: [head.bottom, box.bottom] as const }));
  });

/** Waits until rows fill the view without a gap, and returns them. */
async function filledView(explorer: ExplorerDriver) {
  let rows = await seenRows(explorer);
  await expect(async () => {
    rows = await seenRows(explorer);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) throw new Error("No row can be seen.");
    expect(first.top).toBeLessThanOrEqual(first.room[0] + 1);
    const isEnd = last.index === (await rowCount(explorer));
    if (!isEnd) expect(last.bottom).toBeGreaterThanOrEqual(last.room[1] - 1);
  }).toPass();
  return rows;
}

const scrollTo = (explorer: ExplorerDriver, part: number) =>
  explorer.table.evaluate((table, to) => {
    const box = table.parentElement;
    if (box) box.scrollTop = box.scrollHeight * to;
  }, part);

test("a press on a marker draws its row, brings it into view and focuses it", async ({
  page,
  explorer,
}) => {
  await openLong(page, explorer);
  const findNotDrawn = () =>
    explorer.map.evaluate((map) => {
      const slugs = [...map.querySelectorAll<HTMLElement>("button[data-slug]")].map(
        ({ dataset }) => dataset.slug ?? "",
      );
      return slugs.find((slug) => document.querySelector(`tr[data-slug="${slug}"]`) === null);
    });
  await expect.poll(findNotDrawn).toBeTruthy();
  const slug = (await findNotDrawn()) ?? "";
  await expect(explorer.row(slug)).toHaveCount(0);
  await explorer.marker(slug).press("Enter");
  await expect(explorer.row(slug).getByRole("checkbox")).toBeChecked();
  await expect(explorer.zoneLink(slug)).toBeFocused();
  const rows = await filledView(explorer);
  const index = Number(await explorer.row(slug).getAttribute("aria-rowindex"));
  expect(rows.map((row) => row.index)).toContain(index);
  // The focus goes on from there.
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(`tr[aria-rowindex="${index + 1}"] th a`)).toBeFocused();
});

test.describe("without the map", () => {
  test.use({ drawsMaps: false });

  test("rows of another density are measured again, and the reader goes on to see the same", async ({
    page,
    explorer,
  }) => {
    await openLong(page, explorer);
    await scrollTo(explorer, 0.5);
    const [before] = await filledView(explorer);
    await page.getByRole("button", { name: "Columns" }).click();
    const compact = page.getByRole("checkbox", { name: "Compact rows, without dates" });
    const firstIndex = async () => (await filledView(explorer))[0]?.index ?? 0;
    for (const choose of [() => compact.check(), () => compact.uncheck()]) {
      await choose();
      await expect
        .poll(async () => Math.abs((await firstIndex()) - (before?.index ?? 0)))
        .toBeLessThanOrEqual(3);
      const [space, row] = await explorer.table.evaluate((table) => {
        const first = table.querySelector<HTMLElement>("tr[data-slug]");
        const above = table.querySelector<HTMLElement>("tbody > tr[aria-hidden]");
        const rows = Number(first?.getAttribute("aria-rowindex")) - 2;
        const all = [...table.querySelectorAll<HTMLElement>("tr[data-slug]")];
        const mean = all.reduce((sum, one) => sum + one.offsetHeight, 0) / all.length;
        return [(above?.offsetHeight ?? 0) / rows, mean] as const;
      });
      expect(Math.abs(space - row)).toBeLessThan(row / 4);
    }
    await page.keyboard.press("Escape");
    // Rows at the end can be higher than those that were measured, so that the end moves once.
    await expect(async () => {
      await scrollTo(explorer, 1);
      expect((await filledView(explorer)).at(-1)?.index).toBe(await rowCount(explorer));
    }).toPass();
  });

  test("each row says which it is of all, and empty space is not read", async ({
    page,
    explorer,
  }) => {
    await openLong(page, explorer);
    const count = await rowCount(explorer);
    for (const part of [0, 0.5, 1]) {
      await scrollTo(explorer, part);
      await filledView(explorer);
      const rows = await explorer.table.locator("tr").evaluateAll((all) =>
        all.map((row) => ({
          index: row.getAttribute("aria-rowindex"),
          hidden: row.getAttribute("aria-hidden"),
          cells: row.children.length,
        })),
      );
      const read = rows.filter(({ hidden }) => hidden !== "true");
      expect(rows.filter(({ cells }) => cells === 0)).toHaveLength(rows.length - read.length);
      expect(read[0]?.index).toBe("1");
      const indexes = read.slice(1).map(({ index }) => Number(index));
      expect(indexes).toEqual(indexes.map((_, i) => (indexes[0] ?? 0) + i));
      expect(indexes.at(-1)).toBeLessThanOrEqual(count);
      expect(indexes.length).toBeLessThan(120);
    }
  });
});
