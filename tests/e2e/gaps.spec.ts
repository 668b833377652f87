import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.describe("needed against delivered", () => {
  test.use({ drawsMaps: false });

  test("sums what PostgreSQL sums, and no more", async ({ page }) => {
    const both = await zonesInDatabase(
      "power_needed_mw is not null and power_energised_mw is not null",
    );
    const needed = await zonesInDatabase("power_needed_mw is not null");
    expect(both.length).toBeLessThan(needed.length);
    await page.goto("/gaps");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "that three zones need, 24 are evidenced",
    );
    expect(both).toHaveLength(3);
    const counts = page.getByRole("link", { name: /^both need and delivery/ }).first();
    await expect(counts).toHaveText(/3 ?of 44/);
    await counts.click();
    await expect(page.getByText(/^3 of 44 zones/)).toBeVisible();
  });

  test("leads from each figure to its evidence, and has its data as a table", async ({ page }) => {
    await page.goto("/gaps?scope=priority-four");
    const region = page.getByRole("region", { name: "electricity: needed against delivered" });
    const row = region.getByRole("row", { name: /^Dhabeji/ });
    await expect(row.getByRole("link", { name: /^Unknown/ })).toHaveAttribute(
      "href",
      "/zones/dhabeji-sez#ledger-powerEnergisedMw",
    );
    await expect(row).toContainText("disputed");
    const figure = page.getByRole("figure", { name: "Electricity" });
    await figure.getByText("The data as a table").click();
    await expect(
      figure.getByRole("region", { name: "Electricity: the data" }).getByRole("row"),
    ).toHaveCount(1 + 4);
  });

  test("fits a phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/gaps");
    await expectNoSidewaysScroll(page);
  });
});

test("stands on the map as bars under the markers", async ({ page, explorer }) => {
  await explorer.open("?scope=priority-four&markers=power");
  await explorer.mapPainted();
  await expect(
    explorer.map.getByRole("button", { name: /^Rashakai.*10 of 210 MW of power delivered/ }),
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
