import { expect } from "@playwright/test";
import { ENDPOINT_LIST } from "../../lib/contract/endpoints";
import { query } from "./support/database";
import { test } from "./support/test";

test("the page counts what PostgreSQL counts, and its files hold as much", async ({ page }) => {
  const [counts] = await query(
    `select (select count(*)::int from zone where in_registry) as zones,
            (select count(*)::int from source) as sources`,
  );
  await page.goto("/data");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data");
  await expect(page.getByText(/as files and through an API/)).toContainText(
    `${counts?.zones} zones`,
  );
  const files = page.getByRole("table", { name: "Today’s files" });
  await expect(files.getByRole("row", { name: /^Sources, JSON/ })).toContainText(
    String(counts?.sources),
  );

  const downloading = page.waitForEvent("download");
  await files.getByRole("link", { name: "Zones, NDJSON" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^cpec-sez-zones_.*\.ndjson$/);
  const text = await page.request.get(download.url()).then((response) => response.text());
  expect(text.trimEnd().split("\n")).toHaveLength(Number(counts?.zones));
});

test("without a release, it says so and how one is made", async ({ page }) => {
  await page.goto("/data#releases");
  const releases = page.getByRole("region", { name: "Releases" });
  await expect(releases).toContainText("No fixed release published yet.");
  const pinned = await releases.getByRole("link").getAttribute("href");
  expect(pinned).toMatch(/asOf=\d{4}-\d{2}-\d{2}&knownOn=r\d+-[0-9a-f]{8}$/);
  expect((await page.request.get(pinned ?? "")).status()).toBe(200);
});

test("the reference has every endpoint, and each example answers", async ({ page }) => {
  await page.goto("/data#api");
  const table = page.getByRole("table", { name: "Endpoints" });
  await expect(table.getByRole("rowheader")).toHaveCount(ENDPOINT_LIST.length);
  const examples = await table
    .getByRole("link", { name: /^Try it/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(examples.length).toBeGreaterThan(20);
  for (const example of examples) {
    expect((await page.request.get(example)).status(), example).toBe(200);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a query can be sent to the API", async ({ page, troubles }) => {
    // The browser's own question beside an answer that is no page.
    troubles.expectAt("/favicon.ico");
    await page.goto("/data#api");
    const form = page.getByRole("form", { name: "Try the API" });
    await form.getByLabel("Zones included").selectOption("priority-four");
    await form.getByLabel("Sort by").selectOption("name");
    await form.getByRole("button", { name: "JSON", exact: true }).click();
    await expect(page).toHaveURL(/\/api\/v1\/zones\?scope=priority-four&asOf=[\d-]+&sort=name$/);
    const { meta } = JSON.parse((await page.locator("body").textContent()) ?? "{}");
    expect(meta.matched).toBe(4);
  });
});
