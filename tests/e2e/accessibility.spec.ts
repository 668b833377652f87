import { expect } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothThemes } from "./support/accessibility";
import { test } from "./support/test";

// What is drawn or opens over a page. The pages themselves are looked at in every-page.spec.ts.

test.describe.configure({ timeout: 120_000 });

test("explorer: map, table and filters", async ({ page, explorer }) => {
  await explorer.open("?province=sindh");
  await explorer.mapPainted();
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page);
});

/** Buttons of the explorer with what each opens. */
const OPENED = [
  ["What the marks mean", "dialog"],
  ["Export", "menu"],
  ["Columns", "dialog"],
] as const;

test.describe("without the map", () => {
  test.use({ drawsMaps: false });

  test("over the explorer: dialogs, the menu of files and all filters", async ({
    page,
    explorer,
  }) => {
    await explorer.open("?scope=priority-four");
    for (const [name, role] of OPENED) {
      await test.step(name, async () => {
        await page.getByRole("button", { name, exact: name === "Export" }).click();
        const opened = page.getByRole(role);
        await opened.waitFor();
        await expectAccessibleInBothThemes(page, `[role=${role}]`);
        await page.keyboard.press("Escape");
        await expect(opened).toBeHidden();
      });
    }
    await (await explorer.facet("areaAcres")).waitFor();
    await (await explorer.facet("status")).waitFor();
    await page.getByRole("button", { name: "definitions of Progress on site" }).click();
    await expectAccessibleInBothThemes(page);
  });

  test("over a phone: the filters", async ({ page, explorer }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await explorer.open("?scope=priority-four");
    await page.getByRole("button", { name: /^Filter/ }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    await expectAccessibleInBothThemes(page, "[role=dialog]");
  });

  test("over a zone: who says so", async ({ page, zonePage }) => {
    await zonePage.open("rashakai-sez");
    await zonePage.ask("internalRoads");
    await expectAccessibleInBothThemes(page, "[role=dialog]");
  });
});
