import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { BY_READINESS, query, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const UTILITIES_FIRST = "weights=legal:10,utilities:50,services:10,investors:10";
const REACHED = "in ('partial', 'available')";

const needs = (page: Page) => page.getByRole("region", { name: "Zones and what they have" });
const zoneRows = (page: Page) => needs(page).locator("tr[data-zone]");
const scoreRows = (page: Page) => page.locator("#scores tr[data-slug]");
const slugs = (page: Page) =>
  scoreRows(page).evaluateAll((all) => all.map((row) => row.getAttribute("data-slug")));
const power = (page: Page) => page.getByRole("figure", { name: /power than needed$/ });

test("the title counts the zones with electricity, gas and water as PostgreSQL does", async ({
  page,
}) => {
  const count = async (field: string) => (await zonesInDatabase(`${field} ${REACHED}`)).length;
  const [electricity, gas, water] = [
    await count("electricity"),
    await count("gas"),
    await count("water"),
  ];
  await page.goto("/readiness");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Electricity is reported in ${electricity} of 44 zones, at least in part; gas in ${gas} and water in ${water}`,
  );
  await expect(zoneRows(page)).toHaveCount(44);
});

test("a cell says its state and leads to its evidence, and an unknown one says unknown", async ({
  page,
  zonePage,
}) => {
  await page.goto("/readiness?scope=priority-four");
  const row = zoneRows(page).filter({ hasText: "Dhabeji" });
  const [known] = await query(
    "select count(*)::int as cells from zone where slug = 'dhabeji-sez' and electricity is not null",
  );
  expect(known?.cells).toBe(1);
  await expect(row.getByRole("cell", { name: "unknown" }).first()).toHaveText("?");
  await zonePage.answers();
  await row.getByRole("link", { name: /^Electricity: Under construction, / }).click();
  await expect(zonePage.answer).toHaveAccessibleName("Dhabeji: Electricity, source and history");
});

test("the cells are sorted by province, by name and by the share in place", async ({ page }) => {
  const first = () => zoneRows(page).first().getByRole("rowheader");
  await page.goto("/readiness");
  await expect(needs(page).locator("th[scope=rowgroup]").first()).toHaveText("Balochistan");
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page).toHaveURL("/readiness?order=name");
  await expect(first()).toHaveText("Allama Iqbal Industrial City");
  await expect(needs(page).locator("th[scope=rowgroup]")).toHaveCount(0);
  await page.getByRole("link", { name: "Share in place" }).click();
  await expect(page).toHaveURL("/readiness?order=reached");
  const shares = await zoneRows(page)
    .locator("td:last-child")
    .evaluateAll((cells) => cells.map(({ textContent }) => Number(textContent?.split("/")[0])));
  expect(shares[0]).toBeGreaterThan(shares.at(-1) ?? 0);
});

test("power needed and delivered: the zones with both figures, each with its evidence", async ({
  page,
}) => {
  const both = await zonesInDatabase(
    "power_needed_mw is not null and power_energised_mw is not null",
  );
  expect(both).toHaveLength(3);
  await page.goto("/readiness");
  await expect(power(page).getByRole("heading")).toHaveText(
    "1 zone reports both figures within 2 years; when last reported, it got less power than needed",
  );
  const row = power(page).getByRole("row", { name: /^Dhabeji/ });
  await expect(row.getByRole("link", { name: /^Unknown/ })).toHaveAttribute(
    "href",
    "/zones/dhabeji-sez#ledger-powerEnergisedMw",
  );
  await expect(row).toContainText("disputed");
  await power(page).getByText("The data as a table").click();
  await expect(
    power(page)
      .getByRole("region", { name: /: the data$/ })
      .getByRole("row"),
  ).toHaveCount(1 + 44);
});

test("the scores have the order of PostgreSQL, and say what is certain", async ({ page }) => {
  await page.goto("/readiness?threshold=30");
  expect(await slugs(page)).toEqual(await zonesInDatabase("true", { orderBy: BY_READINESS }));
  const reached = await zonesInDatabase("readiness_low >= 30", { orderBy: BY_READINESS });
  expect(reached.length).toBeGreaterThan(5);
  await expect(
    page.getByText(/no zone is certainly ahead of another \(0 of 946 pairs\)/),
  ).toBeVisible();
  await expect(
    page.getByRole("link", { name: `${reached.length} zones`, exact: true }),
  ).toHaveAttribute("href", "/zones?readinessMin=30");
});

test("other weights change the order, and the server answers as the API does", async ({
  page,
  request,
}) => {
  await page.goto("/readiness?threshold=30");
  const before = await slugs(page);
  await page.getByRole("link", { name: "Utilities first" }).click();
  await expect(page).toHaveURL(`/readiness?${UTILITIES_FIRST}&threshold=30#scores`);
  const answer = await request.get(`/api/v1/zones?${UTILITIES_FIRST}&sort=-readiness`);
  const { data }: { data: { slug: string }[] } = await answer.json();
  await expect.poll(() => slugs(page)).toEqual(data.map(({ slug }) => slug));
  expect(await slugs(page)).not.toEqual(before);
  await expect(async () => {
    await page.getByRole("spinbutton", { name: "Legal and land" }).fill("0");
    await page.getByRole("spinbutton", { name: "Threshold, points" }).fill("50");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/weights=legal%3A0%2Cutilities%3A50.*threshold=50/, {
      timeout: 2000,
    });
  }).toPass();
});

test("no zone has a rank, and an old link that asked for ranges of ranks says so", async ({
  page,
}) => {
  await page.goto("/readiness?scope=priority-four&unknowns=nothing&line=40");
  const note = page.getByText(/which this site no longer shows/);
  await expect(note).toContainText("unknowns=nothing");
  await expect(scoreRows(page)).toHaveCount(4);
  await expect(page.getByRole("columnheader", { name: /rank|chance/i })).toHaveCount(0);
  await expect(page.getByText(/rank correlation of 0\.\d\d/)).toBeVisible();
  await page.getByRole("link", { name: "Remove", exact: true }).click();
  await expect(page).toHaveURL("/readiness?scope=priority-four&line=40");
  await expect(note).toHaveCount(0);
});

test("a fact to find out links to its evidence", async ({ page, zonePage }) => {
  await page.goto("/readiness?scope=priority-four&threshold=40");
  const first = page.locator("#find-out").getByRole("listitem").first();
  await expect(first).toContainText(/would narrow the range by \d/);
  await zonePage.answers();
  await first.getByRole("link").first().click();
  await expect(zonePage.answer).toContainText(/Unknown|old/);
});

test("a threshold out of range is an error", async ({ page }) => {
  await page.goto("/readiness?threshold=500");
  await expect(page.getByText("Give a number from 0 to 100.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("cells, orders and weights are there", async ({ page }) => {
    await page.goto(`/readiness?${UTILITIES_FIRST}&scope=priority-four`);
    await expect(zoneRows(page)).toHaveCount(4);
    await expect(page.getByRole("spinbutton", { name: "Utilities" })).toHaveValue("50");
    await page.getByRole("link", { name: "Equal" }).click();
    await expect(page).toHaveURL(/weights=legal:10,utilities:10/);
    await page
      .getByRole("combobox", { name: "Sort by" })
      .selectOption("Data completeness, highest first");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/sort=-coverage/);
  });
});

test("on a phone the cells scroll inside their region, and the name of the zone stays", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/readiness?threshold=30");
  await expectNoSidewaysScroll(page);
  const name = zoneRows(page).first().getByRole("rowheader");
  const { x } = (await name.boundingBox()) ?? { x: -1 };
  await needs(page).evaluate((region) => region.scrollTo({ left: 200 }));
  expect((await name.boundingBox())?.x).toBe(x);
});
