import { expect } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

const SINDH = "/provinces/sindh";

test("a province lists the zones of PostgreSQL, furthest on site first", async ({ page }) => {
  await page.goto(SINDH);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zones in Sindh");
  const slugs = await zonesInDatabase("province = 'sindh'", { scope: "all" });
  const rows = page.getByRole("table", { name: "Zones in Sindh" }).getByRole("rowheader");
  await expect(rows).toHaveCount(slugs.length);
  const shown = await rows
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1)));
  expect(shown).toEqual(slugs);
});

test("a count of a province leads to its zones in the explorer", async ({ page }) => {
  await page.goto(SINDH);
  const counts = page.getByRole("region", { name: /^Legal status: / });
  const link = counts.getByRole("link", { name: /^Notified/ });
  const count = /\d+$/.exec(((await link.textContent()) ?? "").trim())?.[0];
  await link.click();
  await expect(page).toHaveURL(/\?scope=all&.*province=sindh/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^${count} of \\d+ `),
  );
});

test("a value of a province opens its evidence", async ({ page, zonePage }) => {
  await page.goto(SINDH);
  await zonePage.answers();
  const row = page.getByRole("row", { name: /Dhabeji/ });
  await row.getByRole("link", { name: /, Legal status$/ }).click();
  await expect(zonePage.answer).toHaveAccessibleName("Dhabeji: Legal status, source and history");
});

test("a past day shows a province as it was, and keeps the day in its links", async ({ page }) => {
  await page.goto(`${SINDH}?asOf=2019-06-30`);
  await expect(page.getByText("This page shows 30 Jun 2019")).toBeVisible();
  const links = page.getByRole("table").getByRole("rowheader").getByRole("link");
  await expect(links.first()).toHaveAttribute("href", /\?asOf=2019-06-30$/);
  await openTime(page);
  await page.getByRole("slider", { name: "Date shown" }).press("Home");
  await expect(page.getByText("no zone in Sindh is tracked")).toBeVisible();
  await page.getByRole("link", { name: "Show today" }).click();
  await expect(page).toHaveURL(SINDH);
});

test("disputed territory is described without taking a side", async ({ page }) => {
  for (const path of ["gilgit-baltistan", "azad-jammu-kashmir"]) {
    await page.goto(`/provinces/${path}`);
    await expect(page.getByRole("figure")).toContainText(
      "the status of Jammu and Kashmir is disputed and the tracker takes no side",
    );
  }
});

test("a mistyped province answers 404 and suggests the right one", async ({ page, troubles }) => {
  troubles.expectAt("/provinces/sind");
  const response = await page.goto("/provinces/sind");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Sindh" }).click();
  await expect(page).toHaveURL(SINDH);
});
