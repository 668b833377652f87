import { expect, type Page } from "@playwright/test";
import { LOCALES } from "../../lib/text/locales";
import { READER_LOCALES, type ReaderLocale } from "../../lib/text/reader-language";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { zonesInDatabase } from "./support/database";
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

test("a reader changes the language and keeps filter, day and place", async ({
  page,
  explorer,
}) => {
  await explorer.open("?province=sindh&asOf=2024-06-30#main");
  const zones = await explorer.zonesInTable();
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
    lang: "ur",
  });
  expect(address.hash).toBe("#main");
  await expect.poll(() => explorer.zonesInTable()).toEqual(zones);
  await expect(notice(page)).toBeVisible();

  // The choice holds on later pages, whose addresses do not name it.
  await page.goto("/gaps");
  await expectLanguage(page, "ur");
  await linkTo(page, "zh").click();
  await expectLanguage(page, "zh");
  await notice(page).getByRole("link").click();
  await expectLanguage(page, "en");
  expect(new URL(page.url()).pathname).toBe("/gaps");
});

test("the language in an address is no filter, and holds on the next page", async ({
  page,
  explorer,
}) => {
  await page.goto("/zones?lang=ur");
  const inSindh = await zonesInDatabase("province = 'sindh'");
  // The scripts of the page may not have started yet.
  await expect(async () => {
    await explorer.stepTo("?lang=ur&province=sindh");
    expect(await explorer.zonesInTable()).toEqual(inSindh);
  }).toPass();
  await page.goto("/");
  await expectLanguage(page, "ur");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

  test("the language is a plain link", async ({ page }) => {
    await page.goto("/readiness?province=sindh");
    await linkTo(page, "zh").click();
    await expectLanguage(page, "zh");
    expect(new URL(page.url()).search).toBe("?province=sindh&lang=zh");
  });
});

test("on a phone the languages are in the menu", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/gaps?province=sindh");
  await page.getByRole("button", { name: "Menu" }).click();
  await linkTo(page, "ur").click();
  await expectLanguage(page, "ur");
  await expectNoSidewaysScroll(page);
});

test("a page names its address in each language", async ({ page, baseURL }) => {
  await page.goto("/readiness?province=sindh&lang=ur");
  const address = `${baseURL}/readiness?province=sindh`;
  const alternates = await page
    .locator("link[rel=alternate][hreflang]")
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
    );
  expect(Object.fromEntries(alternates)).toEqual({
    en: address,
    ur: `${address}&lang=ur`,
    "zh-Hans": `${address}&lang=zh`,
    "x-default": address,
  });
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${address}&lang=ur`);
  await expect(page.locator("meta[property='og:locale']")).toHaveAttribute("content", "ur_PK");
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  for (const tag of ["", "?lang=ur", "?lang=zh"]) {
    const [, entry] = sitemap.split(`<loc>${baseURL}/readiness${tag}</loc>`);
    const [alternates = ""] = entry?.split("</url>") ?? [];
    expect(alternates).toContain(`hreflang="zh-Hans" href="${baseURL}/readiness?lang=zh"`);
    expect(alternates).toContain(`hreflang="x-default" href="${baseURL}/readiness"`);
  }
});

test("embeds that a page offers, and redirects, keep its language", async ({ page }) => {
  const read = async (path: string) => (await page.request.get(path)).text();
  expect(await read("/zones/rashakai-sez?lang=ur")).toContain("/embed/zone/rashakai-sez?lang=ur");
  expect(await read("/zones/rashakai-sez?lang=en")).not.toMatch(/\/embed\/[^"]*lang=/);
  expect(await read("/zones?province=sindh&lang=zh")).toContain(
    'src="/embed/map?province=sindh&amp;lang=zh"',
  );
  await page.goto("/?province=sindh&lang=zh");
  await expectLanguage(page, "zh");
  expect(new URL(page.url()).search).toBe("?province=sindh&lang=zh");
  await page.context().clearCookies();
  await page.goto("/account?lang=ur");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await expectLanguage(page, "ur");
  expect(new URL(page.url()).searchParams.get("lang")).toBe("ur");
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
    test(`in ${LOCALES[locale].tag}: ${path}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: "lang", value: locale, url: baseURL ?? "" }]);
      await page.goto(path);
      await expectLanguage(page, locale);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(notice(page)).toBeVisible();
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
      await expectAccessible(page, { aspect: "words" });
    });
  }
}
