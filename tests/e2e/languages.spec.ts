import { expect, type Page } from "@playwright/test";
import { LOCALES } from "../../lib/text/locales";
import { addressIn, READER_LOCALES, type ReaderLocale } from "../../lib/text/reader-language";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { makeAccount } from "./support/accounts";
import { zonesInDatabase, zonesOfStanding } from "./support/database";
import { PAGE_KINDS } from "./support/pages";
import { test } from "./support/test";

// `troubles` fails a test on errors in the console, such as text that the browser writes differently than the server.

test.use({ drawsMaps: false });

const LANGUAGES = READER_LOCALES.filter((locale) => locale !== "en");

const PATHS = [...PAGE_KINDS, "/zones?scope=priority-four&status=operational&asOf=2023-06-30"];

/** The link to the page in another language, where the reader sees it. */
const linkTo = (page: Page, locale: ReaderLocale) =>
  page.getByRole("link", { name: LOCALES[locale].name, exact: true }).filter({ visible: true });

const notice = (page: Page) => page.locator(".translation-notice");

async function expectLanguage(page: Page, locale: ReaderLocale): Promise<void> {
  const { tag, dir } = LOCALES[locale];
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page.locator("html")).toHaveAttribute("dir", dir);
}

test("zones have the names that sources give in the language, beside those in Latin letters", async ({
  page,
}) => {
  await page.goto("/ur/zones?zones=rashakai-sez");
  const link = page.locator("main a[href^='/ur/zones/rashakai-sez']").first();
  await expect(link).toContainText("رشکئی");
  // The rows that the browser loads itself.
  await page.waitForLoadState("networkidle");
  await expect(link).toContainText("رشکئی");
  await page.goto("/zh/zones/rashakai-sez");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("拉沙卡伊");
  await expect(title).toContainText("Rashakai");
});

test("a reader changes the language and keeps filter, day and place", async ({
  page,
  explorer,
}) => {
  await explorer.open("?province=sindh&asOf=2024-06-30#main");
  // Zones with equal values are in the order of their names, which Urdu pages write in Urdu.
  const listZones = async () => (await explorer.zonesInTable()).toSorted();
  const zones = await listZones();
  expect(zones).not.toEqual([]);
  await expect(notice(page)).toHaveCount(0);
  await expect(linkTo(page, "ur")).toHaveAttribute("hreflang", "ur");
  await expect(linkTo(page, "ur")).toHaveAttribute("lang", "ur");

  await linkTo(page, "ur").click();
  await expectLanguage(page, "ur");
  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({
    province: "sindh",
    asOf: "2024-06-30",
  });
  expect(address.pathname).toBe("/ur/zones");
  expect(address.hash).toBe("#main");
  await expect.poll(listZones).toEqual(zones);
  await expect(notice(page)).toBeVisible();

  await page.locator("main a[href^='/ur/zones/']").first().click();
  await expect(page).toHaveURL(/\/ur\/zones\/[^/]+\?/);
  await page.goto("/ur/coverage");
  await linkTo(page, "zh").click();
  await expectLanguage(page, "zh");
  await notice(page).getByRole("link").click();
  await expectLanguage(page, "en");
  expect(new URL(page.url()).pathname).toBe("/coverage");
});

test("the language before a path is no filter", async ({ page, explorer }) => {
  await page.goto("/ur/zones");
  const inSindh = await zonesInDatabase("province = 'sindh'");
  // The scripts of the page may not have started yet.
  await expect(async () => {
    await explorer.stepTo("?province=sindh");
    expect((await explorer.zonesInTable()).toSorted()).toEqual(inSindh.toSorted());
  }).toPass();
});

/** The links and forms that lead to pages outside a language, but for those that change it. Runs in the page. */
function listPagesOutside(language: string): string[] {
  const isPage = (path: string) =>
    path.startsWith("/") &&
    !/^\/(?:admin|api|embed|ogc?)\b|\.[a-z]+(?:[?#]|$)/.test(path) &&
    !new RegExp(`^/${language}(?:[/?#]|$)`).test(path);
  return [...document.querySelectorAll("a[href]:not([hreflang]), form[action]")]
    .map((element) => element.getAttribute("href") ?? element.getAttribute("action") ?? "")
    .filter(isPage);
}

test.describe("what a reader does in Urdu stays in Urdu", () => {
  const at = (page: Page) => {
    const { pathname, search } = new URL(page.url());
    return pathname + search;
  };

  test("a filter of the list shows its zones at once", async ({ page, explorer }) => {
    await page.goto("/ur/zones");
    const running = await zonesOfStanding("running");
    await expect(async () => {
      await page.locator("main input[type=checkbox]:visible").first().check({ force: true });
      expect(at(page)).toBe("/ur/zones?standing=running");
    }).toPass();
    await expect.poll(() => explorer.zonesInTable()).toEqual(running);
  });

  test("a weight, a zone to compare and a day", async ({ page }) => {
    await page.goto("/ur/readiness");
    await page.locator("#scores > summary").click();
    await expect(async () => {
      await page.locator("#scores input[type=number]").first().fill("20");
      await page.locator("#scores form button").click();
      await expect(page).toHaveURL(/\/ur\/readiness\?weights=legal%3A20/, { timeout: 3_000 });
    }).toPass();

    await page.goto("/ur/compare");
    const picker = page.locator("main input[role=combobox]");
    await expect(async () => {
      await picker.fill("hattar");
      await expect(page.getByRole("option")).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await picker.press("Enter");
    await expect.poll(() => at(page)).toBe("/ur/compare?zones=hattar-sez");
    await expectLanguage(page, "ur");

    await page.goto("/ur/coverage");
    const slider = page.locator(".time-strip input[type=range]");
    await expect(async () => {
      await page.locator(".time-strip button").first().click();
      await expect(slider).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await slider.press("PageDown");
    await expect.poll(() => at(page)).toMatch(/^\/ur\/coverage\?asOf=/);
    await expectLanguage(page, "ur");
  });

  test("signing in leads back to the page", async ({ page }) => {
    const account = await makeAccount("analyst", "Urooj Urdu");
    await page.goto("/ur/readiness");
    await page.locator("header a[href*='sign-in']").first().click();
    await expect(page).toHaveURL(/\/ur\/sign-in\?next=/);
    await expect(async () => {
      await page.locator("input[name=email]").fill(account.email);
      await page.locator("input[name=password]").fill(account.password);
      await page.locator("main form button[type=submit]").first().click();
      await expect(page).toHaveURL(/\/ur\/readiness$/, { timeout: 5_000 });
    }).toPass();
    await expectLanguage(page, "ur");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

  test("the language is a plain link", async ({ page }) => {
    await page.goto("/readiness?province=sindh");
    await linkTo(page, "zh").click();
    await expectLanguage(page, "zh");
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe("/zh/readiness?province=sindh");
  });
});

test("on a phone the languages are in the menu", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/readiness?province=sindh");
  await page.getByRole("button", { name: "Menu" }).click();
  await linkTo(page, "ur").click();
  await expectLanguage(page, "ur");
  await expectNoSidewaysScroll(page);
});

test("a page names its address in each language", async ({ page, baseURL }) => {
  await page.goto("/ur/readiness?province=sindh");
  const path = "/readiness?province=sindh";
  const alternates = await page
    .locator("link[rel=alternate][hreflang]")
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
    );
  expect(Object.fromEntries(alternates)).toEqual({
    en: baseURL + path,
    ur: `${baseURL}/ur${path}`,
    "zh-Hans": `${baseURL}/zh${path}`,
    "x-default": baseURL + path,
  });
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${baseURL}/ur${path}`);
  await expect(page.locator("meta[property='og:locale']")).toHaveAttribute("content", "ur_PK");
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  for (const prefix of ["", "/ur", "/zh"]) {
    const [, entry] = sitemap.split(`<loc>${baseURL}${prefix}/readiness</loc>`);
    const [alternates = ""] = entry?.split("</url>") ?? [];
    expect(alternates).toContain(`hreflang="zh-Hans" href="${baseURL}/zh/readiness"`);
    expect(alternates).toContain(`hreflang="x-default" href="${baseURL}/readiness"`);
  }
});

test("embeds that a page offers, and redirects, keep its language", async ({ page }) => {
  const read = async (path: string) => (await page.request.get(path)).text();
  expect(await read("/ur/zones/rashakai-sez")).toContain("/embed/zone/rashakai-sez?lang=ur");
  expect(await read("/zones/rashakai-sez")).not.toMatch(/\/embed\/[^"]*lang=/);
  expect(await read("/zh/zones?province=sindh")).toContain(
    'src="/embed/map?province=sindh&amp;lang=zh"',
  );
  await page.goto("/?province=sindh&lang=zh");
  await expectLanguage(page, "zh");
  expect(page.url()).toMatch(/\/zh\/zones\?province=sindh$/);
  await page.goto("/ur/account");
  await expectLanguage(page, "ur");
  expect(new URL(page.url()).pathname).toBe("/ur/sign-in");
});

test("the API stays in the language of the site, whatever a client claims", async ({ page }) => {
  const headers = { cookie: "lang=ur", "x-reader-language": "ur" };
  const refused = await page.request.get("/api/v1/zones?lang=ur", { headers });
  expect(refused.status()).toBe(400);
  expect(await refused.text()).not.toMatch(/\p{Script=Arabic}/u);
  for (const path of [
    "/api/v1/search?q=hattar",
    "/api/v1/changes.atom",
    "/embed/map",
    "/compare/comparison.csv?zones=hattar-sez,rashakai-sez",
  ]) {
    const [claimed, plain] = await Promise.all([
      page.request.get(path, { headers }),
      page.request.get(path),
    ]);
    expect(claimed.status(), path).toBe(200);
    // The words of the record may be in Urdu; those of the site are the same for all.
    expect(await claimed.text(), path).toBe(await plain.text());
  }
});

for (const locale of LANGUAGES) {
  for (const path of PATHS) {
    test(`in ${LOCALES[locale].tag}: ${path}`, async ({ page }) => {
      await page.goto(addressIn(locale, path));
      await expectLanguage(page, locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(notice(page)).toBeVisible();
      expect(await page.evaluate(listPagesOutside, locale)).toEqual([]);
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
      await expectAccessible(page, { aspect: "words" });
    });
  }
}
