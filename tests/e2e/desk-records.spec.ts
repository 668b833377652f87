import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { query } from "./support/database";
import { test } from "./support/test";

// They write to one ledger, and each looks at what the one before left.
test.describe.configure({ mode: "default" });

let analyst: Account;
let reviewer: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Nadia Analyst");
  reviewer = await makeAccount("reviewer", "Omar Reviewer");
});

test("an analyst adds a zone, which is on the site at once", async ({ page }) => {
  await signIn(page, analyst, "/admin/records/zone/new");
  await page.getByLabel("Name", { exact: true }).fill("Lasbela Test Zone");
  await expect(page.getByLabel("Address")).toHaveValue("lasbela-test-zone");
  // What is typed survives a reload.
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Lasbela Test Zone");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  const [source] = await query("select title from source where id = 'geonames'");
  await page.getByLabel("Source").fill(String(source?.title));
  await page.getByLabel("As of").fill("2026-11-01");
  await page.getByLabel("What the source says").fill("It names the zone.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/zones\/lasbela-test-zone\/edit$/);
  await page.goto("/zones/lasbela-test-zone");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lasbela Test Zone");
});

test("a name that is there already is named before a second record is made", async ({ page }) => {
  await signIn(page, analyst, "/admin/records/zone/new");
  await page.getByLabel("Name", { exact: true }).fill("Rashakai");
  await expect(page.getByText(/records with a name like this: Rashakai/)).toBeVisible();
});

test("a firm is renamed, keeps its address, and is found by its former name", async ({ page }) => {
  await signIn(page, analyst, "/admin/records/firm?q=vivo");
  await page.getByRole("link", { name: /^Vivo/ }).click();
  await page.getByLabel("Name", { exact: true }).fill("Vivo Test Mobile");
  await page.getByLabel("Other names").fill("Vivo");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Say why; readers see it.")).toBeVisible();
  await page.getByLabel("Reason").fill("Its new name.");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page).toHaveURL(/\/admin\/records\/firm$/);
  await page.goto("/investors/vivo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Vivo Test Mobile");
});

test("a reviewer merges a zone into another, and restores it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, reviewer, "/admin/records/zone/lasbela-test-zone");
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Merge into", { exact: true }).fill("Hub Special Economic Zone");
  await page.getByLabel("Reason").fill("The same zone.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/records\/zone\/hub-sez$/);
  await page.goto("/zones/lasbela-test-zone");
  await expect(page).toHaveURL(/\/zones\/hub-sez$/);

  await page.goto("/admin/records/zone/lasbela-test-zone");
  await page.getByLabel("Reason").fill("They are two zones.");
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("is restored.")).toBeVisible();
  await page.goto("/zones/lasbela-test-zone");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lasbela Test Zone");
});

test("a retired zone says so, and stays on the days before", async ({ page }) => {
  await signIn(page, reviewer, "/admin/records/zone/lasbela-test-zone");
  await page.getByRole("radio", { name: /^Retire/ }).check();
  await page.getByLabel("Reason").fill("It was given up.");
  await page.getByRole("button", { name: "Retire", exact: true }).click();
  await expect(page.getByText("is retired.")).toBeVisible();
  await page.goto("/zones/lasbela-test-zone");
  await expect(page.getByText(/It was taken out on .* It was given up\./)).toBeVisible();
  await page.getByRole("link", { name: /^The zone on/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lasbela Test Zone");
});
