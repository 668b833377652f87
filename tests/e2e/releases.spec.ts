import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { test } from "./support/test";

/** Runs `npm run release` over the database of the tracker under test. */
async function makeRelease(...options: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/run-with-database.mjs", "scripts/release.ts", ...options],
    { env: { ...process.env, DATABASE_URL: process.env.E2E_DATABASE_URL } },
  );
  return stdout;
}

test("what the command freezes the page offers, with the checksums that it has", async ({
  page,
}) => {
  const said = await makeRelease("--notes", "Made by a test.", "--anyway");
  const number = /Made release (\d{4}\.\d+)/.exec(said)?.[1];
  await page.goto("/data");
  const release = page.getByRole("article", { name: new RegExp(`^${number},`) });
  await expect(release).toContainText("Made by a test.");
  await release.getByRole("link", { name: /files with checksums/ }).click();
  await expect(page).toHaveURL(`/data/releases/${number}#files`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Release ${number}`);
  const files = page.locator("#files").getByRole("listitem");
  // With the archive of all.
  await expect(files).toHaveCount(37);

  // A file without the texts of claims, since another test may have one of those removed from every release meanwhile.
  const row = files.filter({ hasText: "zones.csv" });
  const downloading = page.waitForEvent("download");
  await row.getByRole("link").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("zones.csv");
  const bytes = fs.readFileSync(await download.path());
  const sum = createHash("sha256").update(bytes).digest("hex");
  await expect(row).toContainText(sum);
  expect(said).toContain(sum);
});

test("a release is cited, downloaded as one file, and shown as the same day on the pages", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/data/releases/2026.1");
  const main = page.getByRole("main");
  await expect(main).toContainText("This is the first release.");
  const cite = page.locator("#cite");
  await expect(cite).toContainText("release 2026.1");
  await cite.getByRole("button").last().click();
  await expect(page.getByText("Citation copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^@misc\{cpec-sez-tracker-2026\.1,/,
  );

  const downloading = page.waitForEvent("download");
  await main.getByRole("link", { name: /^Download all files/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("cpec-sez-release-2026.1.zip");
  const sum = createHash("sha256")
    .update(fs.readFileSync(await download.path()))
    .digest("hex");
  await expect(page.locator("#files").getByRole("listitem").first()).toContainText(sum);

  const day = page.locator("#day").getByRole("link", { name: "Explorer" });
  await expect(day).toHaveAttribute(
    "href",
    /^\/zones\?asOf=\d{4}-\d\d-\d\d&knownOn=r\d+-[0-9a-f]{8}$/,
  );
  await expect(page.locator('link[rel="describedby"]')).toHaveAttribute(
    "href",
    "/api/v1/dcat.jsonld",
  );
});

test("old and short addresses lead to a release, and an unknown one says what there is", async ({
  page,
  troubles,
}) => {
  const { data } = await (await page.request.get("/api/v1/releases")).json();
  for (const address of ["/releases/latest", "/data/releases/latest"]) {
    await page.goto(address);
    await expect(page).toHaveURL(`/data/releases/${data[0].number}`);
  }
  await page.goto("/data/releases");
  await expect(page).toHaveURL("/data#releases");
  await page.goto("/data#release-2026.1");
  await expect(page.locator("#release-2026\\.1")).toBeInViewport();

  troubles.expectAt("/data/releases/2026.11111");
  const response = await page.goto("/data/releases/2026.11111");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Release not found");
  await page.getByRole("link", { name: "Show all releases" }).click();
  await expect(page).toHaveURL("/data#releases");
});
