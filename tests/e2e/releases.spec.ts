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
  const files = release.getByRole("listitem");
  await expect(files).toHaveCount(16);

  const row = files.filter({ hasText: "claims.csv" });
  const downloading = page.waitForEvent("download");
  await row.getByRole("link").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("claims.csv");
  const bytes = fs.readFileSync(await download.path());
  const sum = createHash("sha256").update(bytes).digest("hex");
  await expect(row).toContainText(sum);
  expect(said).toContain(sum);
});
