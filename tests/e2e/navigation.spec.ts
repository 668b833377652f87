import { expect } from "@playwright/test";
import { ABOUT_PAGES, NAVIGATION } from "../../components/layout/navigation";
import { listTerms } from "../../lib/catalogue/vocabularies";
import { READER_LOCALES, splitLanguage } from "../../lib/text/reader-language";
import { query, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const TABS = "Pages on this subject";

test("six links lead to the subjects, and tabs to the pages of each, with the day kept", async ({
  page,
}) => {
  await page.goto("/coverage?asOf=2020-12-31");
  const main = page.getByRole("banner").getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link")).toHaveText([
    ...["Home", "Zones", "Firms and China", "News", "Readiness", "Data and method"],
  ]);
  const tabs = page.getByRole("navigation", { name: TABS });
  await main.getByRole("link", { name: "Readiness" }).click();
  await expect(page).toHaveURL("/readiness?asOf=2020-12-31");
  await expect(main.locator('[aria-current="page"]')).toHaveText("Readiness");
  await expect(tabs).toBeHidden();
  await page.goto("/sources?asOf=2020-12-31");
  await tabs.getByRole("link", { name: "National problems" }).click();
  await expect(page).toHaveURL("/context?asOf=2020-12-31");
  await expect(main.locator('[aria-current="true"]')).toHaveText("Data and method");
  await expect(tabs.locator('[aria-current="page"]')).toHaveText("National problems");
  await main.getByRole("link", { name: "Data and method" }).click();
  await expect(page).toHaveURL("/data");
  await expect(tabs.locator('[aria-current="page"]')).toHaveText("Files and API");
});

test("on a phone the menu has the six subjects and the other languages", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/method");
  await page.getByRole("button", { name: "Menu" }).click();
  const menu = page.getByRole("banner").getByRole("navigation", { name: "Main" });
  await expect(menu.locator("a:not([hreflang])")).toHaveCount(NAVIGATION.length);
  await expect(menu.locator("a[hreflang]")).toHaveCount(READER_LOCALES.length - 1);
  await menu.getByRole("link", { name: "Firms and China" }).click();
  await expect(page).toHaveURL("/firms");
  await expect(menu).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the foot of a page leads to every page", async ({ page }) => {
    await page.goto("/privacy");
    const links = page
      .getByRole("contentinfo")
      .getByRole("navigation", { name: "All pages" })
      .getByRole("link");
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const pages = [...NAVIGATION.flatMap((group) => group.pages), ...ABOUT_PAGES];
    // The link to the form of corrections says which page it is about.
    const paths = hrefs.map((href) => href?.split("?")[0]);
    expect(paths.toSorted()).toEqual(pages.map(({ href }) => href).toSorted());
    for (const href of hrefs) expect((await page.request.get(href ?? "")).status()).toBe(200);
  });
});

test("crawlers find every public page, zone, firm and cited source, and not the admin pages", async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /admin");
  expect(robots).toContain("Disallow: /api/");
  const address = /Sitemap: (\S+)/.exec(robots)?.[1] ?? "";
  expect(address).toMatch(/\/sitemap\.xml$/);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(await (await request.get("/sitemap.xml?part=1")).text()).toBe(sitemap);
  for (const part of ["0", "2", "one"]) {
    expect((await request.get(`/sitemap.xml?part=${part}`)).status(), part).toBe(404);
  }
  const urls = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = ""]) => new URL(url, baseURL),
  );
  expect(new Set(urls.map(String)).size).toBe(urls.length);
  const paths = urls
    .map(({ pathname }) => pathname)
    .filter((path) => splitLanguage(path).locale === "en");
  expect(urls).toHaveLength(paths.length * READER_LOCALES.length);
  const listed = paths.filter((path) => path.startsWith("/sources/"));
  const cited = await query("select distinct source_id from claim");
  const [all] = await query("select count(*) from source");
  expect(listed).toEqual(
    expect.arrayContaining(cited.map(({ source_id: id }) => `/sources/${String(id)}`)),
  );
  expect(listed.length).toBeLessThan(Number(all?.count));
  const zones = await zonesInDatabase("true", { scope: "all" });
  expect(paths.filter((path) => path.startsWith("/zones/")).sort()).toEqual(
    zones.map((slug) => `/zones/${slug}`).sort(),
  );
  expect(paths.filter((path) => path.startsWith("/provinces/"))).toHaveLength(
    listTerms("province").length,
  );
  const firms = paths.filter((path) => path.startsWith("/firms/"));
  expect(firms.length).toBeGreaterThan(20);
  expect(paths).toContain("/");
  expect(paths.some((path) => path.startsWith("/admin"))).toBe(false);
  for (const path of [...paths.slice(0, 18), ...firms.slice(0, 3), paths.at(-1) ?? ""]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
});
