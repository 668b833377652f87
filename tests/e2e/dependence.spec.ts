import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const COLUMNS = [
  "dependence_technology",
  "dependence_standards",
  "dependence_supplier",
  "dependence_financial",
  "dependence_market",
  "dependence_human_capital",
];
const LEVELS = COLUMNS.map((column) => `(${column} is not null)::int`).join(" + ");
const SOME = COLUMNS.map((column) => `${column} is not null`).join(" or ");

test("counts the levels that PostgreSQL holds, and takes silence for nothing else", async ({
  page,
}) => {
  const zones = await zonesInDatabase(SOME);
  const [sum] = await query(
    `select sum(${LEVELS})::int as known from zone where slug in (${zones.map((slug) => `'${slug}'`).join(",")})`,
  );
  expect(zones).toHaveLength(4);
  await page.goto("/dependence");
  await expect(page.getByText(/^Of the 264 levels/)).toContainText(
    `${sum?.known} are evidenced, all of them weakly. Of forty zones not one is known`,
  );
  const strip = page.getByRole("figure", { name: "Six dimensions, zone by zone" });
  const [{ sales } = {}] = await query(
    "select dependence_market as sales from zone where slug = 'service-long-march-sez'",
  );
  expect(sales).toBe(0);
  // A source that says none, and nobody who says anything, are told apart.
  const tyres = strip.getByRole("row", { name: /^Service Long March Tyres/ }).first();
  await expect(tyres).toContainText("0: none");
  await expect(tyres).toContainText("no evidence");
});

test("leads from a level to its claim, and from a quadrant to its zones", async ({
  page,
  zonePage,
}) => {
  await page.goto("/dependence");
  await zonePage.answers();
  const behind = page.getByRole("region", { name: "The firms and claims behind it" });
  await behind.getByRole("link", { name: "Technology: level 4 of 4" }).first().click();
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(/\/zones\/[a-z0-9-]+#ledger-dependenceTechnology$/);
  await page.goBack();
  const tied = page.getByRole("region", { name: "Ready, and tied" });
  await expect(tied).toContainText("Certainly here: no zone");
  await tied.getByText(/^Could be here or elsewhere/).click();
  await tied.getByRole("link", { name: "Hattar" }).click();
  await expect(page).toHaveURL("/zones/hattar-sez#dependence");
});

test("draws only where firms operate, and its data can be had as a table", async ({ page }) => {
  await page.goto("/dependence");
  const plane = page.getByRole("figure", { name: "Dependence against readiness" });
  await plane.getByText("The data as a table").click();
  const rows = plane.getByRole("region", { name: /: the data$/ }).getByRole("row");
  const operating = await zonesInDatabase(
    "status in ('partially-operational', 'operational') or enterprises_producing > 0",
  );
  await expect(rows).toHaveCount(1 + operating.length);
});

test("follows the explorer's question and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/dependence?scope=priority-four");
  await expect(page.getByText(/^Of the 24 levels/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});
