import { expect } from "@playwright/test";
import { fieldSpec } from "../../lib/catalogue/fields";
import { query } from "./support/database";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

test.use({ drawsMaps: false });

test("a value in the table opens its evidence with the mouse, and the focus returns to it", async ({
  explorer,
  page,
  zonePage,
}) => {
  const [claim] = await query(
    `select s.title from claim c join source s on s.id = c.source_id
     where c.zone_slug = 'rashakai-sez' and c.tenancy_id is null and c.field = 'status'
     order by c.as_of desc limit 1`,
  );
  await explorer.open("?scope=priority-four&columns=status,electricity,power");
  const cell = explorer.row("rashakai-sez").locator('td[data-column="status"]');
  await cell.getByRole("link").click();
  await expect(zonePage.answer).toHaveAccessibleName(
    `Rashakai: ${fieldSpec("status").label}, source and history`,
  );
  await expect(zonePage.answer).toContainText(String(claim?.title));
  await page.keyboard.press("Escape");
  await expect(zonePage.answer).toBeHidden();
  await expect(cell.getByRole("link")).toBeFocused();
  await expect(page).toHaveURL(/columns=status,electricity,power$/);
});

test("the arrow keys move between the table's values, and Enter opens the evidence", async ({
  explorer,
  page,
  zonePage,
}) => {
  await explorer.open("?scope=priority-four&columns=status,electricity,power&asOf=2024-06-30");
  const [first = "", second = ""] = await explorer.zonesInTable();
  await explorer.zoneLink(first).focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  const value = explorer.row(second).locator('td[data-column="electricity"]').getByRole("link");
  await expect(value).toBeFocused();
  await expect(value).toHaveAttribute(
    "href",
    `/zones/${second}?asOf=2024-06-30#ledger-electricity`,
  );
  await page.keyboard.press("Enter");
  await expect(zonePage.answer).toContainText(/electricity/i);
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(`/zones/${second}/evidence?asOf=2024-06-30#ledger-electricity`);
});

test("a value is cited in 2 presses, and its address shows the same value", async ({
  page,
  zonePage,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/zones/rashakai-sez?asOf=2024-06-30");
  const value = page.locator('a[href$="#ledger-electricity"]').first();
  await expect(async () => {
    await value.click();
    await expect(zonePage.answer).toBeVisible({ timeout: 1000 });
  }).toPass();
  await zonePage.answer.getByRole("link", { name: "Cite this value" }).click();
  const words = /CPEC SEZ Tracker, “Electricity, Rashakai: .+”, as of 30 June 2024 \(.+\), (\S+)/;
  await expect(zonePage.answer).toContainText(words);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [, address = ""] = words.exec(copied) ?? [];
  expect(new URL(address).searchParams.get("asOf")).toBe("2024-06-30");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Electricity, Rashakai: /);
  await expect(page.locator("#citation")).toHaveText(copied);
});

test("one value's evidence is a page of its own, on any day", async ({ page }) => {
  await page.goto("/zones/rashakai-sez/evidence?of=internalRoads&asOf=2024-06-30");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Internal roads, Rashakai: /);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("Rashakai: Internal roads");
  await openTime(page);
  await page.getByRole("slider", { name: "Date shown" }).press("Home");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rashakai: not yet reported /);
});
