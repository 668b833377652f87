import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.describe("needed and delivered", () => {
  test.use({ drawsMaps: false });

  test("the title counts the zones with both figures in PostgreSQL, as their bases differ", async ({
    page,
  }) => {
    const both = await zonesInDatabase(
      "power_needed_mw is not null and power_energised_mw is not null",
    );
    const needed = await zonesInDatabase("power_needed_mw is not null");
    expect(both.length).toBeLessThan(needed.length);
    await page.goto("/gaps");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "In all 3 zones with both figures, less power is delivered than needed",
    );
    expect(both).toHaveLength(3);
    const counts = page.getByRole("link", { name: /^both needed and delivered/ }).first();
    await expect(counts).toHaveText(/\D3$/);
    await counts.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^3 of 44 zones: power needed/,
    );
  });

  test("each quantity leads to its evidence, and the data has every zone", async ({ page }) => {
    await page.goto("/gaps?scope=priority-four");
    const figure = page.getByRole("figure", { name: "Electricity" });
    const row = figure.getByRole("row", { name: /^Dhabeji/ });
    await expect(row.getByRole("link", { name: /^Unknown/ })).toHaveAttribute(
      "href",
      "/zones/dhabeji-sez#ledger-powerEnergisedMw",
    );
    await expect(row).toContainText("disputed");
    await figure.getByText("The data as a table").click();
    await expect(
      figure.getByRole("region", { name: "Electricity: the data" }).getByRole("row"),
    ).toHaveCount(1 + 4);
  });

  test("the page fits a phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/gaps");
    await expectNoSidewaysScroll(page);
  });
});

test("the map shows gaps as bars under the markers", async ({ page, explorer }) => {
  await explorer.open("?scope=priority-four&markers=power");
  await explorer.mapPainted();
  await expect(
    explorer.map.getByRole("button", {
      name: /^Rashakai.*10 MW of power delivered \(Oct 2020\), 210 MW needed \(Feb 2023\)/,
    }),
  ).toBeVisible();
  await expect(
    explorer.map.getByRole("button", {
      name: /^Dhabeji.*250 MW of power needed, delivery unknown/,
    }),
  ).toBeVisible();
  await explorer.map.getByRole("button", { name: "Markers with power" }).click();
  await page.getByRole("menuitemradio", { name: /With gas/ }).click();
  await expect(page).toHaveURL(/markers=gas/);
  await expect(
    explorer.map.getByRole("button", { name: /^Rashakai.*30 MMCFD of gas needed/ }),
  ).toBeVisible();
});
