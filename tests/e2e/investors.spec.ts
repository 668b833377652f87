import { expect, type Page } from "@playwright/test";
import { getLabel } from "../../lib/catalogue/vocabularies";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query } from "./support/database";
import { saveFigure } from "./support/figure-driver";
import { test } from "./support/test";

test.use({ drawsMaps: false });

/** Claims whose latest decision counts, as a table. */
const LIVE = `(select * from claim where (
  select kind from decision where claim_id = claim.id order by decision.id desc limit 1
) in ('published', 'preferred'))`;

const ANNOUNCED =
  "z.in_registry and (z.cohort in ('original-7', 'added-37') or z.candidate_for_remainder)";

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
  const stages = await query(
    `select value, count(*)::int as count from (
       select distinct on (c.tenancy_id) c.value #>> '{}' as value
       from ${LIVE} c join zone z on z.slug = c.zone_slug
       where c.field = 'tenancyStage' and ${ANNOUNCED}
       order by c.tenancy_id, c.as_of || substr('-01-01', length(c.as_of) - 3) desc,
         array_position(array['low', 'medium', 'high'], c.confidence) desc, c.revision_id desc, c.id desc
     ) latest group by value`,
  );
  const [money] = await query(
    `select sum(investment_committed_usd_m)::float as committed, count(investment_committed_usd_m)::int as committed_in,
       sum(investment_realised_usd_m)::float as realised, count(investment_realised_usd_m)::int as realised_in
     from zone z where ${ANNOUNCED}`,
  );
  await page.goto("/investors");
  await expect(page.getByRole("heading", { name: `All ${firms?.count} firms` })).toBeVisible();
  await expect(firmRows(page)).toHaveCount(Number(firms?.count));
  const funnel = figure(page, "From memorandum to exports");
  for (const stage of ["mou", "admitted", "building", "producing", "exporting"] as const) {
    const count = stages.find(({ value }) => value === stage)?.count;
    const step = funnel.getByRole("row", {
      name: new RegExp(`^${getLabel("tenancyStage", stage)}`),
    });
    await expect(step.getByRole("cell").last()).toHaveText(new RegExp(`^${count}\\b`));
  }
  const total = figure(page, "Announced and actual investment, by zone").getByRole("row", {
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

test("foreign equity is a role of partners abroad, as on the page of dependence", async ({
  page,
}) => {
  await page.goto("/investors?name=MG+JW");
  await expect(firmRows(page)).toContainText(["equity from China, joint venture"]);
});

test("a stage of the funnel filters the firms, and the filter shows it", async ({ page }) => {
  await page.goto("/investors");
  const step = figure(page, "From memorandum to exports").getByRole("row", { name: /^Producing/ });
  const count = await step.getByRole("link").first().textContent();
  await step.getByRole("link").first().click();
  await expect(page).toHaveURL("/investors?stage=producing,exporting");
  await expect(firmRows(page)).toHaveCount(Number(count));
  await expect(
    page.getByRole("heading", { name: new RegExp(`^${count} of \\d+ firms`) }),
  ).toBeVisible();
  await page.getByText("More filters").click();
  await page.getByRole("combobox", { name: "Country of owner", exact: true }).selectOption("TR");
  await page.getByRole("button", { name: "Show firms" }).click();
  await expect(firmRows(page)).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("announced investments");
  const api = await page
    .getByRole("link", { name: "Get these firms from the API" })
    .getAttribute("href");
  const { data }: { data: { firm: string }[] } = await (await page.request.get(api ?? "")).json();
  expect(data.map(({ firm }) => firm)).toEqual(
    await firmRows(page).getByRole("rowheader").allInnerTexts(),
  );
});

test("a figure's file holds what it shows", async ({ page }) => {
  await page.goto("/investors?owner=CN");
  const shown = await firmRows(page).getByRole("rowheader").allInnerTexts();
  const lines = await saveFigure(figure(page, /firms$/));
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(shown);
});

test("a firm is found by its name, also misspelled, and the API has the same", async ({ page }) => {
  await page.goto("/investors");
  await page.getByRole("searchbox", { name: "Name of the firm" }).fill("centruy stel");
  await page.getByRole("button", { name: "Show firms" }).click();
  await expect(firmRows(page)).toHaveCount(1);
  await expect(firmRows(page)).toContainText("Century Steel");
  const api = page.getByRole("link", { name: "Get these firms from the API" });
  await expect(api).toHaveAttribute("href", /firm=century-steel/);
});

test("the ties to any country are counted, and unknown ones too", async ({ page }) => {
  await page.goto("/investors");
  const rows = figure(page, "Countries of owners and partners").getByRole("row");
  await expect(rows.nth(1)).toHaveText(/^China/);
  await expect(rows.last()).toHaveText(/^Unknown/);
  const korea = rows.filter({ hasText: /^South Korea/ });
  const count = await korea.getByRole("cell").first().textContent();
  await korea.getByRole("link").first().click();
  await expect(page).toHaveURL("/investors?country=KR");
  await expect(firmRows(page)).toHaveCount(Number(count));
  await expect(page.getByText(/from South Korea\. .* owner is unknown/)).toBeVisible();
});

test("a strategic sector without firms is a result, a misspelled sector is not", async ({
  page,
}) => {
  await page.goto("/investors?sector=solar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No matching firms");
  await page.goto("/investors?sector=steal");
  await expect(page.getByText("Did you mean “steel”?")).toBeVisible();
});

test("a firm's page shows its evidence by keyboard, its stages and its events", async ({
  page,
  zonePage,
}) => {
  await page.goto("/zones/rashakai-sez");
  await page.getByRole("rowheader").getByRole("link", { name: "Century Steel" }).click();
  await expect(page).toHaveURL("/investors/century-steel");
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
  await page.goto("/investors/century-steel?asOf=2021-06-30");
  await expect(page.getByText("This page shows 30 Jun 2021")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("USD 82 million");
  await page.goto("/investors/century-steel?asOf=2016-01-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not in any zone on that day");
  await page.getByRole("link", { name: "Show the firm on 15 Dec 2020" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Century Steel");
});

test("an unknown firm links to similar names, and the API's id redirects to the firm", async ({
  page,
  troubles,
}) => {
  troubles.expectAt("/investors/century-stell");
  expect((await page.goto("/investors/century-stell"))?.status()).toBe(404);
  await page.getByRole("link", { name: "Century Steel" }).click();
  await expect(page).toHaveURL("/investors/century-steel");
  await page.goto("/investors/rashakai-sez--century-steel?asOf=2022-01-01");
  await expect(page).toHaveURL("/investors/century-steel?asOf=2022-01-01");
});

test("both pages fit a phone, where a firm is a card", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/investors");
  await expectNoSidewaysScroll(page);
  const region = page.getByRole("region", { name: "Firms", exact: true });
  const hidden = await region.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(hidden).toBe(0);
  await expect(firmRows(page).first()).toContainText(/USD [\d,.]+ million/);
  await page.goto("/investors/century-steel");
  await expectNoSidewaysScroll(page);
});
