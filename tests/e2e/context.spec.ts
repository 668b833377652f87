import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query, zonesInDatabase } from "./support/database";
import { saveFigure } from "./support/figure-driver";
import { test } from "./support/test";

test.describe("the national problems of the zones", () => {
  test.use({ drawsMaps: false });

  test("shows every figure that PostgreSQL holds, with the way to its source", async ({ page }) => {
    const figures = await query(
      `select distinct on (key) key, label, source_id from (
         select key, label, source_id, revision_id, "constraint" from context_figure
         union all select key, label, source_id, revision_id, "constraint" from context_figure_version
       ) versions where "constraint" <> 'second-readings' order by key, revision_id desc`,
    );
    expect(figures.length).toBeGreaterThan(20);
    await page.goto("/context");
    for (const { key, label, source_id: source } of figures) {
      const figure = page.locator(`[id="${key}"]`);
      await expect(figure).toContainText(String(label));
      await expect(figure.getByRole("link")).toHaveAttribute("href", `/sources/${source}`);
    }
  });

  test("counts the zones by an affected fact as the explorer does", async ({ page }) => {
    const partial = await zonesInDatabase("electricity = 'partial'");
    const unknown = await zonesInDatabase("electricity is null");
    await page.goto("/context");
    const figure = page.getByRole("figure", { name: /^Power: we know/ });
    const item = figure.getByRole("listitem").filter({ hasText: "Electricity" });
    await expect(item.getByRole("link", { name: /^Partial/ })).toHaveText(
      `Partial ${partial.length}`,
    );
    await expect(item.getByRole("link", { name: /^unknown/ })).toHaveText(
      `unknown ${unknown.length}`,
    );
    await item.getByRole("link", { name: /^Partial/ }).click();
    await expect(page).toHaveURL(/\/zones\?electricity=partial$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      new RegExp(`^${partial.length} of 44 zones`),
    );
  });

  test("saves a comparison as CSV", async ({ page }) => {
    await page.goto("/context");
    const figure = page.getByRole("figure", { name: /^Global battery manufacturing capacity: / });
    expect(await saveFigure(figure)).toEqual([
      "figure,period,value,source",
      "Global battery manufacturing capacity,2023,2600,mp-idsa-2026-03-13",
      "Global lithium-ion battery demand,2023,950,mp-idsa-2026-03-13",
    ]);
  });

  test("lists figures of later dates apart on a past day", async ({ page }) => {
    await page.goto("/context?asOf=2026-01-15");
    const zones = page.getByRole("region", { name: "The zones themselves" });
    await expect(zones.locator("#approved-zones")).toHaveCount(0);
    await expect(zones).toContainText(/Only after this date: .*Approved SEZs \(16 Jan 2026\)/);
    await expect(zones.getByRole("link", { name: /^Approved \d/ })).toHaveAttribute(
      "href",
      "/zones?legalStatus=approved&asOf=2026-01-15",
    );
  });

  test("says in words what it cannot read, and fits a phone", async ({ page }) => {
    await page.goto("/context?electricity=lots");
    await expect(page.getByRole("main")).toContainText("electricity=lots");
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/context");
    await expectNoSidewaysScroll(page);
  });
});
