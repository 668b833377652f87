import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { csvLines } from "../../lib/formats/csv";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import type { AppServer } from "../support/app-server";
import { rss, startFeedServer } from "../support/feed-server";
import { type ReceivedMail, startMailServer } from "../support/mail-server";
import { expectAccessible } from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { DeskDriver } from "./support/admin-driver";
import {
  addReport,
  countActs,
  expectLoaded,
  facts,
  finder,
  openArticle,
  pasteArticle,
  quoteLine,
  report,
} from "./support/article-driver";
import { openCorrection, sendCorrection } from "./support/correction-driver";
import { query } from "./support/database";
import { asTabs, makeImportRows, openImport } from "./support/import-driver";
import { startOwnTracker } from "./support/own-tracker";
import {
  ARTICLE,
  expectHistory,
  expectPastDays,
  expectShownDay,
  FIRM,
  getValues,
  IMPORTED,
  LARKANA,
  MIRPUR,
  NAUSHAHRO,
} from "./support/recorded-day";
import { fillZoneSource, retireRecord } from "./support/records-driver";
import { Team } from "./support/team";
import { test as base } from "./support/test";
import { recordClaim } from "./support/write-by-api";

/** The tracker of the day: a server as most are set up, and one that asks for review. */
interface DayTracker {
  readonly databaseUrl: string;
  readonly everyday: AppServer;
  readonly reviewing: AppServer;
  /** The mails that `reviewing` sent. */
  readonly mails: readonly ReceivedMail[];
}

/** The article of the feed that the tracker watches. */
const NEWS = { title: "Bhalwal SEZ needs 30 MW", link: "https://example.org/news/bhalwal" };
/** A zone of which others change one cell while an export is edited, and one of which a cell is edited. */
const [TAKEN, EDITED] = ["hub-sez", "vehari-industrial-estate"];

// One day of a team, and what everybody sees of it afterwards. A second try begins with a tracker of its own again.
const test = base.extend<object, { tracker: DayTracker }>({
  tracker: [
    async ({ browserName: _ }, provide) => {
      const { databaseUrl, serve, stop } = await startOwnTracker("day");
      const mailServer = await startMailServer();
      const feeds = await startFeedServer();
      feeds.serve("/news", rss(`<title>${NEWS.title}</title><link>${NEWS.link}</link>`));
      try {
        // What accounts and figures are written to and read from.
        process.env.E2E_DATABASE_URL = databaseUrl;
        const everyday = await serve(() => ({ WATCH_FEEDS: `${feeds.url}/news` }));
        const reviewing = await serve((address) => ({
          ...{ REVIEW_REQUIRED: "ladders", BASE_URL: address },
          ...{ SMTP_URL: mailServer.url, MAIL_FROM: "tracker@example.org" },
        }));
        await provide({ databaseUrl, everyday, reviewing, mails: mailServer.mails });
      } finally {
        await Promise.all([feeds.stop(), mailServer.stop()]);
        await stop();
      }
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ tracker }, provide) => provide(tracker.everyday.address),
});
test.use({ drawsMaps: false, actionTimeout: 20_000 });
test.setTimeout(600_000);

let analyst: Account;
let second: Account;
let trainee: Account;
let reviewer: Account;

test.beforeAll(async ({ tracker: _ }) => {
  analyst = await makeAccount("analyst", "Dania Day");
  second = await makeAccount("analyst", "Danish Day");
  trainee = await makeAccount("analyst", "Tara Trainee");
  reviewer = await makeAccount("reviewer", "Rehan Review");
});

const latestRevision = async () => `r${(await query("select max(id) from revision"))[0]?.max}`;

test("a day's work is on every page, on past days as they were, in history and audit", async ({
  page,
  browser,
  tracker,
  troubles,
}) => {
  const team = new Team(browser, tracker.everyday.address);
  const before = await latestRevision();

  await test.step("a zone is added, and its double", async () => {
    for (const name of ["Gharo Day Zone", "Gharo Day Estate"]) {
      await signIn(page, analyst, "/admin/records/zone/new");
      await page.getByLabel("Name", { exact: true }).fill(name);
      await fillZoneSource(page);
      await expectAccessible(page);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect(page).toHaveURL(/\/admin\/zones\/gharo-day-[a-z]+\/edit$/);
    }
  });

  await test.step("an article gives ten facts on three zones and a new firm", async () => {
    await openArticle(page, analyst);
    const clicks = await countActs(page);
    await pasteArticle(page, ARTICLE, { publisher: "Day News", published: "7 October 2026" });
    // Of 3 proposed facts one is accepted, one changed and one skipped.
    await expect(facts(page)).toHaveCount(3);
    await page.keyboard.press("Alt+P");
    await page.keyboard.press("Enter");
    await expect(facts(page).first()).toContainText("Accepted");
    await page.keyboard.press("c");
    const power = report(page, "Power needed, Naushahro Feroze Industrial Park");
    await expect(power.getByLabel("Value", { exact: true })).toBeFocused();
    await page.keyboard.type("40 MW");
    await page.keyboard.press("Enter");
    await expect(facts(page).nth(1)).toContainText("40 MW");
    await page.keyboard.press("s");
    await expect(facts(page).nth(2)).toContainText("Skipped");
    await addReport(page, "naushahro gas planned", "Gas", null);
    await quoteLine(page, 2);
    await addReport(page, "naushahro jobs", "Jobs", "1200");
    await addReport(page, "mirpur power needed", "Power needed", "25 MW");
    await addReport(page, "mirpur water partial", "Water", null);
    await addReport(page, "mirpur jobs", "Jobs", "90");
    await addReport(page, "larkana telecom partial", "Telecom", null);
    await page.getByText("Add a firm that is not in the zone yet").click();
    await page.getByLabel("Name of the firm").click();
    await page.keyboard.type(FIRM);
    await page.keyboard.press("Enter");
    const stage = page.getByRole("region", { name: `Stage, ${FIRM} · SITE Larkana` });
    await expect(stage.locator(":focus")).toBeVisible();
    await stage.locator("[data-value=admitted]").click();
    await addReport(page, "larkana day jobs", "Jobs", "120");
    await page.getByRole("button", { name: "Add an event" }).click();
    await page.getByRole("button", { name: "Add a national figure" }).click();
    const figure = report(page, "National figure");
    await figure.getByLabel("What the figure counts").fill("Zones with part of their power");
    await figure.getByLabel("Number").fill("3");
    await figure.getByLabel("Unit").fill("zones");
    await expectLoaded(page, ["Naushahro Feroze", "Mirpur", "SITE Larkana"]);
    await expectAccessible(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("12 reports are recorded.")).toBeVisible();
    expect(await clicks("Ten facts, an event and a figure of an article")).toBeLessThan(25);
    const together = await query(
      `select count(*)::int as claims, revision_id from claim where source_id = (select id from source where title = 'Power reaches three zones') group by revision_id`,
    );
    expect(together).toEqual([{ claims: 10, revision_id: expect.anything() }]);
    const of = together[0]?.revision_id;
    for (const table of ["event", "context_figure"]) {
      expect(await query(`select 1 from ${table} where revision_id = ${of}`), table).toHaveLength(
        1,
      );
    }
  });

  await test.step("of 500 imported rows, 20 are refused and 480 recorded", async () => {
    await openImport(page, analyst);
    const rows = makeImportRows(IMPORTED, true, (i) => `Row ${i} of the day`);
    await page.getByLabel("Paste from a spreadsheet").fill(asTabs(rows));
    await page.getByRole("button", { name: "Read the table" }).click();
    await page.getByLabel("Source", { exact: true }).fill("geonames");
    await page.getByRole("button", { name: "Check the table" }).click();
    await expect(page.getByText("20 rows are refused")).toBeVisible();
    await expect(page.getByText("480 new reports from 480 rows")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import the 480 valid rows" }).click();
    await expect(page.getByText(/480 reports recorded as revision \d+\./)).toBeVisible();
  });

  await test.step("an article of a watched feed becomes a report", async () => {
    await expect(async () => {
      await page.goto("/admin/work?tab=articles");
      await expect(page.getByRole("link", { name: NEWS.title })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Record evidence" }).click();
    await expect(finder(page)).toBeEnabled();
    await pasteArticle(page, `${NEWS.link}\nBhalwal needs power\nThe Bhalwal SEZ needs 30 MW.`, {
      publisher: "Day News",
      published: "9 October 2026",
    });
    await addReport(page, "bhalwal power needed", "Power needed", "30 MW");
    await expectLoaded(page, ["Bhalwal"]);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("The report is recorded.")).toBeVisible();
    await page.goto("/admin/work?tab=articles");
    await expect(page.getByRole("link", { name: NEWS.title })).toHaveCount(0);
  });

  await test.step("an export comes back after others changed cells: only the edited cell is new", async () => {
    const file = await (await page.request.get("/api/v1/zones.csv")).text();
    const [head = [], ...zones]: string[][] = parse(file);
    await recordClaim(page, { zone: TAKEN, field: "jobs", value: 77, asOf: "2026-10-01" });
    const rows = zones.filter(([slug = ""]) => [TAKEN, EDITED].includes(slug));
    rows.find(([slug]) => slug === EDITED)?.splice(head.indexOf("areaAcres"), 1, "1,777 acres");
    await openImport(page, analyst);
    await page.getByLabel("Paste from a spreadsheet").fill(csvLines([head, ...rows]));
    await page.getByRole("button", { name: "Read the table" }).click();
    await page.getByLabel("Source", { exact: true }).fill("geonames");
    await page.getByLabel("As of").last().fill("Nov 2026");
    await page.getByRole("button", { name: "Check the table" }).click();
    await expect(page.getByText("1 new report from 1 row")).toBeVisible();
    await page.getByRole("button", { name: "Record 1 report" }).click();
    await expect(page.getByText(/1 report recorded as revision \d+\./)).toBeVisible();
    expect(await getValues(page, TAKEN)).toMatchObject({ jobs: 77 });
  });

  await test.step("two people report on one value: the later one sees both and keeps both", async () => {
    troubles.expectAt("/api/v1/claims");
    troubles.expectAt("/api/v1/stream");
    const mine = new DeskDriver(page);
    const theirs = new DeskDriver(await team.openBrowser());
    await signIn(theirs.page, second, `/admin/zones/${MIRPUR}/edit`);
    await theirs.answers();
    await mine.open(MIRPUR);
    await theirs.fillReport("gas", "planned", { note: "Gas is planned by the zone." });
    await mine.fillReport("gas", "absent", { note: "Gas is not there." });
    // This page gets no news of the other change, so that the server has to find the conflict.
    await page.route("**/api/v1/stream", (route) => route.abort());
    await theirs.record.click();
    await expect(theirs.recorded).toBeVisible();
    const answered = page.waitForResponse("**/api/v1/claims");
    await mine.record.click();
    expect((await answered).status()).toBe(409);
    const conflict = page.getByRole("status").filter({ hasText: "This value has changed" });
    await expect(conflict).toContainText("Planned");
    await expect(conflict).toContainText("Absent");
    await expectAccessible(page);
    await conflict.getByRole("button", { name: "Keep mine too" }).click();
    await mine.record.click();
    await expect(mine.recorded).toBeVisible();
    await page.unroute("**/api/v1/stream");
  });

  const atReview = await team.openBrowser();
  const theirs = new DeskDriver(await team.openBrowser(tracker.reviewing.address));
  await test.step("a step of a ladder waits, is returned, sent again and accepted with a change", async () => {
    await signIn(theirs.page, trainee, `/admin/zones/${MIRPUR}/edit`);
    await theirs.answers();
    const note = "Work on the roads has begun.";
    const item = await theirs.fillReport("status", "under-development", { note });
    await item.getByLabel(/^The source’s words/).fill(note);
    await item.getByLabel("The source says so.").check();
    await theirs.record.click();
    await expect(theirs.page.getByText("The report waits for a reviewer.")).toBeVisible();
    await expectAccessible(theirs.page);
    await theirs.page.getByRole("button", { name: "See what waits" }).click();
    await expect(theirs.page.getByText(note).first()).toBeVisible();
    expect(await getValues(page, MIRPUR)).toMatchObject({ status: "not-started" });

    await signIn(atReview, reviewer, "/admin/work?tab=review");
    await atReview.getByRole("link", { name: /^1 report on Mirpur/ }).click();
    await expect(atReview.getByText(note).first()).toBeVisible();
    await expectAccessible(atReview);
    await atReview.getByLabel("Comment for Tara Trainee").fill("Which month is it?");
    await atReview.getByRole("button", { name: "Return" }).click();
    await expect(atReview.getByText("Returned to the author")).toBeVisible();

    await theirs.page.reload();
    await expect(theirs.page.getByText("Which month is it?")).toBeVisible();
    await theirs.page.getByRole("button", { name: "Change", exact: true }).click();
    await theirs.page.getByLabel(/^Day/).fill("2026-09");
    await theirs.page.getByRole("button", { name: "Send again" }).click();
    await expect(theirs.page.getByText("Sent again", { exact: true }).first()).toBeVisible();
    await expectAccessible(theirs.page);

    await atReview.reload();
    await atReview.getByRole("button", { name: "Change", exact: true }).click();
    await atReview.getByLabel(/^Day/).fill("2026-09-15");
    await atReview.getByRole("button", { name: "Accept with changes" }).click();
    await expect(atReview.getByText("Changed by the reviewer")).toBeVisible();
    await expectAccessible(atReview);
  });

  await test.step("an author's withdrawal waits, and counts once a reviewer accepts it", async () => {
    await signIn(page, trainee);
    await recordClaim(page, {
      ...{ zone: LARKANA, field: "status", value: "idle", asOf: "2026-10-01" },
      ...{ quotation: { text: "Work has stopped.", lang: "en" }, gateConfirmed: true },
    });
    await signIn(page, analyst);
    await theirs.page.goto(`/zones/${LARKANA}/evidence`);
    await theirs.page
      .locator("#ledger-status")
      .getByRole("link", { name: "Judge or withdraw this report" })
      .first()
      .click();
    await theirs.page.getByLabel("Reason", { exact: true }).fill("It was another zone.");
    await theirs.page.getByRole("button", { name: "Send for review" }).click();
    await expect(theirs.page.getByText("Withdrawal sent for review")).toBeVisible();
    expect(await getValues(page, LARKANA)).toMatchObject({ status: "idle" });

    await atReview.goto("/admin/work?tab=review");
    await atReview.getByRole("link", { name: /^Withdrawal of 1 report on SITE Larkana/ }).click();
    await expect(atReview.getByText("It was another zone.")).toBeVisible();
    await expectAccessible(atReview);
    await atReview.getByRole("button", { name: "Accept" }).click();
    await expect(atReview.getByText("Accepted by Rehan Review")).toBeVisible();
    expect(await getValues(page, LARKANA)).toMatchObject({ status: "under-development" });
    await page.goto(`/zones/${LARKANA}/ledger?field=status`);
    await expect(page.getByText(/^Withdrawn in revision .* by Tara Trainee: It was/)).toBeVisible();
  });

  await test.step("a report is withdrawn, and the withdrawal undone", async () => {
    await page.goto(`/zones/${NAUSHAHRO}/evidence`);
    await page
      .locator("#ledger-jobs")
      .getByRole("link", { name: "Judge or withdraw this report" })
      .click();
    await expect(page.getByRole("complementary", { name: "What will change" })).toContainText(
      "1,200",
    );
    await expectAccessible(page);
    await page.getByLabel("Reason", { exact: true }).fill("It counts another zone.");
    await page.getByRole("button", { name: "Record decision" }).click();
    await page.waitForURL(({ pathname }) => pathname === `/zones/${NAUSHAHRO}/evidence`);
    expect(await getValues(page, NAUSHAHRO)).toMatchObject({ jobs: null });
    await page.goto("/admin/history");
    await expectAccessible(page);
    await page
      .getByRole("button", { name: /^Undo revision/ })
      .first()
      .click();
    await expect(page.getByText(/^Undone in revision \d+$/)).toBeVisible();
  });

  const atHome = await team.openBrowser();
  await test.step("a reader's correction is answered in public", async () => {
    const words = "The line to Naushahro Feroze is finished.";
    await openCorrection(atHome, NAUSHAHRO, "electricity");
    await sendCorrection(atHome, words);
    await page.goto("/admin/work?kind=correction");
    await expectAccessible(page);
    const item = page.locator("li[data-item]").filter({ hasText: words });
    await item.getByRole("link", { name: "Answer" }).click();
    await expect(page.getByLabel("Outcome")).toBeVisible();
    await expect(page).toHaveTitle(/./);
    await expectAccessible(page);
    await page.getByLabel("Outcome").selectOption({ label: "Not changed" });
    await page.getByRole("textbox", { name: "Answer" }).fill("The newspaper says part of it.");
    await page.getByRole("button", { name: "Publish answer" }).click();
    await expect(page.getByText("Answered by Dania Day")).toBeVisible();
  });

  await test.step("the new zone is renamed, takes its double in and is retired", async () => {
    const desk = new DeskDriver(page);
    await desk.open("gharo-day-zone");
    await desk.fillReport("name", "Gharo Day Park", { asOf: "2026-11", note: "Its new name." });
    await desk.record.click();
    await expect(desk.recorded).toBeVisible();
    await expectAccessible(page);

    await atReview.goto("/admin/records/zone/gharo-day-estate");
    await retireRecord(atReview, { into: "Gharo Day Park", reason: "The same zone." });
    await expect(atReview).toHaveURL(/\/admin\/records\/zone\/gharo-day-zone$/);
    await atHome.goto("/zones/gharo-day-estate");
    await expect(atHome).toHaveURL(/\/zones\/gharo-day-zone$/);
    await expect(atHome.getByRole("heading", { level: 1 })).toHaveText("Gharo Day Park");

    await retireRecord(atReview, { into: null, reason: "It was given up." });
    await expect(atReview.getByText("is retired.")).toBeVisible();
  });

  await test.step("a forgotten password is replaced by a link in a mail", async () => {
    const forgetful = await team.openBrowser(tracker.reviewing.address);
    await forgetful.goto("/ur/sign-in");
    await forgetful.locator("summary").click();
    await expectAccessible(forgetful);
    const form = forgetful.locator("details form");
    await form.locator("input").fill(second.email);
    await form.getByRole("button").click();
    await expect(form.getByRole("status")).toBeVisible();
    const findMail = () => tracker.mails.find(({ to }) => to === second.email);
    await expect.poll(findMail).toBeDefined();
    await forgetful.goto(findMail()?.findLink(/\/ur\/set-password/) ?? "");
    await forgetful.locator("input[name=password]").fill("a new row of quiet lamps");
    await forgetful.locator("main form button[type=submit]").click();
    await forgetful.waitForURL("**/admin/**", { timeout: 20_000 });
  });

  await test.step("the public pages show it", async () => {
    await expectShownDay(atHome, before, await latestRevision());
  });

  await test.step("past days and the revision before show what they showed", () =>
    expectPastDays(atHome, before));

  await test.step("history and audit say who did it", () => expectHistory(page, atReview));

  const env = { DATABASE_URL: tracker.databaseUrl, DATABASE_URL_OWNER: "" };
  expect(await runTypeScript("scripts/db-verify.ts", { env })).toBe(0);
  team.expectNoTroubles();
});
