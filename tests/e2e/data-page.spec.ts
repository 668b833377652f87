import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
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
  await page.getByText("Show all files").click();
  await expect(page.getByText(/as files and through an API/)).toContainText(
    `${counts?.sources} sources`,
  );

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Zones, GeoJSON" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^cpec-sez-zones_.*\.geojson$/);
  const text = await page.request.get(download.url()).then((response) => response.text());
  expect(JSON.parse(text).features).toHaveLength(Number(counts?.zones));
});

const DESCRIBED =
  /Release (\S+) \(as of (\S+), revision (\d+), method (\d+)\): (\d+) files.*\n\n`([0-9a-f]{64})`/;

test("the release of the data set is offered from the first start, with the checksums of the repository", async ({
  page,
}) => {
  // The first of two.
  const [, number, day, revision, method, count, sum] =
    DESCRIBED.exec(readFileSync("seed/data/README.md", "utf8")) ?? [];
  await page.goto("/data#releases");
  const release = page.getByRole("article", { name: new RegExp(`^${number},`) });
  await expect(release).toContainText(`Revision ${revision}, method ${method}`);
  await expect(release).toContainText("This is the first release.");
  await release.getByRole("link", { name: number }).first().click();
  await expect(page).toHaveURL(`/data/releases/${number}`);
  const files = page.locator("#files").getByRole("listitem");
  // With the archive of all.
  await expect(files).toHaveCount(Number(count) + 1);
  await expect(files.filter({ hasText: "SHA256SUMS" })).toContainText(String(sum));

  const list = await page.request.get(`/api/v1/releases/${number}/SHA256SUMS`);
  expect(
    createHash("sha256")
      .update(await list.body())
      .digest("hex"),
  ).toBe(sum);
  for (const line of (await list.text()).trimEnd().split("\n")) {
    const [checksum = "", name = ""] = line.split("  ");
    await expect(files.filter({ hasText: checksum })).toContainText(name);
  }
  const { data } = await (await page.request.get("/api/v1/releases")).json();
  expect(data.at(-1)).toMatchObject({ number, asOf: day, since: null });
  expect(data.at(-1).knownOn).toMatch(new RegExp(`^r${revision}-[0-9a-f]{8}$`));
});

test("a table has its size, filters that count rows, first rows, columns and code", async ({
  page,
}) => {
  await page.goto("/data");
  await page.locator("#tables").getByRole("link", { name: "evidence", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Table evidence");
  await expect(page.locator("#rows").getByRole("row")).toHaveCount(11);
  const link = page.locator("#filters").getByRole("link", { name: /^sindh/ });
  const [, count] = /\(([\d,]+)\)/.exec((await link.textContent()) ?? "") ?? [];
  await link.click();
  await expect(page).toHaveURL("/data/evidence?province=sindh");
  await expect(page.getByText(`${count} rows, 34 columns`)).toBeVisible();
  await expect(page.locator("#code")).toContainText('evidence.csv?province=sindh")');
  const { meta } = await (
    await page.request.get("/api/v1/tables/evidence.json?province=sindh&limit=1")
  ).json();
  expect(meta.matched).toBe(Number(count?.replace(",", "")));
  await page.getByRole("link", { name: "Remove filter: sindh" }).click();
  await expect(page).toHaveURL("/data/evidence");
});

test("the reference has every endpoint, and each example answers", async ({ page }) => {
  await page.goto("/data#api");
  await page.getByText("Show all endpoints").click();
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
