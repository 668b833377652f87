import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "./support/accessibility";
import { makeAccount, signIn } from "./support/accounts";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";

const grid = (page: Page) => page.getByRole("table", { name: "Zones and their values" });
const cell = (page: Page, zone: string, column: string) =>
  page.locator(`[data-cell="${zone}.${column}"]`);

/** Opens the grid and waits until its keys answer. */
async function openGrid(page: Page, search = ""): Promise<void> {
  const analyst = await makeAccount("analyst", "Ghazala Grid");
  await signIn(page, analyst, `/admin/zones${search}`);
  await expect(async () => {
    await page.keyboard.press("f");
    await expect(page.getByRole("searchbox", { name: "Find a zone" })).toBeFocused({
      timeout: 500,
    });
  }).toPass();
}

test("the grid is worked with the keyboard alone, and Back returns to the zone", async ({
  page,
}) => {
  await openGrid(page);
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ zones$/);
  await page.keyboard.type("rashakai");
  await expect(grid(page).getByRole("row")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.keyboard.type("dhabeji");
  await expect(grid(page).getByRole("row")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, "dhabeji-sez", "name")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "dhabeji-sez", "status")).toBeFocused();
  await page.keyboard.press("End");
  await expect(cell(page, "dhabeji-sez", "readiness")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const editor = page.getByRole("region", { name: /^Legal status/ });
  for (const key of ["Enter", "7"]) {
    await page.keyboard.press(key);
    await expect(editor.locator(":focus")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(editor).toHaveCount(0);
    await expect(cell(page, "dhabeji-sez", "legalStatus")).toBeFocused();
  }
  await page.keyboard.press("o");
  await page.waitForURL(/\/admin\/zones\/dhabeji-sez\/edit$/);
  await page.goBack();
  await expect(cell(page, "dhabeji-sez", "name")).toBeFocused();
  await expect(grid(page).getByRole("row")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox", { name: "Find a zone" })).toBeFocused();
});

test("values of two zones are changed in place and recorded together from one source", async ({
  page,
}) => {
  const [one, other] = forThisTry(
    ["oil-village-rawalpindi", "vehari-industrial-estate"],
    ["bhalwal-industrial-estate", "rahim-yar-khan-industrial-estate"],
  );
  await openGrid(page, "?columns=telecom,sewerage");
  await page.keyboard.press("ArrowDown");
  await cell(page, one, "sewerage").click();
  const changes = page.getByRole("region", { name: "Changes that are not recorded yet" });
  await expect(page.getByRole("region", { name: /^Sewerage/ })).toBeVisible();
  await expect(changes).toHaveCount(0);
  // A value that was only looked at closes as soon as another is opened.
  await cell(page, one, "telecom").click();
  await expect(page.getByRole("region", { name: /^Sewerage/ })).toHaveCount(0);
  const telecom = page.getByRole("region", { name: /^Telecom/ });
  await telecom.getByRole("button", { name: /Planned/ }).click();
  await expect(cell(page, one, "telecom")).toHaveText(/Planned.*not recorded yet/);
  await page.getByRole("searchbox", { name: "Search sources" }).fill("geonames");
  await page.getByRole("list", { name: "Sources found" }).getByRole("button").first().click();
  await expect(changes).toContainText("1 change, not recorded yet.");
  await telecom.getByLabel(/^(As of|Day)/).fill("2026-10");
  await telecom.getByLabel(/source’s words/i).fill("Telephone lines are planned.");

  await cell(page, other, "sewerage").click();
  const sewerage = page.getByRole("region", { name: /^Sewerage/ });
  await expect(sewerage).toContainText("as for Telecom");
  await sewerage.getByRole("button", { name: /Absent/ }).click();
  await expect(changes).toContainText("2 changes, not recorded yet.");
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press("Control+Enter");
  await expect(changes).toHaveCount(0);
  await expect(cell(page, one, "telecom")).toHaveText(/Planned.*Oct 2026/);
  await expect(cell(page, other, "sewerage")).toHaveText(/Absent.*Oct 2026/);
});

test("filters, order and columns are kept in the address and as a view", async ({ page }) => {
  await openGrid(page);
  await page.getByRole("button", { name: "Unknown", exact: true }).click();
  await page.getByLabel("In which column").selectOption({ label: "Gas" });
  await expect(page).toHaveURL(/\?is=unknown&in=gas$/);
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ of \d+ zones$/);
  const gas = page.locator('[data-cell$=".gas"]');
  await expect(gas.first()).toHaveText("unknown");
  expect(new Set(await gas.allTextContents())).toEqual(new Set(["unknown"]));

  await grid(page)
    .getByRole("button", { name: /^Readiness/ })
    .click();
  await expect(grid(page).getByRole("columnheader", { name: /^Readiness/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByRole("button", { name: "8 columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Sewerage" }).click();
  await page.keyboard.press("Escape");
  await expect(grid(page).getByRole("columnheader", { name: "Sewerage" })).toBeVisible();

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByLabel("Name of the view").fill("Gas to find");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "View: Gas to find" })).toBeVisible();
  const kept = new URL(page.url()).search;
  await page.goto("/admin/zones");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Gas to find" }).click();
  await expect(page).toHaveURL((url) => url.search === kept);
  await page.getByRole("button", { name: "View: Gas to find" }).click();
  await page.getByRole("menuitem", { name: "Remove “Gas to find”" }).click();
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
});

test("no zone can be left, and one press shows all again", async ({ page }) => {
  await openGrid(page, "?q=nowhere");
  await expect(page.getByText("No zone passes these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Show all zones" }).click();
  await expect(grid(page).getByRole("row").nth(2)).toBeVisible();
});

for (const width of [1440, 900, 360]) {
  test(`the grid and its frame are accessible at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openGrid(page, "?is=disputed");
    await expectAccessibleInBothThemes(page);
    await expectNoSidewaysScroll(page);
    const desk = page.getByRole("navigation", { name: "Desk" });
    await expect(desk.getByRole("link", { name: "Zones" })).toHaveAttribute("aria-current", "page");
    await expect(desk.getByRole("link", { name: "History" })).toBeInViewport();
    if (width > 360) return;
    await page.getByLabel("Shown:").selectOption({ label: "Gas" });
    await expect(page.locator('[data-cell$=".gas"]').first()).toBeVisible();
    await expect(page.locator('[data-cell$=".status"]').first()).toBeHidden();
  });
}
