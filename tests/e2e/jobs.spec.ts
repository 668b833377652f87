import { expect, type Locator, type Page } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

/** What readers come for, on a desk and on a phone, from the first page, each within so many presses. */

test.use({ drawsMaps: false, firstVisit: true });

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } } as const;

/** Presses things and counts. */
class Presses {
  count = 0;

  async press(thing: Locator): Promise<void> {
    this.count += 1;
    await thing.click();
  }
}

const question = (page: Page, words: string) =>
  page
    .getByRole("navigation", { name: "Start with a question" })
    .getByRole("link", { name: words });

for (const [size, viewport] of Object.entries(SIZES)) {
  const isPhone = size === "phone";

  test.describe(`on a ${size}`, () => {
    test.use({ viewport });

    test("zones in Sindh with power: at most 4 presses", async ({ page, explorer }) => {
      const reader = new Presses();
      await explorer.open();
      await reader.press(question(page, "Which zones have power?"));
      await explorer.answers();
      if (isPhone) await reader.press(page.getByRole("button", { name: "Search and filter" }));
      await reader.press(await explorer.choice("province", "sindh"));
      if (isPhone) await reader.press(page.getByRole("button", { name: /^Show \d+ zones?$/ }));
      const found = await zonesInDatabase(
        "province = 'sindh' and electricity in ('partial', 'available')",
      );
      await explorer.expectZones(found);
      expect(reader.count).toBeLessThanOrEqual(isPhone ? 4 : 2);
    });

    test("which zones are operating and how sure that is: 1 press", async ({ page, explorer }) => {
      const reader = new Presses();
      await explorer.open();
      await reader.press(question(page, "Where are firms producing?"));
      const found = await zonesInDatabase("status in ('partially-operational', 'operational')");
      await explorer.expectZones(found);
      for (const slug of found) {
        await expect(explorer.row(slug).locator('[data-column="status"]')).toContainText(
          /1 source|2 or more publishers agree|Independently confirmed|weak evidence/,
        );
      }
      expect(reader.count).toBe(1);
    });

    test("whether Dhabeji operates and who says so, by its misspelled name: 1 press and keys", async ({
      page,
    }) => {
      const reader = new Presses();
      await page.goto("/");
      const field = page.getByRole("combobox", { name: "Search the site" });
      await expect(async () => {
        if (isPhone) await page.getByTitle("Search the site").click();
        else await page.keyboard.press("/");
        await expect(field).toBeFocused({ timeout: 500 });
      }).toPass();
      await page.keyboard.type("dabeji");
      await reader.press(page.getByRole("option", { name: /^Dhabeji Special Economic Zone/ }));
      await expect(page).toHaveURL("/zones/dhabeji-sez");
      await expect(page.getByText("Is it operating?").locator("..")).toContainText(
        /No, it is under development: a government body says so in a report by UrduPoint/,
      );
      expect(reader.count).toBe(1);
    });

    test("what changed since 2024: at most 3 presses", async ({ page }) => {
      const reader = new Presses();
      await page.goto("/");
      await reader.press(question(page, "What changed this year?"));
      await reader.press(page.getByRole("link", { name: "since 2024" }));
      await expect(page).toHaveURL(/from=2023-12-31/);
      await expect(page.getByRole("link", { name: "since 2024" })).toHaveAttribute(
        "aria-current",
        "page",
      );
      expect(reader.count).toBe(2);
    });

    test("all zones in a workbook with their sources: 2 presses", async ({ explorer }) => {
      await explorer.open();
      const { name, bytes } = await explorer.export("XLSX");
      expect(name).toMatch(/\.xlsx$/);
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
    });

    test("a view to pass on: 1 press", async ({ page, explorer, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await explorer.open("?province=sindh");
      if (isPhone)
        await page
          .getByRole("button", { name: /Time|As of/ })
          .first()
          .click();
      await page.getByRole("button", { name: "Copy permanent link" }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toMatch(/\?province=sindh&asOf=\d{4}-\d\d-\d\d&knownOn=r\d+-[0-9a-f]{8}$/);
    });

    test("four zones side by side: 5 presses", async ({ page, explorer }) => {
      const reader = new Presses();
      await explorer.open();
      const zones = (await zonesInDatabase()).slice(0, 4);
      for (const slug of zones) await reader.press(explorer.row(slug).getByRole("checkbox"));
      await reader.press(page.getByRole("link", { name: /^Compare/ }).last());
      await expect(page).toHaveURL(/\/compare\?zones=/);
      await expect(page.getByRole("columnheader")).toHaveCount(4);
      expect(reader.count).toBe(5);
    });

    test("firms of Chinese owners: 1 press", async ({ page }) => {
      const reader = new Presses();
      await page.goto("/");
      await reader.press(question(page, "Which firms are Chinese?"));
      await expect(page).toHaveURL(/\/investors\?nationality=CN/);
      await expect(page.getByRole("main")).toContainText("China");
      expect(reader.count).toBe(1);
    });
  });
}
