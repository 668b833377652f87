import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { zonesInDatabase, zonesOfStanding } from "./support/database";
import type { ExplorerDriver } from "./support/explorer-driver";
import { test } from "./support/test";

/**
 * What readers come for, on a desk, on a phone, and on a desk by keyboard alone, each within so many presses from the first
 * page. Answers to the same kind of question are reached on a phone in the same way, so one is tested there.
 */

test.use({ drawsMaps: false });

const READERS = {
  "on a desk": { width: 1440, height: 900 },
  "on a phone": { width: 360, height: 780 },
  "by keyboard": { width: 1440, height: 900 },
} as const;

const MAP = "The zones on a map of Pakistan";

/** More stops than any page has before its first answer. */
const MOST_STOPS = 200;

/** Presses things and counts. With `usesKeys` it goes from stop to stop with Tab and presses a key. */
class Reader {
  count = 0;

  constructor(
    readonly page: Page,
    readonly usesKeys: boolean,
  ) {}

  async press(thing: Locator): Promise<void> {
    this.count += 1;
    if (!this.usesKeys) return await thing.click();
    await expect(thing).toBeVisible();
    await this.goTo(thing);
    const isBox = (await thing.getAttribute("type")) === "checkbox";
    await this.page.keyboard.press(isBox ? "Space" : "Enter");
  }

  private async goTo(thing: Locator): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await thing.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${thing}.`);
  }
}

/** Opens the first page, and from there the table of zones with one press. */
async function openZones(reader: Reader, explorer: ExplorerDriver): Promise<void> {
  const { page } = reader;
  await page.goto("/");
  const name = /^See all zones in a table/;
  await reader.press(page.getByRole("region", { name: MAP }).getByRole("link", { name }));
  await explorer.answers();
}

/** An answer of the first page. */
const answer = (page: Page, question: string) => page.getByRole("region", { name: question });

for (const [how, viewport] of Object.entries(READERS)) {
  const isPhone = how === "on a phone";
  const usesKeys = how === "by keyboard";

  test.describe(how, () => {
    test.use({ viewport });

    test("zones in Sindh with power: 2 presses on the table of zones, 4 on a phone", async ({
      page,
      explorer,
    }) => {
      const reader = new Reader(page, usesKeys);
      await openZones(reader, explorer);
      if (isPhone) await reader.press(page.getByRole("button", { name: "Search and filter" }));
      const power = await explorer.facet("electricity");
      await reader.press(power.getByRole("checkbox", { name: /^At least partial/ }));
      await reader.press(await explorer.choice("province", "sindh"));
      if (isPhone) await reader.press(page.getByRole("button", { name: /^Show \d+ zones?$/ }));
      const found = await zonesInDatabase(
        "province = 'sindh' and electricity in ('partial', 'available')",
      );
      await explorer.expectZones(found);
      expect(reader.count).toBe(isPhone ? 5 : 3);
    });

    test("which zones run: no press; how sure that is: 1", async ({ page, explorer }) => {
      const reader = new Reader(page, usesKeys);
      await page.goto("/");
      const found = await zonesOfStanding("running");
      const run = answer(page, "Which zones run");
      await expect(run).toBeInViewport({ ratio: 0.9 });
      await expect(run).toContainText(`${found.length} of 44 zones run`);
      await reader.press(run.getByRole("link"));
      await page.waitForURL(/standing=running$/);
      await explorer.expectZones(found);
      for (const slug of found) {
        await expect(explorer.row(slug).locator('[data-column="standing"]')).toContainText(
          /1 source|2 or more publishers agree|Independently confirmed|weak evidence/,
        );
      }
      expect(reader.count).toBe(1);
    });

    test("whether Dhabeji operates and who says so, by its misspelled name: at most 1 press, and keys", async ({
      page,
    }) => {
      const reader = new Reader(page, usesKeys);
      await page.goto("/");
      const field = page.getByRole("combobox", { name: "Search the site" });
      await expect(async () => {
        if (isPhone) await page.getByTitle("Search the site").click();
        else await page.keyboard.press("/");
        await expect(field).toBeFocused({ timeout: 500 });
      }).toPass();
      await page.keyboard.type("dabeji");
      const option = page.getByRole("option", { name: /^Dhabeji Special Economic Zone/ });
      await expect(option).toBeVisible();
      if (usesKeys) {
        await page.keyboard.press("ArrowDown");
        await expect(option).toHaveAttribute("aria-selected", "true");
        await page.keyboard.press("Enter");
      } else {
        await reader.press(option);
      }
      await expect(page).toHaveURL("/zones/dhabeji-sez");
      await expect(page.getByText("Is it operating?").locator("..")).toContainText(
        /Not when last reported \(1\d April 2025\): it was under development; a government body said so in a report by /,
      );
      expect(reader.count).toBe(usesKeys ? 0 : 1);
    });

    if (!isPhone)
      test("what happened in 2026: 1 press, and what was learned since 2024: 2 more", async ({
        page,
      }) => {
        const reader = new Reader(page, usesKeys);
        await page.goto("/");
        const main = page.getByRole("banner").getByRole("navigation", { name: "Main" });
        await reader.press(main.getByRole("link", { name: "News" }));
        await expect(page.getByRole("region", { name: "2026", exact: true })).toContainText(
          "16 Jan 2026",
        );
        expect(reader.count).toBe(1);
        await reader.press(page.getByRole("link", { name: "What we learned", exact: true }));
        await reader.press(page.getByRole("link", { name: "since 2024" }));
        await expect(page).toHaveURL(/from=2023-12-31/);
        await expect(page.getByRole("link", { name: "since 2024" })).toHaveAttribute(
          "aria-current",
          "page",
        );
        expect(reader.count).toBe(3);
      });

    // explorer-keyboard.spec.ts saves a file by keyboard.
    if (!usesKeys)
      test("all zones in a workbook with their sources: 3 presses", async ({ page, explorer }) => {
        const reader = new Reader(page, usesKeys);
        await openZones(reader, explorer);
        await reader.press(page.getByRole("button", { name: "Export", exact: true }));
        const item = page.getByRole("menuitem", { name: /^XLSX/ });
        await expect(item).toBeVisible();
        const download = page.waitForEvent("download");
        await reader.press(item);
        const file = await download;
        expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
        const bytes = await readFile(await file.path());
        expect(bytes.subarray(0, 2).toString()).toBe("PK");
        expect(reader.count).toBe(3);
      });

    test("a view to pass on: 2 presses", async ({ page, explorer, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const reader = new Reader(page, usesKeys);
      await explorer.open("?province=sindh");
      await reader.press(page.getByRole("button", { name: "Share", exact: true }));
      const dialog = page.getByRole("dialog", { name: "Share this view" });
      await reader.press(dialog.getByRole("button", { name: "Copy" }).last());
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toMatch(/\?province=sindh&asOf=\d{4}-\d\d-\d\d&knownOn=r\d+-[0-9a-f]{8}$/);
      expect(reader.count).toBe(2);
    });

    test("the zones at the end of 2021: at most 4 presses and a date", async ({
      page,
      explorer,
    }) => {
      const reader = new Reader(page, usesKeys);
      await openZones(reader, explorer);
      if (isPhone) {
        await reader.press(page.getByRole("button", { name: /^As of/, expanded: false }));
      }
      if (usesKeys) {
        await reader.press(page.getByRole("button", { name: "Skip filters" }));
        await reader.press(page.getByRole("button", { name: "Skip table" }));
      }
      await reader.press(page.getByRole("button", { name: /Choose another date$/ }));
      await expect(page.getByRole("textbox", { name: "Date shown" })).toBeFocused();
      await page.keyboard.type("12312021");
      await page.keyboard.press("Enter");
      await expect(explorer.headline).toContainText("were approved at that date");
      const then = await page.request.get("/api/v1/zones?asOf=2021-12-31&fields=status");
      const { meta } = (await then.json()) as { meta: { matched: number } };
      await expect.poll(async () => (await explorer.counts()).found).toBe(meta.matched);
      await expect(page).toHaveURL(/asOf=2021-12-31/);
      expect(reader.count).toBe(usesKeys ? 4 : isPhone ? 3 : 2);
    });

    test("four zones side by side: 2 presses, and a difference on the screen", async ({
      page,
      explorer,
    }) => {
      const reader = new Reader(page, usesKeys);
      await openZones(reader, explorer);
      const zones = (await explorer.zonesInTable()).slice(0, 4);
      await reader.press(page.getByRole("link", { name: "Compare first 4" }));
      await page.waitForURL(`**/compare?zones=${zones.join(",")}`);
      const table = page.getByRole("table").first();
      await expect(table.getByRole("columnheader")).toHaveCount(4);
      await expect(table.getByRole("rowheader").first()).toBeInViewport();
      expect(reader.count).toBe(2);
    });

    test("firms with ties to China: no press for how many, 1 for which", async ({ page }) => {
      const reader = new Reader(page, usesKeys);
      await page.goto("/");
      const china = answer(page, "Dependence on China");
      await expect(china).toContainText(/^Dependence on China\d+ firms in \d+ zones have Chinese/);
      await reader.press(china.getByRole("link"));
      await expect(page).toHaveURL(/\/firms\?country=CN/);
      await expect(page.getByRole("main")).toContainText("China");
      expect(reader.count).toBe(1);
    });
  });
}
