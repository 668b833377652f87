import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query, zonesInDatabase } from "./support/database";
import { saveFigure } from "./support/figure-driver";
import { test } from "./support/test";

test.use({ drawsMaps: false });

/** Claims whose latest decision counts, as a table. */
const LIVE = `(select * from claim where (
  select kind from decision where claim_id = claim.id order by decision.id desc limit 1
) in ('published', 'preferred'))`;

const ANNOUNCED =
  "z.in_registry and (z.cohort in ('original-7', 'added-37') or z.candidate_for_remainder)";

/** The columns of the six ratings. */
const LEVELS = [
  "dependence_technology",
  "dependence_standards",
  "dependence_supplier",
  "dependence_financial",
  "dependence_market",
  "dependence_human_capital",
];

const figure = (page: Page, name: string | RegExp) => page.getByRole("figure", { name });
const firmRows = (page: Page) =>
  page.getByRole("region", { name: "Firms", exact: true }).locator("tbody").getByRole("row");

test("firms and investment are those of PostgreSQL, committed and realised apart", async ({
  page,
}) => {
  const [firms] = await query(
    `select count(distinct c.tenancy_id)::int as count from ${LIVE} c join zone z on z.slug = c.zone_slug
     where c.tenancy_id is not null and ${ANNOUNCED}`,
  );
  const [money] = await query(
    `select sum(investment_committed_usd_m)::float as committed, count(investment_committed_usd_m)::int as committed_in,
       sum(investment_realised_usd_m)::float as realised, count(investment_realised_usd_m)::int as realised_in
     from zone z where ${ANNOUNCED}`,
  );
  await page.goto("/firms");
  await expect(
    page.getByRole("heading", { name: new RegExp(`^All ${firms?.count} firms: `) }),
  ).toBeVisible();
  await expect(firmRows(page)).toHaveCount(Number(firms?.count));
  const total = figure(page, /reported as invested in/).getByRole("row", {
    name: /^Total of known amounts/,
  });
  const inFigures = (value: unknown) =>
    Number(value).toLocaleString("en", { maximumFractionDigits: 1 });
  const [committed, realised] = [inFigures(money?.committed), inFigures(money?.realised)];
  await expect(total.getByRole("cell").nth(0)).toHaveText(
    new RegExp(`^${committed} known for ${money?.committed_in} of 44`),
  );
  await expect(total.getByRole("cell").nth(1)).toHaveText(
    new RegExp(`^${realised} known for ${money?.realised_in} of 44`),
  );
  const together = inFigures(Number(money?.committed) + Number(money?.realised));
  await expect(page.getByRole("main")).not.toContainText(together);
});

test("foreign equity is a role of partners abroad", async ({ page }) => {
  await page.goto("/firms?name=MG+JW");
  await expect(firmRows(page)).toContainText(["equity from China, joint venture"]);
});

test("the filters show their firms, and the API has the same", async ({ page }) => {
  await page.goto("/firms");
  await page.getByText("More filters").click();
  await page.getByRole("combobox", { name: "Country of owner", exact: true }).selectOption("TR");
  await page.getByRole("button", { name: "Show firms" }).click();
  await expect(page).toHaveURL(/owner=TR/);
  await expect(page.getByRole("heading", { name: /^\d+ of \d+ firms: / })).toBeVisible();
  const api = await page
    .getByRole("link", { name: "Get these firms from the API" })
    .getAttribute("href");
  const { data }: { data: { firm: string }[] } = await (await page.request.get(api ?? "")).json();
  expect(data.map(({ firm }) => firm).sort()).toEqual(
    (await firmRows(page).getByRole("rowheader").allInnerTexts()).sort(),
  );
});

test("a figure's file holds what it shows", async ({ page }) => {
  await page.goto("/firms?owner=CN");
  const shown = await firmRows(page).getByRole("rowheader").allInnerTexts();
  const lines = await saveFigure(figure(page, /^\d+ of \d+ firms: /));
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(shown);
});

test("a firm is found by its name, also misspelled, and the API has the same", async ({ page }) => {
  await page.goto("/firms");
  await page.getByRole("searchbox", { name: "Name of the firm" }).fill("centruy stel");
  await page.getByRole("button", { name: "Show firms" }).click();
  await expect(firmRows(page)).toHaveCount(1);
  await expect(firmRows(page)).toContainText("Century Steel");
  const api = page.getByRole("link", { name: "Get these firms from the API" });
  await expect(api).toHaveAttribute("href", /firm=century-steel/);
});

test("producers of the last 2 years come first and are counted apart", async ({ page }) => {
  await page.goto("/firms");
  const heading = await page.getByRole("heading", { name: /^All \d+ firms: / }).textContent();
  const [, total, recent, older] =
    /^All (\d+) firms: (\d+) producing .*, (\d+) producing/.exec(heading ?? "") ?? [];
  expect(Number(recent)).toBeGreaterThan(0);
  await expect(page.getByRole("main")).toContainText(
    `${Number(recent) + Number(older)} of ${total} named firms were producing`,
  );
  for (const row of (await firmRows(page).all()).slice(0, Number(recent))) {
    await expect(row).toContainText(/Producing|Exporting/);
    await expect(row).not.toContainText("no news since");
  }
});

test("a switch shows the firms with ties to China, to another country, or all", async ({
  page,
}) => {
  await page.goto("/firms");
  const choices = page.getByRole("navigation", { name: "Ties of the firms" });
  await expect(choices.locator("[aria-current]")).toHaveText(/^All/);
  for (const [name, address] of [
    ["Ties to China", "/firms?country=CN#firms"],
    ["Ties to another country", "/firms?country=other#firms"],
  ] as const) {
    const choice = choices.getByRole("link", { name });
    const count = /\d+/.exec((await choice.textContent()) ?? "")?.[0];
    await choice.click();
    await expect(page).toHaveURL(address);
    await expect(firmRows(page)).toHaveCount(Number(count));
    await expect(choices.locator("[aria-current]")).toHaveText(new RegExp(`^${name}`));
  }
});

test("the zones by country count the firms that their links lead to, unknown owners too", async ({
  page,
}) => {
  await page.goto("/firms");
  const table = page.getByRole("region", { name: "Firms by zone and country" });
  const heads = await table.getByRole("columnheader").allInnerTexts();
  expect(heads.slice(0, 3)).toEqual(["Zone", "Named firms", "China"]);
  expect(heads.at(-1)).toBe("Owner unknown");
  const [zones] = await query(
    `select count(distinct c.zone_slug)::int as count from ${LIVE} c join zone z on z.slug = c.zone_slug
     where c.tenancy_id is not null and ${ANNOUNCED}`,
  );
  await expect(table.locator("tbody").getByRole("row")).toHaveCount(Number(zones?.count));
  for (const cell of [2, heads.length - 1]) {
    const link = table
      .locator("tfoot")
      .getByRole("row")
      .locator("th, td")
      .nth(cell)
      .getByRole("link");
    const count = Number(await link.textContent());
    await link.click();
    await expect(firmRows(page)).toHaveCount(count);
    await page.goto("/firms");
  }
});

test("only rated zones have ratings, and missing evidence is not independence", async ({
  page,
  zonePage,
}) => {
  const zones = await zonesInDatabase(LEVELS.map((column) => `${column} is not null`).join(" or "));
  await page.goto("/firms");
  await zonePage.answers();
  const ratings = figure(
    page,
    `Only ${zones.length} zones can be rated on dependence, and only weakly`,
  );
  await expect(
    ratings.getByRole("list", { name: "Dependence by zone and dimension" }).locator("> li"),
  ).toHaveCount(zones.length);
  await expect(ratings).toContainText(
    `For ${44 - zones.length} zones we found no evidence, which does not mean that they are independent.`,
  );
  await expect(ratings).toContainText("MP-IDSA");
  const [{ sales } = {}] = await query(
    "select dependence_market as sales from zone where slug = 'service-long-march-sez'",
  );
  expect(sales).toBe(0);
  // A source that says none, and no source at all, look different.
  const tyres = ratings.locator("li", { hasText: "Service Long March Tyres" });
  await expect(tyres).toContainText("0: none");
  await expect(tyres).toContainText("no evidence");
  await tyres.getByRole("link", { name: /^4 · / }).first().click();
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(/\/zones\/service-long-march-sez\/evidence#ledger-dependence/);
});

test("a strategic sector without firms is a result, a misspelled sector is not", async ({
  page,
}) => {
  await page.goto("/firms?sector=solar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No matching firms");
  await page.goto("/firms?sector=steal");
  await expect(page.getByText("Did you mean “steel”?")).toBeVisible();
});

test("a firm's page shows its evidence by keyboard, its stages and its events", async ({
  page,
  zonePage,
}) => {
  await page.goto("/zones/rashakai-sez");
  await page.getByRole("rowheader").getByRole("link", { name: "Century Steel" }).click();
  await expect(page).toHaveURL("/firms/century-steel");
  await expect(page.getByText(/^When last reported, on 15 November 2024/)).toBeVisible();
  const asked = await zonePage.ask("investmentUsdM", "Enter");
  await expect(zonePage.answer).toContainText("USD 82 million");
  await expect(zonePage.answer).toContainText("USD 360 million contradicts the displayed value");
  await page.keyboard.press("Escape");
  await expect(asked).toBeFocused();
  const steps = page.getByRole("region", { name: "In Rashakai", exact: true });
  await expect(steps.getByRole("listitem").filter({ hasText: "Admitted" })).toContainText(
    "14 Jan 2021",
  );
  await expect(steps.getByRole("listitem").filter({ hasText: "Plot allotted" })).toContainText(
    "assumed",
  );
  await expect(zonePage.part("Timeline")).toContainText("threatens to leave");
});

test("a past day shows the firm as it was, and an earlier one links to its first day", async ({
  page,
}) => {
  await page.goto("/firms/century-steel?asOf=2021-06-30");
  await expect(page.getByText("This page shows 30 Jun 2021")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("USD 82 million");
  await page.goto("/firms/century-steel?asOf=2016-01-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not in any zone on that day");
  await page.getByRole("link", { name: "Show the firm on 15 Dec 2020" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Century Steel");
});

test("an unknown firm links to similar names, and the API's id redirects to the firm", async ({
  page,
  troubles,
}) => {
  troubles.expectAt("/firms/century-stell");
  expect((await page.goto("/firms/century-stell"))?.status()).toBe(404);
  await page.getByRole("link", { name: "Century Steel" }).click();
  await expect(page).toHaveURL("/firms/century-steel");
  await page.goto("/firms/rashakai-sez--century-steel?asOf=2022-01-01");
  await expect(page).toHaveURL("/firms/century-steel?asOf=2022-01-01");
});

test("both pages fit a phone, where a firm is a card", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/firms");
  await expectNoSidewaysScroll(page);
  const region = page.getByRole("region", { name: "Firms", exact: true });
  const hidden = await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(hidden).toBe(0);
  await expect(firmRows(page).first()).toContainText(/USD [\d,.]+ million/);
  await page.goto("/firms/century-steel");
  await expectNoSidewaysScroll(page);
});

test("the filters of firms stand open on a wide screen, and on a phone a press opens them", async ({
  page,
}) => {
  await page.goto("/firms");
  const name = page.getByRole("searchbox", { name: "Name of the firm" });
  await expect(name).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expect(name).toBeHidden();
  await page.getByText("Filter firms", { exact: true }).click();
  await expect(name).toBeVisible();
});
