import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "./support/accessibility";
import { type Account, makeAccount, signIn } from "./support/accounts";
import { openCorrection, sendCorrection } from "./support/correction-driver";
import { query } from "./support/database";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";
import { recordClaim, withdrawClaim } from "./support/write-by-api";

// They work in one queue, and each looks at what the one before left.
test.describe.configure({ mode: "default" });

let analyst: Account;
let reviewer: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Aqsa Analyst");
  reviewer = await makeAccount("reviewer", "Rida Reviewer");
});

/** The items of the queue on the page. */
const items = (page: Page) => page.locator("li[data-item]");
const status = (page: Page) => page.getByRole("status").first();

/** Opens the queue and waits until its keys answer. */
async function openQueue(page: Page, account: Account, search = ""): Promise<void> {
  await signIn(page, account, `/admin/work${search}`);
  const [first, second] = [items(page).nth(0), items(page).nth(1)];
  await expect(async () => {
    await first.focus();
    await page.keyboard.press("ArrowDown");
    await expect(second).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
}

test("a reader's correction is sent, found in the queue and answered, and the public counts change", async ({
  page,
  browser,
  baseURL,
}) => {
  const id = randomUUID();
  const words = `The substation is running ${id}`;
  await openCorrection(page, "rashakai-sez", "electricity");
  await expect(page.getByText("About Electricity of Rashakai")).toBeVisible();
  // The server under test has no mail server, so nothing is offered that it could not do.
  await expect(page.getByLabel("Your e-mail (optional)")).toHaveCount(0);
  const message = page.getByLabel("What is wrong, and what is right?");
  const link = page.getByLabel("Link to a source (optional)");
  await link.fill("no link");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(message).toBeFocused();
  await expect(message).toHaveAccessibleDescription(/Write what is wrong and what is right/);
  await expect(link).toHaveAccessibleDescription(/must begin with http/);
  await expect(link).toHaveValue("no link");
  await expectAccessibleInBothThemes(page);
  await link.fill("");
  await sendCorrection(page, words);
  await expect(page).toHaveURL(/\/correct\/[0-9a-f-]{36}$/);
  const receipt = page.url();
  await expect(page.getByRole("main")).toContainText("About Electricity of Rashakai");
  await expectAccessibleInBothThemes(page);

  await page.goto("/correct");
  await expectAccessibleInBothThemes(page);
  const counts = page.getByRole("region", { name: "Corrections so far" });
  const before = await counts.getByRole("paragraph").first().textContent();
  expect(before).toMatch(/^\d+ corrections? waiting, \d+ answered/);

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const desk = await other.newPage();
  await signIn(desk, analyst, "/admin/work?kind=correction");
  const item = items(desk).filter({ hasText: words });
  await expect(item).toContainText("Rashakai: Electricity");
  await item.getByRole("button", { name: /^More/ }).click();
  await expect(desk.getByRole("menuitem", { name: "Comment…" })).toBeVisible();
  await expect(desk.getByRole("menuitem", { name: "Done" })).toHaveCount(0);
  await desk.keyboard.press("Escape");
  await item.getByRole("link", { name: "Answer" }).click();
  await expect(desk.getByText("No e-mail is sent.")).toBeVisible();
  await expectAccessibleInBothThemes(desk);
  await desk.getByRole("button", { name: "Publish answer" }).click();
  await expect(desk.getByText("Choose what came of it.")).toBeVisible();
  await desk.getByLabel("Outcome").selectOption({ label: "Corrected" });
  await desk
    .getByRole("textbox", { name: "Answer" })
    .fill(`A report of May 2026 is recorded: ${id}`);
  await desk.getByRole("button", { name: "Publish answer" }).click();
  // Nothing on the zone was recorded since, unless another test did meanwhile.
  const refused = desk.getByText(/^Nothing about this was recorded since the reader wrote/);
  await expect(refused.or(desk.getByText("Answered by Aqsa Analyst"))).toBeVisible();
  if (await refused.isVisible()) {
    await desk.getByLabel("Outcome").selectOption({ label: "Not changed" });
    await desk.getByRole("button", { name: "Publish answer" }).click();
  }
  await expect(desk.getByText("Answered by Aqsa Analyst")).toBeVisible();
  await desk.goto("/admin/history?by=me");
  await expect(desk.getByText(/answered a reader’s correction/).first()).toBeVisible();
  await expectAccessibleInBothThemes(desk);
  await other.close();

  await page.reload();
  expect(await counts.getByRole("paragraph").first().textContent()).not.toBe(before);
  const answer = counts
    .getByRole("listitem")
    .filter({ hasText: `A report of May 2026 is recorded: ${id}` });
  await expect(answer).toContainText(/Corrected|Not changed/);
  await expect(page.getByText(words)).toHaveCount(0);
  await expect(page.getByText("Aqsa Analyst")).toHaveCount(0);

  await page.goto(receipt);
  await expect(page.getByRole("main")).toContainText(`A report of May 2026 is recorded: ${id}`);
  await expect(page.getByText(words)).toHaveCount(0);
  await expect(page.getByText("Aqsa Analyst")).toHaveCount(0);
});

test("a correction is sent without scripts, and a wrong one is led back with the reason", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/readiness");
  await page.getByRole("link", { name: "Suggest a correction" }).last().click();
  await expect(page.getByText("About the page Readiness")).toBeVisible();
  await page.getByLabel("What is wrong, and what is right?").fill("\u202e");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Not sent\. Write what is wrong/)).toBeVisible();
  const words = `The need is 90 MW ${randomUUID()}`;
  await page.getByLabel("What is wrong, and what is right?").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Sent. Thank you.")).toBeVisible();
  expect(await query(`select page from correction where message = '${words}'`)).toEqual([
    { page: "/readiness" },
  ]);
  await context.close();
});

test("an item is taken, assigned, commented on, put away and done by keyboard, and each act is undone", async ({
  page,
}) => {
  // A zone that no other file records on meanwhile.
  const zone = forThisTry("rashakai-sez", "m-3-industrial-city");
  await openQueue(page, analyst, `?kind=disputed&zone=${zone}`);
  const key = (await items(page).first().getAttribute("data-item")) ?? "";
  const item = page.locator(`li[data-item="${key}"]`);

  await page.keyboard.press("a");
  await expect(status(page)).toContainText("Assigned to Aqsa Analyst");
  await expect(item).toContainText("With Aqsa Analyst");
  await page.keyboard.press("u");
  await expect(status(page)).toContainText("Undone");
  await expect(item).not.toContainText("With Aqsa Analyst");

  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Assigned to").selectOption({ label: "Rida Reviewer" });
  await expectAccessibleInBothThemes(page);
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(status(page)).toContainText("Assigned to Rida Reviewer");
  await expect(item).toContainText("With Rida Reviewer");

  await item.focus();
  await page.keyboard.press("c");
  await dialog.getByRole("button", { name: "Add comment" }).click();
  await expect(dialog.getByLabel("Comment")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Comment").fill("I asked the developer.");
  await dialog.getByRole("button", { name: "Add comment" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toContainText("Comment added");
  await item.getByText("2 actions so far").click();
  await expect(item).toContainText("Aqsa Analyst: I asked the developer.");

  await item.focus();
  await page.keyboard.press("s");
  await dialog.getByLabel("Until the end of").fill("2020-01-01");
  await dialog.getByLabel("Reason").fill("They answer in June.");
  await dialog.getByRole("button", { name: "Snooze" }).click();
  await expect(dialog.getByText(/^Choose a day after today/)).toBeVisible();
  await expect(dialog.getByLabel("Reason")).toHaveValue("They answer in June.");
  const later = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Until the end of").fill(later);
  await dialog.getByRole("button", { name: "Snooze" }).click();
  await expect(item).toHaveCount(0);

  await page.goto(`/admin/work?kind=disputed&zone=${zone}&state=snoozed`);
  await expect(item).toContainText("They answer in June.");
  await item.getByText("3 actions so far").click();
  await item.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();

  await openQueue(page, analyst, `?kind=disputed&zone=${zone}`);
  await item.focus();
  await page.keyboard.press("d");
  await expect(item).toHaveCount(0);
  await expect(status(page)).toContainText("Marked done");
  await status(page).getByRole("button", { name: "Undo" }).click();
  await expect(item).toBeVisible();
});

test("a reviewer finds what is assigned to them, and everyone's work is counted", async ({
  page,
  context,
}) => {
  const name = `Rafia ${randomUUID().slice(0, 8)}`;
  const own = await makeAccount("reviewer", name);
  await openQueue(page, analyst, "?kind=stale");
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Assigned to").selectOption({ label: name });
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(status(page)).toContainText(`Assigned to ${name}`);

  await context.clearCookies();
  await signIn(page, own, "/admin/work?who=me");
  await expect(items(page)).toHaveCount(1);
  await expect(items(page).first()).toContainText(`With ${name}`);
  await page.getByLabel("Assigned to").selectOption({ label: "Nobody" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/who=nobody/);
  await expect(page.getByRole("region", { name: "Work by week" })).toContainText("Answered");
  await expect(page.getByRole("region", { name: "Open by person" })).toContainText(name);
});

test("a question opens the form with its zone and field", async ({ page }) => {
  await openQueue(page, analyst, "?kind=question");
  const subject = (await items(page).first().locator("b").first().textContent()) ?? "";
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin\/zones\/[^/]+\/edit\?open=/);
  const field = subject.split(": ").at(-1) ?? "";
  await expect(page.getByRole("region", { name: field, exact: true })).toBeVisible();
});

test("the audit says in words from which value to which, for the page and the file", async ({
  page,
}) => {
  const zone = forThisTry("bin-qasim-industrial-park", "oil-village-rawalpindi");
  await signIn(page, reviewer, "/admin/history");
  const { id } = await recordClaim(page, { zone, field: "jobs", value: 4242 });
  const reason = "The source says something else.";
  await withdrawClaim(page, id, reason);
  await page.goto(`/admin/history?zone=${zone}&by=me`);
  const log = page.getByRole("list").filter({ hasText: "4,242" }).first();
  await expect(log).toContainText(/: from .+ to 4,242/);
  await expect(log).toContainText(`was withdrawn, because: ${reason}`);
  await expect(log).toContainText(/: from 4,242.* to /);
  await expectAccessibleInBothThemes(page);
  const file = await (await page.request.get(`/admin/history/history.csv?zone=${zone}`)).text();
  expect(file.split("\n")[0]).toContain("sentence,changes");
  expect(file).toMatch(/Rida Reviewer recorded evidence on .+: from .+ to 4,242/);
});

test("filters of the queue are saved as a view of this browser", async ({ page }) => {
  await openQueue(page, analyst, "?kind=question");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByLabel("Name of the view").fill("Questions");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "View: Questions" }).click();
  await page.getByRole("menuitem", { name: "All open work" }).click();
  await expect(page).toHaveURL(/\/admin\/work$/);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Questions" }).click();
  await expect(page).toHaveURL(/\?kind=question$/);
});

test("the pages of the queue fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, analyst, "/admin/work");
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBothThemes(page);
  for (const path of ["/admin/history?by=me", "/correct?zone=rashakai-sez&field=electricity"]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
  }
});
