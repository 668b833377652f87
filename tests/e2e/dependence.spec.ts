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

test("the summary counts the ratings in PostgreSQL, and calls no zone without any independent", async ({
  page,
}) => {
  const zones = await zonesInDatabase(SOME);
  const [sum] = await query(
    `select sum(${LEVELS})::int as known from zone where slug in (${zones.map((slug) => `'${slug}'`).join(",")})`,
  );
  expect(zones).toHaveLength(4);
  await page.goto("/dependence");
  await expect(page.getByText(/We have weak evidence/)).toContainText(
    `${sum?.known} of 264 ratings, and none for 40 zones. That does not mean those zones are independent.`,
  );
  const strip = page.getByRole("figure", { name: "Ratings on 6 dimensions" });
  const [{ sales } = {}] = await query(
    "select dependence_market as sales from zone where slug = 'service-long-march-sez'",
  );
  expect(sales).toBe(0);
  // A source that says none, and no source at all, look different.
  const tyres = strip.getByRole("row", { name: /^Service Long March Tyres/ }).first();
  await expect(tyres).toContainText("0: none");
  await expect(tyres).toContainText("no evidence");
});

test("a level leads to its claim, and zones without a rating or a tie abroad are one line", async ({
  page,
  zonePage,
}) => {
  await page.goto("/dependence");
  await zonePage.answers();
  const behind = page.getByRole("figure", { name: "What is known, zone by zone" });
  await behind.getByRole("link", { name: "Technology: level 4 of 4" }).first().click();
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(/\/zones\/[a-z0-9-]+\/evidence#ledger-dependenceTechnology$/);
  await page.goBack();
  const zones = behind.locator("details", { hasText: "No rating and no tie abroad is known for" });
  const zone = zones.getByRole("link").first();
  await expect(zone).toBeHidden();
  await zones
    .getByText(/^No rating and no tie abroad is known for \d+ zones\. That does not mean/)
    .click();
  await zone.click();
  await expect(page).toHaveURL(/\/zones\/[a-z0-9-]+#dependence$/);
});

test("the plane has only rated zones where firms operate, and its table has the same", async ({
  page,
}) => {
  await page.goto("/dependence");
  const plane = page.getByRole("figure", { name: "Dependence and readiness" });
  await plane.getByText("The data as a table").click();
  const rows = plane.getByRole("region", { name: /: the data$/ }).getByRole("row");
  const operating = await zonesInDatabase(
    `(status in ('partially-operational', 'operational') or enterprises_producing > 0) and (${SOME})`,
  );
  await expect(rows).toHaveCount(1 + operating.length);
});

test("the page follows the explorer's query and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/dependence?scope=priority-four");
  await expect(page.getByText(/of 24 ratings/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("the ties to any country can be shown, China first", async ({ page }) => {
  await page.goto("/dependence");
  const countries = page.getByRole("navigation", { name: "Show ties to:" });
  await expect(countries.getByRole("link").first()).toContainText("China");
  await countries.getByRole("link", { name: /^South Korea/ }).click();
  await expect(page).toHaveURL(/\/dependence\?country=KR#firms$/);
  const partners = page.getByText(
    /Not known to be owned from South Korea, but partners from there take part: [1-9]/,
  );
  await expect(partners).toBeVisible();
  // An older link, which named the country of partners alone.
  await page.goto("/dependence?involvement=technology:KR");
  await expect(partners).toBeVisible();
});
