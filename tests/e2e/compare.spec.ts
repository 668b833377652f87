import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const TWO = "/compare?zones=rashakai-sez,dhabeji-sez";

test("each value of two compared zones has its source and history", async ({ page, zonePage }) => {
  await page.goto(TWO);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rashakai and Dhabeji compared");
  const [first, all] = [page.getByRole("table").first(), page.getByRole("table").last()];
  const row = first.getByRole("row", { name: /^Power needed/ });
  await expect(row.getByRole("cell").first()).toContainText("210 MW");
  await expect(first.getByRole("row", { name: /^Power delivered/ })).toHaveCount(0);
  await expect(all.getByRole("row", { name: /^Power delivered/ })).toContainText("too little data");
  await expect(page.getByText(/\d+ rows have too little data to compare\./)).toBeVisible();
  await zonePage.answers();
  await row.getByRole("link", { name: /^250 MW/ }).click();
  await expect(zonePage.answer).toHaveAccessibleName("Dhabeji: Power needed, source and history");
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL("/zones/dhabeji-sez/evidence#ledger-powerNeededMw");
});

test("zones are added by name, moved and removed, and the address keeps them", async ({ page }) => {
  await page.goto(TWO);
  const picker = page.getByRole("combobox", { name: "Add a zone" });
  await expect(async () => {
    await picker.fill("hattar");
    await expect(page.getByRole("option")).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await picker.press("Enter");
  await expect(page).toHaveURL(`${TWO},hattar-sez`);
  const heads = page.getByRole("table").first().getByRole("columnheader");
  await expect(heads).toHaveText([/Rashakai/, /Dhabeji/, /Hattar/]);
  await page.getByRole("link", { name: "Move Hattar to the left" }).first().click();
  await expect(heads).toHaveText([/Rashakai/, /Hattar/, /Dhabeji/]);
  await page.getByRole("link", { name: "Remove Rashakai" }).first().click();
  await expect(page).toHaveURL("/compare?zones=hattar-sez,dhabeji-sez");
  await page.goBack();
  await expect(heads).toHaveCount(3);
});

test("the first 10 differences come before all rows, and unknown is never 0 or not reached", async ({
  page,
}) => {
  await page.goto(`${TWO},hattar-sez,smart-sez`);
  const [first, all] = [page.getByRole("table").first(), page.getByRole("table").last()];
  await expect(first.locator("tbody tr")).toHaveCount(10);
  await expect(first.locator("tbody th").first()).toContainText("Progress on site");
  await expect(page.getByRole("heading", { name: /^10 of \d+ differences$/ })).toBeVisible();
  await expect(all.getByRole("row", { name: /^Named firms/ })).toContainText("none named");
  await expect(page.getByRole("main")).not.toContainText("not reached");
  await page.goto(`${TWO}&show=differences`);
  await expect(page.getByRole("table")).toHaveCount(1);
  await expect(page.getByRole("row", { name: /^Power delivered/ })).toHaveCount(0);
});

test("too many, too few and unknown zones are explained, with what to do", async ({ page }) => {
  await page.goto("/compare?zones=rashakay,dhabeji-sez");
  await expect(page.getByText(/There is no zone rashakay\./)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Rashakai", exact: true }).click();
  await expect(page).toHaveURL(TWO);
  await page.goto("/compare");
  await page.getByRole("link", { name: "The 4 CPEC priority zones" }).click();
  await expect(page.getByRole("table").first().getByRole("columnheader")).toHaveCount(4);
  const [picked] = await query(
    "select string_agg(slug, ',' order by sort_order) as slugs from zone where in_registry and sort_order <= 7",
  );
  await page.goto(`/compare?zones=${picked?.slugs}`);
  await expect(page.getByText(/You can compare at most 6 zones\./)).toBeVisible();
  await expect(page.getByRole("table").first().getByRole("columnheader")).toHaveCount(6);
});

test("a past day shows the values of that day", async ({ page }) => {
  await page.goto(`${TWO}&asOf=2019-12-31`);
  await expect(page.getByText("This page shows 31 Dec 2019")).toBeVisible();
  const link = page
    .getByRole("columnheader")
    .getByRole("link", { name: "Rashakai", exact: true })
    .first();
  await expect(link).toHaveAttribute("href", "/zones/rashakai-sez?asOf=2019-12-31");
});

test("the comparison is a CSV file", async ({ page }) => {
  await page.goto(TWO);
  const href = await page.getByRole("link", { name: "Comparison, CSV" }).getAttribute("href");
  const file = await page.request.get(href ?? "");
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(await file.text()).toContain("powerNeededMw,Power needed,MW,differs,2,210");
  expect((await page.request.get("/compare/comparison.csv?zones=rashakai-sez")).status()).toBe(400);
});

test("the explorer links here with 2 to 6 selected zones, a zone's page with itself", async ({
  page,
  explorer,
}) => {
  await explorer.open("?selected=rashakai-sez");
  const bar = page.getByRole("region", { name: "Selected zones" });
  await expect(bar).toContainText("Select one more to compare");
  await explorer.open("?selected=rashakai-sez,dhabeji-sez");
  await bar.getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(TWO);
  await page.goto("/zones/rashakai-sez");
  await page.getByRole("main").getByRole("link", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL("/compare?zones=rashakai-sez");
});

test("on a phone each row is a card with a line for each zone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${TWO},hattar-sez`);
  await expectNoSidewaysScroll(page);
  const cells = page.getByRole("table").first().locator("tbody tr").first().locator("td");
  await expect(cells).toHaveCount(3);
  const lefts = await cells.evaluateAll((all) =>
    all.map((cell) => cell.getBoundingClientRect().left),
  );
  expect(new Set(lefts).size).toBe(1);
});
