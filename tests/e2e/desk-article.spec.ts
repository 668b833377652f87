import { expect, type Page } from "@playwright/test";
import {
  expectAccessible,
  expectAccessibleOnEachScreen,
  expectNoSidewaysScroll,
} from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import {
  addReport,
  article,
  countActs,
  expectLoaded,
  facts,
  finder,
  openArticle as open,
  pasteArticle,
  pickReport,
  quoteLine,
  record,
  report,
} from "./support/article-driver";
import { query } from "./support/database";
import { holdNews } from "./support/hold-news";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";

// They write to one ledger.
test.describe.configure({ mode: "default" });

let analyst: Account;
let second: Account;
let reader: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Asma Article");
  second = await makeAccount("analyst", "Sami Second");
  reader = await makeAccount("reader", "Rafi Reader");
});

const ARTICLE = `Zones get power and gas at last
At Dhabeji, electricity reaches part of the plots. The zone needs 250 MW when it is full.
Gas reaches part of Rashakai, 5 MMCFD so far. Century Steel employs 600 people there.
In Rachna, water flows to some plots. Hattar has telephone lines everywhere.
The zone at Hub will cost Rs 3.5 billion.`;

/** The path of the article's address. A second try pastes another one, since the source of the first is known then. */
const pathForThisTry = () => forThisTry("zones-get-power", "zones-get-more-power");

/** The path of the address of the article that was recorded last. */
async function recordedPath(): Promise<string> {
  const [source] = await query(
    "select url from source where url like '%example.org/news/zones-get-%' order by revision_id desc limit 1",
  );
  return /[\w-]+(?=\?|$)/.exec(String(source?.url))?.[0] ?? "";
}

/** Adds a report by the keyboard alone, and comes out in its value. */
async function addByKeyboard(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press("Alt+N");
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(report(page, name).locator("[data-value-control] :focus")).toBeVisible();
}

test("eight facts on five zones from one article: few clicks, one save, by keyboard", async ({
  page,
}) => {
  await open(page, analyst);
  const clicks = await countActs(page);
  const path = pathForThisTry();
  await pasteArticle(page, `https://www.example.org/news/${path}?utm_source=x\n${ARTICLE}`, {
    publisher: "Example News",
    published: "7 October 2026",
  });
  await expect(article(page)).toHaveValue(ARTICLE);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(
    "Zones get power and gas at last",
  );
  await expect(page.getByText("Understood: 7 Oct 2026").first()).toBeVisible();

  // What matches nothing is not wiped.
  await finder(page).fill("zzzz qqq");
  await expect(page.getByText("No report matches.")).toBeVisible();
  await finder(page).press("Enter");
  await expect(finder(page)).toHaveValue("zzzz qqq");
  await finder(page).clear();

  await addByKeyboard(page, "dhab elec partial", "Electricity, Dhabeji Special Economic Zone");
  await quoteLine(page, 1);
  await expect(
    report(page, "Electricity, Dhabeji Special Economic Zone").getByLabel(/^The source’s words/),
  ).toHaveValue(/^At Dhabeji, electricity reaches part of the plots\./);
  await addByKeyboard(page, "dhab power needed", "Power needed, Dhabeji Special Economic Zone");
  await page.keyboard.type("۲۵۰ MW");
  await expect(
    report(page, "Power needed, Dhabeji Special Economic Zone").getByText("Understood: 250 MW"),
  ).toBeVisible();
  await addReport(page, "rashakai gas partial", "Gas", null);
  await addReport(page, "rashakai gas delivered", "Gas delivered", "5 mmcfd");
  await addReport(page, "century steel jobs", "Jobs", "600 people");
  await addReport(page, "rachna water partial", "Water", null);
  await addReport(page, "hattar telecom available", "Telecom", null);
  await addReport(page, "hub investment committed", "Investment committed", "Rs 3.5 bn at 280");
  await expect(page.getByText(/Understood: USD 12.5 million/)).toBeVisible();
  await expectLoaded(page, ["Dhabeji", "Rashakai", "Rachna", "Hattar", "Hub"]);

  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("8 reports are recorded.")).toBeVisible();
  expect(await clicks("Eight facts of an article by the finder")).toBeLessThan(25);

  const claims = await query(
    `select c.field, c.value, c.note, c.currency, c.revision_id from claim c join source s on s.id = c.source_id
     where s.url like '%/${path}?%' order by c.field`,
  );
  expect(claims).toHaveLength(8);
  expect(new Set(claims.map(({ revision_id }) => revision_id)).size).toBe(1);
  expect(claims.find(({ field }) => field === "investmentCommittedUsdM")).toMatchObject({
    value: 12.5,
    currency: "PKR",
    note: "Converted at 280 PKR per US dollar.",
  });
  expect(claims.find(({ field }) => field === "powerNeededMw")?.value).toBe(250);
});

const PROPOSING = `Bostan waits for gas
Bostan Special Economic Zone is without gas.
Bostan Special Economic Zone is spread over about 1,001 acres.
Fourteen factories are operational in Mohmand Marble City, and a second road will follow soon.`;

test("facts of the text are accepted, changed and skipped by keyboard, and recorded with an event", async ({
  page,
}) => {
  await open(page, analyst);
  const path = forThisTry("bostan-waits", "bostan-still-waits");
  await pasteArticle(page, `https://www.example.org/news/${path}\n${PROPOSING}`, {
    publisher: "Example News",
    published: "8 October 2026",
  });
  await expect(facts(page)).toHaveCount(4);
  await expect(page.locator("mark[data-state=proposed]")).toHaveCount(3);
  await page.keyboard.press("Alt+P");
  await page.keyboard.press("Enter");
  await expect(facts(page).first()).toContainText("Accepted");
  await expect(facts(page).nth(1).locator(":focus")).toBeVisible();
  await page.keyboard.press("c");
  const area = report(page, "Area, Bostan Special Economic Zone");
  await expect(area.getByLabel("Value", { exact: true })).toBeFocused();
  await page.keyboard.type("1,002 acres");
  await page.keyboard.press("Enter");
  await expect(facts(page).nth(1)).toContainText("1,002 acres");
  await expect(facts(page).nth(2).locator(":focus")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(facts(page).nth(2)).toContainText("Accepted");
  await expect(facts(page).nth(3).locator(":focus")).toBeVisible();
  await page.keyboard.press("s");
  await expect(facts(page).nth(3)).toContainText("Skipped");
  await expect(article(page)).toHaveValue(PROPOSING);
  await page.getByRole("button", { name: "Add an event" }).click();
  await expectLoaded(page, ["Bostan", "Mohmand"]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("4 reports are recorded.")).toBeVisible();

  const claims = await query(
    `select c.field, c.value, c.note, c.revision_id from claim c join source s on s.id = c.source_id
     where s.url like '%/${path}' order by c.field`,
  );
  expect(claims.map(({ field, value }) => [field, value])).toEqual([
    ["areaAcres", 1002],
    ["enterprisesProducing", 14],
    ["gas", "absent"],
  ]);
  expect(claims[0]?.note).toBe("The source gives no exact figure.");
  const events = await query(
    `select e.title, e.revision_id from event e join source s on s.id = e.source_id where s.url like '%/${path}'`,
  );
  expect(events).toEqual([{ title: "Bostan waits for gas", revision_id: claims[0]?.revision_id }]);
});

test("a firm that is not in the zone yet is recorded with what is said of it", async ({ page }) => {
  await open(page, analyst);
  const river = forThisTry("Indus", "Zhob");
  await article(page).fill(`https://www.example.org/news/${await recordedPath()}`);
  await page.getByText("Add a firm that is not in the zone yet").click();
  await page.getByLabel("Name of the firm").fill(`${river} Batteries`);
  await page.getByLabel("Zone", { exact: true }).selectOption("hub-sez");
  await page.getByRole("button", { name: "Add firm" }).click();
  const stage = page.getByRole("region", {
    name: new RegExp(`^Stage, ${river} Batteries · Hub`),
  });
  await expect(stage.locator(":focus")).toBeVisible();
  await stage.locator("[data-value=admitted]").click();
  await pickReport(page, `${river.toLowerCase()} jobs 40`);
  await expectLoaded(page, ["Hub"]);
  await record(page).click();
  await expect(page.getByText("2 reports are recorded.")).toBeVisible();
  const claims = await query(
    `select field from claim where tenancy_id = 'hub-sez--${river.toLowerCase()}-batteries' order by field`,
  );
  expect(claims.map(({ field }) => field)).toEqual(["tenancyJobs", "tenancyStage"]);
});

test("the source of an article is found by any address of its page", async ({ page }) => {
  await open(page, analyst);
  await article(page).fill(`https://m.example.org/news/${await recordedPath()}/?fbclid=1#top\n`);
  await expect(page.getByRole("button", { name: "Choose another source" })).toBeVisible();
  await expect(page.getByText("Zones get power and gas at last")).toBeVisible();
});

test("what could mean two things is refused with a suggestion, which one press takes", async ({
  page,
}) => {
  await open(page, analyst);
  await pickReport(page, "hub area");
  const item = page.getByRole("region", { name: /^Area, Hub/ });
  const value = item.getByLabel("Value", { exact: true });
  for (const [typed, use] of [
    ["0,125", "0.125"],
    ["24.8,", "24.8"],
    ["approx. 1,000", "1,000"],
  ] as const) {
    await value.fill(typed);
    await item.getByRole("button", { name: `Use “${use}”` }).click();
    await expect(value).toHaveValue(use);
  }
  await value.fill("100 ha");
  await expect(item.getByText("Understood: 247.11 acres (100 ha)")).toBeVisible();
  await value.fill("N/A");
  await expect(item.getByText(/can mean unknown, none or not applicable/)).toBeVisible();
  await record(page).click();
  await expect(page.getByRole("complementary").getByRole("alert")).toContainText(
    "Complete the marked fields",
  );
});

test("a list starts from what it holds, and a place is picked on the map", async ({ page }) => {
  await open(page, analyst);
  await pickReport(page, "rashakai sectors");
  await expect(
    page.getByRole("region", { name: /^Sectors, Rashakai/ }).getByLabel("Value", { exact: true }),
  ).toHaveValue(/, /);
  await finder(page).fill("rashakai location");
  await page.getByRole("option", { name: /^Location Rashakai/ }).click();
  const place = page.getByRole("region", { name: /^Location, Rashakai/ });
  await place.getByRole("button", { name: "Pick on the map" }).click();
  const map = place.getByRole("region", { name: "Map on which to pick the place" });
  await expect(map).toBeVisible();
  await map.focus();
  await page.keyboard.press("ArrowRight");
  await place.getByLabel("Location precision").selectOption("town");
  await expect(place.getByText(/^\d\d\.\d+, \d\d\.\d+$/)).toBeVisible();
  await place.getByRole("button", { name: "Use this place" }).click();
  await expect(place.getByLabel("Value", { exact: true })).toHaveValue(/^\d\d\.\d+, \d\d\.\d+$/);
});

test("a draft belongs to its person; leaving and signing out ask first", async ({
  page,
  context,
  troubles,
}) => {
  await holdNews(page, troubles);
  await open(page, second);
  await article(page).fill("A secret text of some length.");
  await page.reload();
  await expect(page.getByText("What you typed is restored.")).toBeVisible();
  await expect(article(page)).toHaveValue("A secret text of some length.");

  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole("link", { name: "Zones", exact: true }).first().click();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toContain("You have a draft that is not recorded.");
  await expect(page).toHaveURL(/\/admin\/article$/);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]).toContain("A draft of yours is not recorded.");

  // Somebody else signs in in another tab of this browser.
  await context.clearCookies();
  const tab = await context.newPage();
  await open(tab, analyst);
  await expect(article(tab)).toHaveValue("");
  await expect(tab.getByText("secret")).toHaveCount(0);
  await tab.close();
  // Coming back to the tab asks the server who is signed in; a busy one may not answer the first time.
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText("is signed in in this browser now")).toBeVisible({ timeout: 4000 });
  }).toPass();
  await expect(article(page)).toHaveCount(0);
});

test("the form takes nothing before its scripts answer", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const withScripts = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await withScripts.newPage();
  await open(page, analyst);
  await context.addCookies(await withScripts.cookies());
  const slow = await context.newPage();
  await slow.goto("/admin/article");
  await expect(article(slow)).toBeDisabled();
  await context.close();
  await withScripts.close();
});

test("a reader is refused", async ({ page }) => {
  await signIn(page, reader, "/account");
  await page.goto("/admin/article");
  await expect(article(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("access");
});

test("the article page is accessible in both themes and on a phone", async ({ page }) => {
  await open(page, analyst);
  await article(page).fill(ARTICLE);
  await expect(facts(page).first()).toBeVisible();
  await pickReport(page, "rashakai status operational");
  await pickReport(page, "hub area");
  await record(page).click();
  await expect(page.getByRole("complementary").getByRole("alert")).toBeVisible();
  await expectAccessibleOnEachScreen(page, "all");
  await page
    .getByText(/^Facts(:|$)/)
    .first()
    .click();
  await expect(facts(page).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
