import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { test } from "./support/test";

const LEDGER = "/zones/allama-iqbal-industrial-city/ledger";

test("a zone's page leads to its whole ledger on the same day", async ({ page }) => {
  await page.goto("/zones/allama-iqbal-industrial-city?asOf=2022-06-30&knownOn=r1");
  await page.getByRole("link", { name: "All reports, newest first" }).click();
  await page.waitForURL(`${LEDGER}?asOf=2022-06-30&knownOn=r1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "All reports: Allama Iqbal Industrial City",
  );
  const days = await page
    .locator("main > ol > li time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  const firstDays = days.map((day) => day + "-01-01".slice(day.length - 4));
  expect(firstDays.length).toBeGreaterThan(20);
  expect(firstDays).toEqual([...firstDays].sort().reverse());
  expect(firstDays[0]?.localeCompare("2022-06-30")).toBeLessThanOrEqual(0);
});

test("the filters of the ledger are in the address", async ({ page, request }) => {
  await page.goto(`${LEDGER}?asOf=2026-11-24&knownOn=r1`);
  await page.getByRole("combobox", { name: "Fact", exact: true }).selectOption("areaAcres");
  await page.getByLabel("Type of source").selectOption("official");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/field=areaAcres/);
  const said = Object.fromEntries(new URL(page.url()).searchParams);
  expect(said).toMatchObject({ asOf: "2026-11-24", knownOn: "r1", origin: "official" });
  const answer = await request.get(
    "/api/v1/zones/allama-iqbal-industrial-city/claims?asOf=2026-11-24&knownOn=r1",
  );
  const { data } = await answer.json();
  const expected = data.filter(
    (claim: { field: string; origin: string }) =>
      claim.field === "areaAcres" && claim.origin === "official",
  );
  expect(expected.length).toBeGreaterThan(0);
  await expect(page.locator("main > ol > li")).toHaveCount(expected.length);
  await page.getByRole("link", { name: "Remove all filters" }).click();
  await expect(page).toHaveURL(`${LEDGER}?asOf=2026-11-24&knownOn=r1`);
});

test("a filter without a match says so", async ({ page }) => {
  await page.goto(`${LEDGER}?source=nobody`);
  await expect(page.getByText("No report here is from the source nobody.")).toBeVisible();
  await expect(page.getByText("No reports match these filters.")).toBeVisible();
});

test("the ledger is accessible and fits a phone", async ({ page }) => {
  await page.goto(LEDGER);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
