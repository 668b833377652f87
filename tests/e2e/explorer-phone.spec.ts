import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { STOPPED, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
});

test("the list is a sheet over the map, and its handle moves it up and down", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  await expect(explorer.map).toBeInViewport({ ratio: 0.9 });
  await expect(explorer.headline).toBeInViewport();
  const grip = page.getByRole("button", { name: "Show list or map" });
  await grip.tap();
  // A finger that comes while the page still glides would only stop it.
  await expect.poll(async () => (await grip.boundingBox())?.y ?? 999).toBeLessThan(1);
  const [first = ""] = await zonesInDatabase();
  await expect(explorer.row(first)).toBeInViewport();
  await grip.tap();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await expectNoSidewaysScroll(page);
});

test("a tap on a mark selects its card", async ({ page, explorer }) => {
  await explorer.open();
  await explorer.mapPainted();
  const { x, y } = await explorer.mark("gabd-rimdan-border-sez");
  await page.touchscreen.tap(x, y);
  await expect(explorer.row("gabd-rimdan-border-sez").getByRole("checkbox")).toBeChecked();
});

test("the legend opens over the map and filters", async ({ page, explorer }) => {
  await explorer.open();
  await page.getByRole("button", { name: "Key" }).tap();
  await explorer.map.getByRole("button", { name: /^Stopped: / }).tap();
  await expect.poll(() => explorer.zonesInTable()).toEqual(await zonesInDatabase(STOPPED));
});

test.describe("without the map", () => {
  test.use({ drawsMaps: false });

  test("the filters open in a sheet that says how many zones match", async ({ page, explorer }) => {
    await explorer.open();
    await page.getByRole("button", { name: "Filter", exact: true }).tap();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await expect(sheet).toBeVisible();
    await explorer.filterBy("province", "sindh");
    const zones = await zonesInDatabase("province = 'sindh'");
    await sheet.getByRole("button", { name: `Show ${zones.length} zones` }).tap();
    await expect(sheet).toBeHidden();
    await explorer.expectZones(zones);
    await expect(page.getByRole("button", { name: "Filter (1)" })).toBeVisible();
  });

  test("a row is a card with labelled values, and a menu sorts the cards", async ({
    page,
    explorer,
  }) => {
    await explorer.open();
    const card = explorer.row("rashakai-sez");
    await expect(card).toContainText("Being built under development");
    await expect(card).toContainText(/\d+–\d+/);
    await expect(card.locator('[data-column="power"]')).toHaveAttribute("data-label", "Power, MW");
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name, A to Z");
    await expect
      .poll(() => explorer.zonesInTable())
      .toEqual(await zonesInDatabase("true", { orderBy: 'name collate "en-x-icu"' }));
  });

  test("the menu leads to a page with its tabs, and buttons are at least 24 px", async ({
    page,
    explorer,
  }) => {
    await page.goto("/zones");
    await expect(async () => {
      await page.getByRole("banner").getByRole("button", { name: /menu/i }).tap();
      await expect(page.getByRole("link", { name: "Data and method", exact: true })).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    await page.getByRole("link", { name: "Data and method", exact: true }).tap();
    await expect(page).toHaveURL("/data");
    await page.getByLabel("Pages on this subject").getByRole("link", { name: "Glossary" }).tap();
    await expect(page).toHaveURL("/glossary");
    await explorer.open();
    // WCAG 2.2 asks for 24 px; buttons of the page itself aim at 44.
    const small = await page
      .getByRole("main")
      .getByRole("button")
      .filter({ visible: true })
      .evaluateAll((buttons) =>
        buttons
          // Drawn only while it has the focus of a keyboard.
          .filter((button) => !button.classList.contains("sr-only"))
          .map((button) => ({
            name: button.getAttribute("aria-label") ?? button.textContent ?? "",
            box: button.getBoundingClientRect(),
          }))
          .filter(({ box }) => Math.round(box.width) < 24 || Math.round(box.height) < 24)
          .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
      );
    expect(small).toEqual([]);
  });
});
