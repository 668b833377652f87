import { expect } from "@playwright/test";
import { expectAccessible, expectAccessibleOnEachScreen } from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { DeskDriver } from "./support/admin-driver";
import { query, zonesInDatabase } from "./support/database";
import { ExplorerDriver } from "./support/explorer-driver";
import { holdNews } from "./support/hold-news";
import { collectNotes } from "./support/live-notes";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";
import { recordClaim } from "./support/write-by-api";

// They write to one ledger. Each zone here is recorded on by one test, and by no other file that could run meanwhile.
test.describe.configure({ mode: "default" });

let analyst: Account;
let second: Account;
let reviewer: Account;
let reader: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Asma Analyst");
  second = await makeAccount("analyst", "Sami Second");
  reviewer = await makeAccount("reviewer", "Rania Reviewer");
  reader = await makeAccount("reader", "Rafi Reader");
});

const shown = async (column: string, slug: string) =>
  (await query(`select ${column} as value from zone where slug = '${slug}'`))[0]?.value;

test("an analyst updates a status with its source, and every open page shows it at once", async ({
  page,
  browser,
  baseURL,
}) => {
  const [slug, name, status, label] = forThisTry(
    ["bostan-sez", "Bostan", "under-development", "Under development"],
    ["siddiqsons-tin-plate-sez", "Siddiqsons", "idle", "Idle"],
  );
  const before = await shown("status", slug);
  expect(before).toBe(status);

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const explorer = new ExplorerDriver(await other.newPage());
  await explorer.open();
  const zonePage = await other.newPage();
  await zonePage.goto(`/zones/${slug}`);
  const order = await explorer.zonesInTable();
  const pinned = await other.newPage();
  const cited = (await (await pinned.request.get("/api/v1/zones?limit=1")).json()).meta;
  const parts = async () => {
    await pinned.goto(`/zones/${slug}?asOf=${cited.asOf}&knownOn=${cited.knownOn}`);
    const main = pinned.getByRole("main");
    // The browser makes the table of each figure once the page runs.
    await expect(main.locator("table.figure-table")).toHaveCount(
      await main.locator("figure[data-figure]").count(),
    );
    return await main.locator("section[id]").allTextContents();
  };
  const citedParts = await parts();
  expect(citedParts.join()).toContain(label);

  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const desk = new DeskDriver(page);
  await desk.answers();
  const item = await desk.claim("status", "partially-operational");
  await desk.pickSource("geonames");

  // The gate refuses, names what is missing, and keeps what was typed.
  await desk.record.click();
  await expect(desk.failure).toContainText("Complete the marked fields");
  await expect(desk.changes.getByRole("status")).toContainText("3 things are missing.");
  await item.getByLabel(/^Day/).fill("2026-11");
  await item.getByLabel(/^The source’s words/).fill("One plant has begun to produce.");
  await item.getByLabel("The source says so.").check();
  await expect(desk.changes.getByText("Missing.", { exact: true })).toHaveCount(0);

  // What will change stands there before anything changes.
  await expect(desk.changes).toContainText(`${label} → Partly operational`);
  const { length } = await zonesInDatabase("status in ('partially-operational', 'operational')");
  await expect(desk.changes).toContainText(
    `Progress on site, at least “Partly operational”: ${length} → ${length + 1}`,
  );
  expect(await shown("status", slug)).toBe(before);

  const readNotes = await collectNotes(explorer.page);
  await desk.record.click();
  await expect(desk.recorded).toBeVisible();
  expect(await shown("status", slug)).toBe("partially-operational");

  // Both pages of the other browser say so without a reload, and no row has moved.
  await expect(explorer.row(slug)).toContainText("partly operational");
  // The zone is near the top of the register, so a note that tells of other tests' changes too begins with it.
  await expect.poll(readNotes).toMatch(new RegExp(`${name}.*: ${label} → Partly operational`));
  expect(await explorer.zonesInTable()).toEqual(order);
  await zonePage.bringToFront();
  await expect(
    zonePage.getByRole("status").filter({ hasText: "has just been updated" }),
  ).toContainText(`Progress on site: ${label} → Partly operational`);
  // What was cited before still reads the same, and says that there is more by now.
  expect(await parts()).toEqual(citedParts);
  await expect(pinned.getByText(/It will not change/)).toBeVisible();
  await other.close();
});

test("an analyst takes a report back from the zone's ledger, with a reason", async ({ page }) => {
  const slug = forThisTry("sapphire-chemicals-sesez", "bahawalpur-industrial-estate");
  const before = await shown("status", slug);
  await signIn(page, analyst, "/admin/zones");
  const { id } = await recordClaim(page, {
    ...{ zone: slug, field: "status", value: "partially-operational", gateConfirmed: true },
    quotation: { text: "One plant produces.", lang: "en" },
  });
  expect(await shown("status", slug)).toBe("partially-operational");
  await page.goto(`/zones/${slug}/evidence`);
  const entry = page.locator("#ledger-status");
  await entry.getByRole("link", { name: "Judge or withdraw this report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Judge a report on /);
  await page.getByRole("button", { name: "Record decision" }).click();
  await expect(page.getByText("Give a reason. Readers of the evidence see it.")).toBeVisible();
  await page.getByLabel("Reason", { exact: true }).fill("The plant stands outside the zone.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Record decision" }).click();
  await page.waitForURL(({ pathname }) => pathname === `/zones/${slug}/evidence`);
  expect(await shown("status", slug)).toBe(before);
  const [decision] = await query(
    `select kind, reason from decision where claim_id = '${id}' order by id desc limit 1`,
  );
  expect(decision).toEqual({ kind: "retracted", reason: "The plant stands outside the zone." });
});

test("two analysts from one base: one is recorded, the other sees both and decides", async ({
  page,
  browser,
  baseURL,
  troubles,
}) => {
  troubles.expectAt("/api/v1/claims");
  troubles.expectAt("/api/v1/stream");
  const slug = forThisTry("fatima-cement-sez", "premier-cement-sez");
  const fill = (desk: DeskDriver, value: string) =>
    desk.fillReport("water", value, { note: `Water is ${value}.` });
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = new DeskDriver(await other.newPage());
  await signIn(theirs.page, second, `/admin/zones/${slug}/edit`);
  await theirs.answers();
  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const mine = new DeskDriver(page);
  await mine.answers();
  await fill(theirs, "partial");
  await fill(mine, "absent");
  // Mine hears of nothing until it is told, so that the server must see the conflict.
  await page.route("**/api/v1/stream", (route) => route.abort());
  await theirs.record.dblclick();
  await expect(theirs.recorded).toBeVisible();
  const [once] = await query(
    `select count(*)::int as n from claim where zone_slug = '${slug}' and note = 'Water is partial.'`,
  );
  expect(once?.n).toBe(1);

  await mine.record.click();
  const conflict = page.getByRole("status").filter({ hasText: "This value has changed" });
  await expect(conflict).toContainText("Partial");
  await expect(conflict).toContainText("Absent");
  await expect(mine.item("water").getByLabel(/^Summary in your words/)).toHaveValue(
    "Water is absent.",
  );
  expect(await shown("water", slug)).toBe("partial");
  await conflict.getByRole("button", { name: "Keep mine too" }).click();
  await mine.record.click();
  await expect(mine.recorded).toBeVisible();
  const claims = await query(
    `select value from claim where zone_slug = '${slug}' and note like 'Water is %' order by revision_id`,
  );
  expect(claims.map(({ value }) => value)).toEqual(["partial", "absent"]);
  await other.close();
});

test("nothing typed is lost: reload, second tab, ended session, away server", async ({
  page,
  context,
  troubles,
}) => {
  troubles.expectAt("/api/v1/claims");
  await holdNews(page, troubles);
  const slug = "khairpur-sez";
  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const desk = new DeskDriver(page);
  await desk.answers();
  const jobs = forThisTry(1234, 1235);
  const item = await desk.fillReport("jobs", String(jobs), {
    source: "brecorder 2025",
    asOf: "2025",
    note: "It employs 1,234.",
  });

  await page.reload();
  await expect(page.getByText("What you typed is restored.")).toBeVisible();
  await expect(item.getByRole("textbox", { name: "Value" })).toHaveValue(String(jobs));

  const tab = await context.newPage();
  await tab.goto(`/admin/zones/${slug}/edit`);
  await expect(tab.getByText("Another draft is unfinished")).toBeVisible();
  await expect(new DeskDriver(tab).item("jobs")).toHaveCount(0);
  await tab.close();

  // The server is away: said, kept, and sent again.
  await page.route("**/api/v1/claims", (route) => route.abort());
  await desk.record.click();
  await expect(desk.failure).toContainText("What you typed is still here");
  await page.unroute("**/api/v1/claims");

  // The session has ended: sign in over the form, and it goes on.
  await context.clearCookies();
  await desk.record.click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await dialog.getByLabel("Password").fill(analyst.password);
  await dialog.getByRole("button", { name: "Sign in and continue" }).click();
  await expect(desk.recorded).toBeVisible();
  expect(await shown("jobs", slug)).toBe(jobs);
});

test("the keyboard alone records and takes back; an answer lost on its way leads nobody astray", async ({
  page,
  troubles,
}) => {
  troubles.expectAt("/api/v1/claims");
  const slug = "hattar-sez";
  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const desk = new DeskDriver(page);
  await desk.answers();
  await page.keyboard.press("f");
  await page.keyboard.type("jobs");
  await page.keyboard.press("Enter");
  const value = desk.item("jobs").getByRole("textbox", { name: "Value" });
  await expect(value).toBeFocused();
  await page.keyboard.type("500");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Search sources")).toBeFocused();
  await page.keyboard.type("urdupoint");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  // The words are typed at once; a space in them does not take the source away again.
  await expect(page.getByLabel(/^The source’s words/)).toBeFocused();
  await page.keyboard.type("500 jobs at the gate");
  await expect(page.getByRole("button", { name: "Choose another source" })).toBeVisible();

  // It is recorded, but nobody hears of it; then it is changed, and is another claim.
  await page.route("**/api/v1/claims", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press("Control+Enter");
  await expect(desk.failure).toContainText("What you typed is still here");
  await page.unroute("**/api/v1/claims");
  await value.fill("600");
  await page.keyboard.press("Control+Enter");
  await expect(desk.failure).toContainText("The first version of this report was recorded");
  await page.getByRole("button", { name: "Keep mine too" }).press("Enter");
  await expect(value).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(desk.recorded).toBeVisible();
  await expect(desk.pencil("jobs")).toBeFocused();
  expect(await shown("jobs", slug)).toBe(600);

  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.getByText("Undone")).toBeVisible();
  await expect.poll(() => shown("jobs", slug)).toBe(500);
});

test("a reviewer may judge any claim; a recorded decision can be undone", async ({ page }) => {
  const slug = "khairpur-sez";
  const typed = forThisTry(4321, 4322);
  await signIn(page, reviewer, "/admin/zones");
  await recordClaim(page, { zone: slug, field: "jobs", value: 1200, asOf: "2025-01" });
  const before = await shown("jobs", slug);
  const desk = new DeskDriver(page);
  await desk.open(slug);
  const item = await desk.claim("jobs", String(typed));
  await desk.pickSource("brecorder 2025");
  await item.getByLabel(/^Day/).fill("2025-02");
  await page.keyboard.press("Control+Enter");
  await expect(desk.recorded).toBeVisible();
  expect(await shown("jobs", slug)).toBe(typed);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => shown("jobs", slug)).toBe(before);
  await page.goto(`/zones/${slug}/evidence`);
  await page
    .locator("#ledger-jobs")
    .getByRole("link", { name: "Judge or withdraw this report" })
    .first()
    .click();
  await expect(page.getByRole("radio")).toHaveCount(3);
});

test("a reader and a visitor are refused by page and by interface", async ({ page, troubles }) => {
  troubles.expectAt("/api/v1/claims");
  const slug = "hub-sez";
  await page.goto(`/admin/zones/${slug}/edit`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const refused = async () => {
    const claims = await page.evaluate(() =>
      fetch("/api/v1/claims", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ claims: [] }),
      }).then((response) => response.status),
    );
    return claims;
  };
  expect(await refused()).toBe(401);
  await signIn(page, reader, "/account");
  await page.goto(`/admin/zones/${slug}/edit`);
  await expect(page.getByRole("searchbox", { name: "Find a value" })).toHaveCount(0);
  expect(await refused()).toBe(403);
  await page.goto(`/zones/${slug}/evidence`);
  await expect(page.getByRole("link", { name: "Judge or withdraw this report" })).toHaveCount(0);
});

test("the form is accessible in both themes and on a phone", async ({ page }) => {
  await signIn(page, analyst, "/admin/zones/rashakai-sez/edit");
  const desk = new DeskDriver(page);
  await desk.answers();
  await desk.claim("status", "operational");
  await desk.pickSource("rashakai");
  await desk.claim("landTitle", "absent");
  await desk.record.click();
  await expect(desk.failure).toBeVisible();
  await expectAccessibleOnEachScreen(page, "all");
});
