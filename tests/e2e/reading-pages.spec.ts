import { expect } from "@playwright/test";
import { PAGE_SIZE } from "../../lib/query/list-page";
import { query, scopeCounts } from "./support/database";
import { test } from "./support/test";

test("the list of sources counts what PostgreSQL counts", async ({ page }) => {
  const [all] = await query("select count(*) from source");
  const [most] = await query(
    `select s.id, s.title, count(*) as claims from source s join claim c on c.source_id = s.id
     group by s.id, s.title order by claims desc, s.title limit 1`,
  );
  await page.goto("/sources");
  const rows = page.getByRole("list", { name: "Sources found" }).locator("> li");
  const onPage = (count: unknown) => Math.min(PAGE_SIZE, Number(count));
  await expect(rows).toHaveCount(onPage(all?.count));
  await expect(page.getByText(`1 to ${PAGE_SIZE} of ${all?.count}`)).toBeVisible();
  await expect(rows.first()).toContainText(String(most?.title));
  await expect(rows.first()).toContainText(`${most?.claims} reports`);

  const kind = page.getByRole("combobox", { name: "Kind" });
  const [news] = await query("select count(*) from source where kind = 'research'");
  await kind.selectOption("research");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/kind=research/);
  await expect(rows).toHaveCount(onPage(news?.count));

  await page.getByRole("searchbox", { name: "Title, publisher or id" }).fill("no such source");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("No source matches.")).toBeVisible();
  await page.getByRole("link", { name: "Show all sources" }).click();
  await expect(rows).toHaveCount(onPage(all?.count));
});

test("a source links to the zones that it supports, and a report to its source", async ({
  page,
  zonePage,
}) => {
  await zonePage.openEvidence("rashakai-sez");
  const entry = zonePage.ledger.locator("#ledger-internalRoads");
  await entry.locator('a[href="/sources/nation-2023-10-12"]').first().click();
  await expect(page).toHaveURL("/sources/nation-2023-10-12");
  await page.getByRole("main").getByRole("link", { name: "Rashakai", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rashakai Special Economic Zone",
  );
});

test("the method counts the zones of each scope and has every anchor that pages point at", async ({
  page,
}) => {
  await page.goto("/method");
  const counts = await scopeCounts();
  const scopes = page.getByRole("main").locator("section#scopes");
  for (const count of Object.values(counts)) await expect(scopes).toContainText(String(count));

  const anchors = await page
    .getByRole("main")
    .getByRole("navigation")
    .filter({ has: page.getByRole("link", { name: "Readiness" }) })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(anchors.length).toBeGreaterThan(10);
  for (const anchor of [...anchors, "#boundaries", "#corrections", "#readiness"]) {
    await expect(page.locator(anchor), anchor).toHaveCount(1);
  }
  await page.getByRole("link", { name: "Boundaries" }).first().click();
  await expect(page.getByRole("heading", { name: "Boundaries" })).toBeInViewport();
});

test("the chosen theme stays, from page to page and before the first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/sources");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await expect(async () => {
    await page.getByRole("button", { name: "Switch between light and dark" }).click();
    expect(await ground()).not.toBe(light);
  }).toPass();
  const dark = await ground();
  // Without the scripts of the build, only the one in the page's head can have set the theme.
  await page.route("**/_next/static/**/*.js", (route) => route.fulfill({ body: "" }));
  await page.goto("/method");
  expect(await ground()).toBe(dark);
});

test("an address that names nothing answers 404 with a way on", async ({ page, troubles }) => {
  troubles.expectAt("/no-such-page");
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Contact" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "glossary" }).click();
  await expect(page).toHaveURL("/glossary");
});

test("the keyboard passes over the header at one press", async ({ page }) => {
  for (const path of ["/", "/sources", "/method", "/zones/rashakai-sez"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("sources can be searched and the method read", async ({ page }) => {
    await page.goto("/sources");
    await page.getByRole("searchbox", { name: "Title, publisher or id" }).fill("Rashakai");
    await page.getByRole("button", { name: "Show" }).click();
    // Until the whole page is there.
    await page.waitForURL(/q=Rashakai/);
    const titles = await page
      .getByRole("list", { name: "Sources found" })
      .locator("> li")
      // The id of a source stands in its address.
      .evaluateAll((items) => items.map((item) => item.innerHTML));
    expect(titles.length).toBeGreaterThan(3);
    expect(titles.filter((title) => !/rashakai/i.test(title))).toEqual([]);
    await page.goto("/method");
    await expect(page.getByRole("heading", { name: "Which value we show" })).toBeVisible();
  });

  test("the data of a figure are a link away, and open on their page", async ({ page }) => {
    await page.goto("/readiness");
    const figure = page.getByRole("figure", { name: /power than needed$/ });
    await figure.getByText("The data as a table").click();
    await figure.getByRole("link", { name: /: the data$/ }).click();
    await page.waitForURL(/tables=open/);
    const rows = figure.getByRole("region", { name: /: the data$/ }).getByRole("row");
    await expect(rows.nth(1)).toBeVisible();
    expect(await rows.count()).toBeGreaterThan(10);
  });
});
