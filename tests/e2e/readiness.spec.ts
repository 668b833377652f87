import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { BY_READINESS, query, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const UTILITIES_FIRST = "weights=legal:10,utilities:50,services:10,investors:10";

const rows = (page: Page) => page.locator("tr[data-slug]");
const slugs = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("data-slug")));
const row = (page: Page, slug: string) => page.locator(`tr[data-slug="${slug}"]`);

test("the order is that of PostgreSQL, and the headline says what is certain", async ({ page }) => {
  await page.goto("/readiness");
  expect(await slugs(page)).toEqual(await zonesInDatabase("true", { orderBy: BY_READINESS }));
  const announced = (table: string) =>
    `${table}.in_registry and (${table}.cohort in ('original-7', 'added-37') or ${table}.candidate_for_remainder)`;
  const [certain] = await query(
    `select count(*)::int as pairs from zone a, zone b where ${announced("a")} and ${announced("b")} and a.readiness_low > b.readiness_high`,
  );
  expect(certain?.pairs).toBe(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^We cannot yet say which zone has the highest readiness score$/,
  );
  const reached = await zonesInDatabase("readiness_low >= 30", { orderBy: BY_READINESS });
  expect(reached.length).toBeGreaterThan(5);
  await expect(
    page.getByText(
      /All 44 ranges overlap: no zone is certainly ahead of another \(0 of 946 pairs\)/,
    ),
  ).toContainText(
    `${reached.length} zones have at least 30 confirmed points (approval not confirmed for 1)`,
  );
});

test("other weights change order and address, and the server computes the same as the browser", async ({
  page,
  request,
}) => {
  await page.goto("/readiness");
  const before = await slugs(page);
  await expect(async () => {
    await page.getByRole("link", { name: "Utilities first" }).click();
    await expect(page).toHaveURL(`/readiness?${UTILITIES_FIRST}`, { timeout: 1000 });
  }).toPass();
  const answer = await request.get(`/api/v1/zones?${UTILITIES_FIRST}&sort=-readiness`);
  const { data }: { data: { slug: string }[] } = await answer.json();
  await expect.poll(() => slugs(page)).toEqual(data.map(({ slug }) => slug));
  expect(await slugs(page)).not.toEqual(before);
  const scores = row(page, "dhabeji-sez").locator(".score");
  const here = await scores.allInnerTexts();
  await page.reload();
  expect(await scores.allInnerTexts()).toEqual(here);
  await page.getByRole("link", { name: "Default", exact: true }).click();
  await expect(page).toHaveURL("/readiness");
  await expect.poll(() => slugs(page)).toEqual(before);
  expect(await scores.allInnerTexts()).not.toEqual(here);
  await page.goBack();
  await expect.poll(() => slugs(page)).toEqual(data.map(({ slug }) => slug));
  expect(await scores.allInnerTexts()).toEqual(here);
});

test("weights, score details and evidence work by keyboard", async ({ page }) => {
  await page.goto("/readiness");
  const slider = page.getByRole("slider", { name: "Weight of Utilities" });
  await expect(async () => {
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/weights=utilities:2[6-9]$/, { timeout: 1000 });
  }).toPass();
  const number = page.getByRole("spinbutton", { name: "Legal and land" });
  await number.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0");
  await expect(page).toHaveURL(/weights=legal:0,utilities:2[6-9]$/);
  await page.getByRole("button", { name: "Score details: Bhalwal" }).focus();
  await page.keyboard.press("Enter");
  const details = page.locator("#details-bhalwal-industrial-estate");
  await expect(details).toContainText("but electricity is Under construction");
  await expect(details).toContainText("left out");
  await details
    .getByRole("link", { name: /^2 firms ?, Firms producing: source and history$/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("dialog", { name: "Bhalwal: Firms producing, source and history" }),
  ).toContainText("2 firms");
});

test("the shortlist divides the zones at the threshold as PostgreSQL does", async ({ page }) => {
  await page.goto("/readiness?line=80");
  const count = async (title: string) =>
    Number(
      await page.getByRole("heading", { level: 3, name: title }).locator(".tabular").textContent(),
    );
  expect(await count("Certainly at least 80")).toBe(0);
  const possibly = await zonesInDatabase("readiness_low < 80 and readiness_high >= 80", {
    orderBy: BY_READINESS,
  });
  const below = await zonesInDatabase("readiness_high < 80", { orderBy: BY_READINESS });
  expect(below.length).toBeGreaterThan(0);
  expect(await count("Possibly at least 80")).toBe(possibly.length);
  expect(await count("Below 80 in any case")).toBe(below.length);
  await expect(async () => {
    await page.getByRole("spinbutton", { name: "Threshold, points" }).fill("50");
    await expect(page).toHaveURL("/readiness?threshold=50", { timeout: 1000 });
  }).toPass();
  const certainly = await zonesInDatabase("readiness_low >= 50", { orderBy: BY_READINESS });
  await expect(
    page.getByRole("region", { name: "Certainly at least 50" }).getByRole("listitem"),
  ).toHaveCount(certainly.length);
  // The server answers which zones count; the weights and the threshold stay.
  await page.getByRole("link", { name: "Approval confirmed 35" }).click();
  await expect(page).toHaveURL("/readiness?scope=evidenced&threshold=50");
  await expect(rows(page)).toHaveCount(35);
});

test("a fact to find out links to its evidence", async ({ page, zonePage }) => {
  await page.goto("/readiness?scope=priority-four");
  const next = page.getByRole("region", { name: "What to find out next" });
  const first = next.getByRole("listitem").first();
  await expect(first).toContainText(/would narrow the range by \d/);
  await zonePage.answers();
  await first.getByRole("link").nth(1).click();
  await expect(zonePage.answer).toContainText(/Unknown|old/);
});

test("no zone has a rank, and an old link that asked for ranges of ranks says so", async ({
  page,
}) => {
  await page.goto("/readiness?scope=priority-four&unknowns=nothing&threshold=40");
  const note = page.getByText(/which this site no longer shows/);
  await expect(note).toContainText("unknowns=nothing");
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("columnheader", { name: /rank|chance/i })).toHaveCount(0);
  await expect(page.getByText(/rank correlation of 0\.\d\d/)).toBeVisible();
  await page.getByRole("link", { name: "Remove", exact: true }).click();
  await expect(page).toHaveURL("/readiness?scope=priority-four&threshold=40");
  await expect(rows(page)).toHaveCount(4);
  await expect(note).toHaveCount(0);
});

test("a threshold out of range is an error", async ({ page }) => {
  await page.goto("/readiness?threshold=500");
  await expect(page.getByText("Give a number from 0 to 100.")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the scores have the weights of the address", async ({ page }) => {
    await page.goto(`/readiness?${UTILITIES_FIRST}&scope=priority-four`);
    await expect(rows(page)).toHaveCount(4);
    await expect(page.getByRole("spinbutton", { name: "Utilities" })).toHaveValue("50");
    await page.getByRole("link", { name: "Equal" }).click();
    await expect(page).toHaveURL(/weights=legal:10,utilities:10/);
    await page
      .getByRole("combobox", { name: "Sort by" })
      .selectOption("Data completeness, highest first");
    await page.getByRole("button", { name: "Sort" }).click();
    await expect(page).toHaveURL(/sort=-coverage/);
  });
});

test("on a phone the scores are a list, and the page does not scroll sideways", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/readiness");
  await expectNoSidewaysScroll(page);
  await expect(row(page, "dhabeji-sez")).toContainText("38% known");
  await expect(row(page, "dhabeji-sez")).toContainText("27–86");
  await expect(async () => {
    await page.getByRole("button", { name: "Score details: Dhabeji" }).click();
    await expect(page.locator("#details-dhabeji-sez")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectNoSidewaysScroll(page);
});
