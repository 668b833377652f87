import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { fillZoneSource, retireRecord } from "./support/records-driver";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";
import { addZone, retireZone } from "./support/write-by-api";

// They write to one ledger.
test.describe.configure({ mode: "default" });

let analyst: Account;
let reviewer: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Nadia Analyst");
  reviewer = await makeAccount("reviewer", "Omar Reviewer");
});

/** A zone that the test has for itself. */
const addOwnZone = (page: Page, about: string) =>
  addZone(page, `${about} ${randomUUID().slice(0, 8)} Zone`);

test("an analyst adds a zone, which is on the site at once", async ({ page }) => {
  const name = forThisTry("Lasbela Test Zone", "Awaran Border Market");
  const slug = name.toLowerCase().replaceAll(" ", "-");
  await signIn(page, analyst, "/admin/records/zone/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await expect(page.getByLabel("Address")).toHaveValue(slug);
  // What is typed survives a reload.
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await fillZoneSource(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(`/admin/zones/${slug}/edit`);
  await page.goto(`/zones/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("a name that is there already is named before a second record is made", async ({ page }) => {
  await signIn(page, analyst, "/admin/records/zone/new");
  await page.getByLabel("Name", { exact: true }).fill("Rashakai");
  await expect(page.getByText(/records with a name like this: Rashakai/)).toBeVisible();
});

test("a firm is renamed, keeps its address, and is found by its former name", async ({ page }) => {
  const name = forThisTry("Vivo Test Mobile", "Vivo Test Mobile Again");
  await signIn(page, analyst, "/admin/records/firm?q=vivo");
  await page.getByRole("link", { name: /^Vivo/ }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Other names").fill("Vivo");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Say why; readers see it.")).toBeVisible();
  await page.getByLabel("Reason").fill("Its new name.");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page).toHaveURL(/\/admin\/records\/firm$/);
  await page.goto("/firms/vivo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

test("a change that another person made meanwhile stays beside one's own", async ({
  page,
  browser,
  troubles,
}) => {
  troubles.expectAt("/api/v1/firms/vivo");
  const [name, otherName] = forThisTry(
    ["Vivo Test Phones", "Vivo Pakistan"],
    ["Vivo Test Phones Again", "Vivo Karachi"],
  );
  await signIn(page, analyst, "/admin/records/firm?q=vivo");
  await page.getByRole("link", { name: /^Vivo/ }).click();
  await page.getByLabel("Other names").fill(`Vivo\n${otherName}`);
  await page.getByLabel("Reason").fill("Another name of it.");

  const other = await (await browser.newContext()).newPage();
  await signIn(other, reviewer, new URL(page.url()).pathname);
  await other.getByLabel("Name", { exact: true }).fill(name);
  const form = other.getByRole("form", { name: "Change the firm" });
  await form.getByLabel("Reason").fill("Renamed again.");
  await other.getByRole("button", { name: "Save the change" }).click();
  await expect(other).toHaveURL(/\/admin\/records\/firm$/);
  await other.context().close();

  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText(/^Someone changed this record in the meantime/)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(page.getByText(/^Recorded now: Vivo\b/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page).toHaveURL(/\/admin\/records\/firm$/);
  await page.goto("/firms/vivo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
});

test("zones of an event are picked from the list, by letters or with the keyboard", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, analyst, "/admin/records/event/new");
  const zones = page.getByRole("combobox", { name: "Zones" });
  await zones.fill("Rashakai");
  await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
  await expectAccessible(page);
  await zones.press("Enter");
  await expect(page.getByRole("button", { name: /^Remove Rashakai/ })).toBeVisible();
  await expect(zones).toHaveValue("");
  await zones.fill("no such zone");
  await page.getByLabel("Title").click();
  await expect(page.getByText("Choose one from the list.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByRole("button", { name: /^Remove Rashakai/ })).toBeHidden();
});

test("a reviewer merges a zone into another, and restores it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, reviewer, "/admin/zones");
  const slug = await addOwnZone(page, "Double");
  await page.goto(`/admin/records/zone/${slug}`);
  await expectNoSidewaysScroll(page);
  await retireRecord(page, { into: "Hub Special Economic Zone", reason: "The same zone." });
  await expect(page).toHaveURL(/\/admin\/records\/zone\/hub-sez$/);
  await page.goto(`/zones/${slug}`);
  await expect(page).toHaveURL(/\/zones\/hub-sez$/);

  await page.goto(`/admin/records/zone/${slug}`);
  await page.getByLabel("Reason").fill("They are two zones.");
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("is restored.")).toBeVisible();
  await page.goto(`/zones/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Double /);
});

test("a retired zone says so, and stays on the days before", async ({ page }) => {
  await signIn(page, reviewer, "/admin/zones");
  const slug = await addOwnZone(page, "Former");
  await page.goto(`/admin/records/zone/${slug}`);
  await retireRecord(page, { into: null, reason: "It was given up." });
  await expect(page.getByText("is retired.")).toBeVisible();
  await page.goto(`/zones/${slug}`);
  await expect(page.getByText(/It was taken out on .* It was given up\./)).toBeVisible();
  await page.getByRole("link", { name: /^Former .* on \d/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Former .* Zone$/);
});

test("a firm that was added by mistake is withdrawn by Undo, and comes back by Redo", async ({
  page,
}) => {
  const name = forThisTry("Mistaken Test Mills", "Erroneous Test Foundry");
  await signIn(page, analyst, "/admin/records/firm/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/records\/firm$/);
  await page.goto("/admin/history");
  const acts = page.getByRole("main").getByRole("listitem");
  const own = acts.filter({ hasText: `added the firm ${name}` });
  await own.getByRole("button", { name: /^Undo revision/ }).click();
  await expect(page.getByText(/^Undone in revision \d+$/)).toBeVisible();
  await expect(acts.first()).toContainText(/withdrew the record .*Undo of revision \d+/);
  await expectAccessible(page);
  await acts.first().getByRole("link", { name }).click();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText("Withdrawn");
  await page.goto("/admin/history");
  await acts
    .first()
    .getByRole("button", { name: /^Redo revision/ })
    .click();
  await expect(page.getByText(/^Made again in revision \d+$/)).toBeVisible();
});

test("a withdrawn zone is on no day, and its address says why", async ({ page }) => {
  await signIn(page, reviewer, "/admin/zones");
  const slug = await addOwnZone(page, "Confused");
  await retireZone(page, slug, "It was given up.");
  await page.goto(`/admin/records/zone/${slug}`);
  await page.getByLabel("Reason").fill("It is there again.");
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("is restored.")).toBeVisible();
  await page.getByRole("radio", { name: /^Withdraw/ }).check();
  await page.getByLabel("Reason").fill("Two places were confused.");
  await expect(page.getByRole("complementary", { name: "What will change" })).toContainText(
    "leaves the list of zones and all counts.",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByText("is withdrawn.")).toBeVisible();
  for (const day of ["", "?asOf=2026-11-20"]) {
    await page.goto(`/zones/${slug}${day}`);
    await expect(
      page.getByText(/It was withdrawn on .* Two places were confused\. It should not have been/),
    ).toBeVisible();
    await expectAccessible(page);
  }
});
