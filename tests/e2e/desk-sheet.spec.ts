import { expect, type Page } from "@playwright/test";
import {
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNoSidewaysScroll,
} from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { DeskDriver } from "./support/admin-driver";
import { countActs } from "./support/article-driver";
import { query } from "./support/database";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";
import { recordClaim } from "./support/write-by-api";

test.use({ drawsMaps: false });

let analyst: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Salma Sheet");
});

const shown = async (column: string, slug: string) =>
  (await query(`select ${column} as value from zone where slug = '${slug}'`))[0]?.value;

/** Types where the focus is, as a person does, and leaves it there. */
const typeHere = (page: Page, words: string) => page.keyboard.type(words);

test("a status with a new source takes at most 7 acts, one with the source used last 4 clicks", async ({
  page,
}) => {
  const slug = forThisTry("sundar-green-sez", "united-business-park");
  const link = `https://daily.example/${slug}`;
  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const desk = new DeskDriver(page);
  await desk.answers();
  await expect(desk.row("status")).toBeVisible();

  const clicks = await countActs(page);
  await desk.pencil("status").click();
  const item = desk.item("status");
  await item.locator('[data-value="under-development"]').click();
  // The source is missing, so the focus is there.
  await expect(page.getByLabel("Search sources")).toBeFocused();
  await page.keyboard.insertText(link);
  await page.keyboard.press("Enter");
  await expect(item.getByLabel("Title")).toBeFocused();
  await typeHere(page, "Contractors begin work");
  await page.keyboard.press("Tab");
  await typeHere(page, "Example Daily");
  await item.getByLabel("Published").click();
  await typeHere(page, "24 Nov 2026");
  // The day follows the source, and Enter goes to what is still missing.
  await expect(item.getByLabel(/^Day/)).toHaveValue("24 Nov 2026");
  await page.keyboard.press("Enter");
  await expect(item.getByLabel(/^The source’s words/)).toBeFocused();
  await typeHere(page, "Contractors are on the site since October.");
  await item.getByLabel("The source says so.").click();
  await expect(desk.changes).toContainText("Under development");
  await desk.record.click();
  await expect(desk.recorded).toBeVisible();
  expect(await clicks("A status with a new source")).toBeLessThanOrEqual(7);
  expect(await shown("status", slug)).toBe("under-development");
  await expect(desk.pencil("status")).toBeFocused();
  await expect(desk.row("status")).toContainText("Under development");
  await expect(desk.row("status")).toContainText("Example Daily");

  await page.reload();
  await desk.answers();
  const again = await countActs(page);
  await desk.pencil("status").click();
  await expect(item).toContainText("last used");
  await item.locator('[data-value="serviced"]').click();
  await expect(item.getByLabel(/^The source’s words/)).toBeFocused();
  await typeHere(page, "Power, water and roads reach the first plots.");
  await item.getByLabel("The source says so.").click();

  // The facts that the new step implies are opened with the same source, and left again.
  await expect(desk.changes).toContainText("Does the source say these too?");
  await desk.record.click();
  await expect(desk.recorded).toBeVisible();
  expect(await again("A status with the last source")).toBeLessThanOrEqual(4);
  expect(await shown("status", slug)).toBe("serviced");

  const claims = await query(
    `select c.as_of, c.quotation, s.publisher from claim c join source s on s.id = c.source_id
     where s.url = '${link}' order by c.revision_id`,
  );
  expect(claims).toHaveLength(2);
  expect(claims[0]).toMatchObject({ as_of: "2026-11-24", publisher: "Example Daily" });
});

test("several values are recorded at once by keyboard, and the message undoes them", async ({
  page,
}) => {
  const slug = forThisTry("rahim-yar-khan-industrial-estate", "naveena-steel-mills-sez");
  await signIn(page, analyst, "/admin");
  await recordClaim(page, { zone: slug, field: "jobs", value: 320, asOf: "2025-03" });
  const desk = new DeskDriver(page);
  await desk.open(slug);
  await page.keyboard.press("f");
  await typeHere(page, "electricity");
  await page.keyboard.press("Enter");
  await expect(desk.item("electricity").locator(":focus")).toBeVisible();
  await page.keyboard.press("4");
  await expect(page.getByLabel("Search sources")).toBeFocused();
  // The only source that is found is taken at once.
  await typeHere(page, "geonames");
  await page.keyboard.press("Enter");
  // The focus goes on to what is missing: a space must not press the button that takes the source away.
  await expect(desk.item("electricity").getByLabel(/^Day/)).toBeFocused();

  await desk.pencil("water").press("Enter");
  await expect(desk.item("water")).toContainText("as for Electricity");
  await page.keyboard.press("4");
  await desk.pencil("jobs").press("Enter");
  const jobs = desk.item("jobs").getByRole("textbox", { name: "Value" });
  await expect(jobs).toBeFocused();
  await expect(jobs).toHaveValue("320");
  await typeHere(page, "400");
  await desk.item("electricity").getByLabel(/^Day/).fill("2026-10");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("3 reports are recorded.")).toBeVisible();
  const values = async () =>
    (await query(`select electricity, water, jobs from zone where slug = '${slug}'`))[0];
  expect(await values()).toEqual({ electricity: "partial", water: "partial", jobs: 400 });
  const [{ n } = {}] = await query(
    `select count(distinct revision_id)::int as n from claim where zone_slug = '${slug}' and as_of = '2026-10'`,
  );
  expect(n).toBe(1);

  await page.setViewportSize({ width: 360, height: 740 });
  const [message, entries] = await Promise.all([
    page.getByText("3 reports are recorded.").boundingBox(),
    page.getByRole("navigation").filter({ hasText: "Article" }).boundingBox(),
  ]);
  expect((message?.y ?? 0) + (message?.height ?? 740)).toBeLessThan(entries?.y ?? 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone")).toBeVisible();
  expect(await values()).toMatchObject({ jobs: 320 });
  await expect(desk.row("jobs")).toContainText("320");
});

test("a pencil leads analysts from a public value to its place on the sheet", async ({
  page,
  browser,
  baseURL,
}) => {
  const slug = "value-addition-city";
  const visitor = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await visitor.newPage();
  await theirs.goto(`/zones/${slug}`);
  await theirs.locator('a[href="#ledger-status"]').first().click();
  await expect(theirs.getByRole("link", { name: "Suggest a correction" }).last()).toBeVisible();
  await expect(theirs.getByRole("link", { name: /^Change (values|this value)$/ })).toHaveCount(0);
  await visitor.close();

  await signIn(page, analyst, `/zones/${slug}`);
  await expect(page.getByRole("link", { name: "Change values" })).toHaveAttribute(
    "href",
    `/admin/zones/${slug}/edit`,
  );
  await page.locator('a[href="#ledger-status"]').first().click();
  await page.getByRole("link", { name: "Change this value" }).click();
  await expect(page).toHaveURL(`/admin/zones/${slug}/edit?open=status`);
  const desk = new DeskDriver(page);
  await desk.answers();
  await expect(desk.item("status").locator(":focus")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(desk.pencil("status")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(
    desk.pencil("legalStatus").or(desk.pencil("approvedOn")).locator("visible=true"),
  ).not.toHaveCount(0);
});

test("the sheet filters, is accessible in both themes and fits 360 px", async ({ page }) => {
  const slug = "moqpondass-sez";
  await signIn(page, analyst, `/admin/zones/${slug}/edit`);
  const desk = new DeskDriver(page);
  await desk.answers();
  const unknown = page.getByRole("button", { name: /^Unknown/ });
  await unknown.click();
  const count = Number(/\d+/.exec((await unknown.textContent()) ?? "")?.[0]);
  await expect(page.locator("[data-row]")).toHaveCount(count);
  await page.getByRole("button", { name: /^All/ }).click();

  await desk.claim("status", "serviced");
  await desk.claim("electricity", "partial");
  await desk.claim("areaAcres", "120");
  await desk.record.click();
  await expect(desk.failure).toBeVisible();
  await expectAccessibleInBothThemes(page);
  for (const width of [1024, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("button", { name: /missing\.$/ }).click();
  await expect(desk.changes.getByRole("heading", { name: "Before you can record" })).toBeVisible();
  await expectAccessible(page);
});
