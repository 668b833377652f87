import { expect, type Page } from "@playwright/test";
import { PAGE_SIZE } from "../../lib/query/list-page";
import { expectAccessible } from "./support/accessibility";
import { query } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const sources = (page: Page) => page.getByRole("list", { name: "Sources found" }).locator("> li");
const links = (page: Page) => page.getByRole("navigation", { name: /^Pages: / });

test("the last page is reached from the first, and all sources are on one page for printing", async ({
  page,
}) => {
  const [all] = await query("select count(*)::int as count from source");
  const total = Number(all?.count);
  await page.goto("/sources");
  const count = Math.ceil(total / PAGE_SIZE);
  await links(page)
    .getByRole("link", { name: `Page ${count}`, exact: true })
    .click();
  await expect(page).toHaveURL(`/sources?page=${count}`);
  await expect(links(page).locator("[aria-current=page]")).toHaveText(String(count));
  await expect(sources(page)).toHaveCount(total - (count - 1) * PAGE_SIZE);
  await page.getByRole("link", { name: `Show all ${total} on one page` }).click();
  await expect(page).toHaveURL("/sources?page=all");
  await expect(sources(page)).toHaveCount(total);
});

test("a filter is kept from page to page, and starts at the first", async ({ page }) => {
  await page.goto("/sources?kind=news&page=2");
  await expect(links(page).getByRole("link", { name: "Page 1", exact: true })).toHaveAttribute(
    "href",
    "/sources?kind=news",
  );
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(
    ({ searchParams }) => searchParams.get("kind") === "news" && !searchParams.has("page"),
  );
});

for (const [list, last] of [
  ["/sources", "select id from source order by id"],
  ["/news?scope=all", "select id from event order by date"],
  ["/news?asOf=2022-06-30&scope=all", "select id from event where date < '2022' order by date"],
] as const) {
  test(`an old link to an item of ${list} still shows it`, async ({ page }) => {
    const rows = await query(`${last}, id limit 3`);
    for (const { id } of rows) {
      await page.goto(`${list}#${id}`);
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
      expect(page.url()).toMatch(new RegExp(`#${id}$`));
    }
  });
}

test("an anchor that no page has leaves the reader on the first", async ({ page }) => {
  await page.goto("/news#no-such-event");
  await expect(page).toHaveURL("/news?item=no-such-event#no-such-event");
  await expect(links(page).locator("[aria-current=page]")).toHaveText("1");
});

test("the pages are reached by keyboard and hold on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/news");
  await links(page).getByRole("link", { name: "Page 2", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/news?page=2");
  await expectAccessible(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a search result leads to the event on its page of the list", async ({ page }) => {
    const [event] = await query("select id from event order by date, id limit 1");
    const id = String(event?.id);
    await page.goto(`/news?scope=all&item=${id}#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await page.goto("/sources?page=2");
    await expect(sources(page).first()).toBeVisible();
    await expect(links(page).locator("[aria-current=page]")).toHaveText("2");
  });
});
