import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "./support/accessibility";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const field = (page: Page) => page.getByRole("combobox", { name: "Search the site" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

/** Opens the search by its key and types, once the page listens. */
async function typeSearch(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field(page)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(words);
}

test("a misspelled zone is found by keyboard alone, from any page", async ({ page }) => {
  await page.goto("/method");
  await typeSearch(page, "hatar");
  await expect(page.getByRole("listbox", { name: "Search results" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ results$/ })).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  const hattar = option(page, /^Hattar Special Economic Zone/);
  await expect(hattar).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute(
    "aria-activedescendant",
    (await hattar.getAttribute("id")) ?? "",
  );
  await expect(hattar.locator("mark")).toHaveText("Hattar");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/zones/hattar-sez");
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("arrows go round the list, Escape closes it and then leaves the field", async ({ page }) => {
  await page.goto("/glossary");
  await typeSearch(page, "century steel");
  const first = option(page, /^Century Steel Building/);
  await expect(first).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(option(page, /on a page$/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(first).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(field(page)).not.toBeFocused();
  await expect(field(page)).toHaveValue("");
});

test("a slash in another field is a letter", async ({ page }) => {
  await page.goto("/sources");
  const other = page.getByRole("searchbox", { name: "Title, publisher or id" });
  await other.fill("24");
  await other.press("End");
  await page.keyboard.type("/7");
  await expect(other).toHaveValue("24/7");
});

test("names in Urdu and Chinese are found, and words of sources", async ({ page }) => {
  await page.goto("/");
  await typeSearch(page, "حطار");
  await expect(option(page, /^Hattar Special Economic Zone/)).toContainText("Also called حطار");
  await field(page).fill("فیکٹریوں");
  await expect(option(page, /^Quaid-e-Azam/)).toContainText("own words");
  await field(page).fill("浪马轮胎");
  await expect(option(page, /Service Long March Tyres Sole Enterprise SEZ/)).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test("without results the search names what is similar, and what to try", async ({ page }) => {
  await page.goto("/data");
  await typeSearch(page, "Rashki");
  await expect(page.getByText("Nothing matches “Rashki”.")).toBeVisible();
  await expect(page.getByText(/^Try fewer words/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/zones/rashakai-sez");
});

test("a search that fails says so and can be tried again", async ({ page, troubles }) => {
  troubles.expectAt("/api/v1/search");
  await page.goto("/method");
  await page.route("**/api/v1/search?*", (route) => route.abort());
  await typeSearch(page, "rashakai");
  const alert = page.getByRole("alert").filter({ hasText: "The search did not answer" });
  await expect(alert).toBeVisible();
  await page.unroute("**/api/v1/search?*");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(option(page, /^Rashakai Special Economic Zone/)).toBeVisible();
});

test("results keep the day of the page", async ({ page }) => {
  await page.goto("/readiness?asOf=2020-06-30");
  await typeSearch(page, "rashakai");
  await expect(option(page, /^Rashakai Special Economic Zone/)).toHaveAttribute(
    "href",
    "/zones/rashakai-sez?asOf=2020-06-30",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=rashakai&asOf=2020-06-30");
  await expect(page.getByRole("main")).toContainText("30 Jun 2020");
  await expect(page.getByRole("link", { name: /Rashakai inaugurated/ })).toHaveCount(0);
});

test("the page of results lists each kind, and one kind alone", async ({ page }) => {
  await page.goto("/search?q=rashakai");
  await expect(page).toHaveTitle(/^Search: rashakai/);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const kinds = page.getByRole("navigation", { name: "Kinds of results" });
  await kinds.getByRole("link", { name: /^Sources \(\d+\)$/ }).click();
  await expect(page).toHaveURL("/search?q=rashakai&kind=source");
  await expect(page.getByRole("region", { name: "Sources" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Zones" })).toHaveCount(0);
  await expectAccessibleInBothThemes(page);
  await page.goto("/search?q=Rashki");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Rashakai Special/ })
    .click();
  await expect(page).toHaveURL("/zones/rashakai-sez");
});

test("a link with a wrong kind or too long a text says what is wrong", async ({ page }) => {
  await page.goto("/search?q=rashakai&kind=zones");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
  await page.goto(`/search?q=${"x".repeat(201)}`);
  await expect(page.getByRole("main")).toContainText("200");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("a button in the header opens the search on every first screen", async ({ page }) => {
    for (const path of ["/", "/zones/hattar-sez", "/method"]) {
      await page.goto(path);
      const button = page.getByTitle("Search the site");
      await expect(button).toBeInViewport();
      await button.tap();
      await expect(field(page)).toBeFocused();
      await field(page).pressSequentially("dabeji");
      const zone = option(page, /^Dhabeji Special Economic Zone/);
      await expect(zone).toBeInViewport();
      await expectNoSidewaysScroll(page);
      await zone.tap();
      await expect(page).toHaveURL("/zones/dhabeji-sez");
      await expect(field(page)).not.toBeFocused();
    }
  });

  test("its button closes it", async ({ page }) => {
    await page.goto("/method");
    await page.getByTitle("Search the site").tap();
    await field(page).pressSequentially("hub");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.getByRole("button", { name: "Close the search" }).tap();
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(field(page)).not.toBeFocused();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the field leads to the page of results, at the day of the page", async ({ page }) => {
    await page.goto("/zones/hattar-sez?asOf=2024-06-30");
    await field(page).fill("hatar");
    await field(page).press("Enter");
    await expect(page).toHaveURL("/search?q=hatar&asOf=2024-06-30");
    await page.getByRole("region", { name: "Zones" }).getByRole("link").first().click();
    await expect(page).toHaveURL("/zones/hattar-sez?asOf=2024-06-30");
  });
});
