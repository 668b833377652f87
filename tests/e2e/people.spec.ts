import { type BrowserContext, expect, type Page } from "@playwright/test";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { type NpmStart, npmStart } from "../support/npm-start.mjs";
import { filterRunning, listDescendants } from "../support/processes.mjs";
import { readTotp } from "../support/totp";
import { expectAccessible, expectAccessibleOnEachScreen } from "./support/accessibility";
import { type Account, signIn } from "./support/accounts";
import { query } from "./support/database";
import { PeopleDriver } from "./support/people-driver";
import { test } from "./support/test";

// A tracker of its own, on which nobody has an account yet; each test goes on from the one before.
const folder = createTemporaryFolder("people");
const port = await findFreePort();
let started: NpmStart;

const admin: Account = {
  name: "Adila Admin",
  email: "adila@example.org",
  password: "four words in a row",
};
const analyst = {
  name: "Asma Analyst",
  email: "asma@example.org",
  password: "six other words of mine here",
};
/** The link with which the analyst chooses a password. */
let analystLink = "";

/** The admin's browser, kept through all tests, because more than 20 sign-ins a minute must wait. */
let adminState: Awaited<ReturnType<BrowserContext["storageState"]>>;
let analystState: typeof adminState;

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.use({ baseURL: `http://localhost:${port}` });

test.beforeAll(async () => {
  started = npmStart(folder.dir, port);
  await started.waitForOutput("/set-up?token=");
});

test.afterAll(async () => {
  const all = listDescendants(started.npm.pid ?? 0).map(({ pid }) => pid);
  started.npm.kill("SIGTERM");
  await started.exited;
  // npm is gone before the launcher has stopped the database, which writes into the folder to the end.
  await expect.poll(() => filterRunning(all), { timeout: 30_000 }).toEqual([]);
  folder.remove();
});

/** A page in the browser of somebody who is signed in already. */
async function pageOf(page: Page, state: typeof adminState, path: string): Promise<Page> {
  await page.context().addCookies(state.cookies);
  await page.goto(path);
  return page;
}

const setUpLink = () => /http:\S+\/set-up\?token=\S+/.exec(started.output())?.[0] ?? "";

test("the link of the first start makes the first admin, who is signed in", async ({ page }) => {
  const answer = await page.goto(setUpLink());
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await page.getByLabel("Your name").fill(admin.name);
  await page.getByLabel("E-mail").fill(admin.email);
  const password = page.getByRole("textbox", { name: "Password" });
  await password.fill("short");
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await expect(password).toHaveAccessibleDescription(/Use at least 12 characters/);
  await expect(password).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue(admin.email);
  await expectAccessible(page);

  await password.fill(admin.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/admin/zones");
  await expect(page.getByRole("button", { name: `Account of ${admin.name}` })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Desk" }).getByRole("link")).toHaveText([
    "Zones",
    /^Work/,
    "Article",
    "Import",
    "Records",
    "History",
  ]);
  adminState = await page.context().storageState();
});

test("the link opens nothing a second time", async ({ page }) => {
  await page.goto(setUpLink());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("the admin adds an analyst and gets a link to send", async ({ page }) => {
  const people = new PeopleDriver(await pageOf(page, adminState, "/admin/people"));
  const dialog = await people.add(
    { ...analyst, email: admin.email, role: "Analyst" },
    "not my password",
  );
  const ownPassword = dialog.getByRole("textbox", { name: "Your own password" });
  await expect(ownPassword).toHaveAccessibleDescription(/This is not your password\./);
  await expect(ownPassword).toBeFocused();
  await ownPassword.fill(admin.password);
  await page.keyboard.press("Enter");
  const email = dialog.getByLabel("E-mail");
  await expect(email).toHaveAccessibleDescription("Another account has this address.");
  await expect(email).toBeFocused();
  await expect(dialog.getByLabel("Name")).toHaveValue(analyst.name);
  await expectAccessible(page);

  await email.fill(analyst.email);
  await page.keyboard.press("Enter");
  analystLink = await people.linkFor(analyst.name);
  expect(analystLink).toMatch(/^http:\/\/localhost:\d+\/set-password\?token=[\w-]{43}$/);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(people.item(analyst.name)).toContainText("Analyst");
  await page.reload();
  await expect(page.getByLabel(`Link for ${analyst.name}`)).toHaveCount(0);
});

test("the analyst chooses a password with the link, once", async ({ page }) => {
  const answer = await page.goto(analystLink);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByLabel("E-mail")).toHaveValue(analyst.email);
  const password = page.getByRole("textbox", { name: "Password" });
  await password.fill("passwordpassword");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAccessibleDescription(/This password is easy to guess/);
  await expectAccessible(page);
  await password.fill(analyst.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/admin/zones");
  await page.goto(analystLink);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("the analyst signs in, after a wrong password, and comes to where they were going", async ({
  page,
  troubles,
}) => {
  troubles.expectAt("/api/auth/sign-in/email");
  await page.goto("/admin/zones/bostan-sez/edit");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(analyst.email);
  const password = page.getByRole("textbox", { name: "Password" });
  await password.fill("not the password");
  await page.keyboard.press("Enter");
  await expect(password).toHaveAccessibleDescription(/Wrong e-mail address or password/);
  await expect(password).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue(analyst.email);
  await password.fill(analyst.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/admin/zones/bostan-sez/edit");
  analystState = await page.context().storageState();
});

test("an analyst is refused the pages of others, in words", async ({ page }) => {
  await pageOf(page, analystState, "/admin/zones");
  await expect(page.getByRole("navigation", { name: "Desk" }).getByRole("link")).toHaveText([
    "Zones",
    /^Work/,
    "Article",
    "Import",
    "Records",
    "History",
  ]);
  const [admins] = await query(`select id from "user" where email = '${admin.email}'`);
  for (const path of [
    "/admin/people",
    "/admin/history?tab=removed",
    `/admin/history?by=${admins?.id}`,
    `/admin/audit?by=${admins?.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "You don’t have access to this page",
    );
    await expect(page.getByText(admin.email)).toHaveCount(0);
  }
  await expectAccessible(page);
});

test("a visitor is sent to sign in, never to another site", async ({ page }) => {
  for (const path of [
    "/admin/zones",
    "/admin/people",
    "/admin/history?tab=removed",
    "/admin/history?q=a",
    "/account",
  ]) {
    await page.goto(path);
    await expect(page).toHaveURL(
      (url) => url.pathname === "/sign-in" && url.searchParams.get("next") === path,
    );
  }
  // An earlier address leads to today's with its whole query, and then to the form.
  await page.goto("/admin/redactions?claim=1&source=a");
  await expect(page).toHaveURL(
    (url) => url.searchParams.get("next") === "/admin/history?tab=removed&claim=1",
  );
  await signIn(page, { ...analyst }, "/account");
  await page.goto("/sign-in?next=//elsewhere.example/admin");
  await expect(page).toHaveURL("/admin/zones");
});

test("an admin ends the analyst's sessions, also with a new role, which holds from the next sign-in", async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await pageOf(await other.newPage(), analystState, "/admin/zones");
  const people = new PeopleDriver(await pageOf(page, adminState, "/admin/people"));

  await people.manage(analyst.name, "Change role…");
  await people.dialog.getByRole("radio", { name: /Reviewer/ }).check();
  await people.confirm(admin.password);
  await people.dialog.getByRole("button", { name: "Change role" }).click();
  await expect(people.item(analyst.name)).toContainText("Reviewer");
  await theirs.goto("/admin/history?tab=removed");
  await expect(theirs).toHaveURL(/\/sign-in\?next=/);
  await signIn(theirs, { ...analyst }, "/admin/history?tab=removed");
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("History");

  await page.reload();
  await people.manage(analyst.name, "End sessions…");
  await people.dialog.getByRole("button", { name: "End sessions" }).click();
  await expect(people.item(analyst.name)).toContainText("Not signed in");
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in\?next=/);
  await expect(theirs.getByRole("link", { name: "Sign in" })).toBeVisible();
  await other.close();
});

test("a link for a new password ends the old one; a closed account stays shut; the last admin stays", async ({
  page,
  browser,
  baseURL,
  troubles,
}) => {
  troubles.expectAt("/api/auth/sign-in/email");
  const people = new PeopleDriver(await pageOf(page, adminState, "/admin/people"));
  await people.manage(analyst.name, "Link for a new password…");
  await people.confirm(admin.password);
  await people.dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await people.linkFor(analyst.name);
  await page.getByRole("button", { name: "Done" }).click();
  const chooser = await browser.newContext({ baseURL: baseURL ?? "" });
  const choosing = await chooser.newPage();
  await choosing.goto(link);
  const oldPassword = analyst.password;
  analyst.password = "seven new words that she thought of";
  await choosing.getByRole("textbox", { name: "Password" }).fill(analyst.password);
  await choosing.getByRole("button", { name: "Set password and sign in" }).click();
  await choosing.waitForURL("**/admin/zones");
  await chooser.close();

  const late = await browser.newContext({ baseURL: baseURL ?? "" });
  const refused = await late.newPage();
  await refused.goto("/sign-in");
  await refused.getByLabel("E-mail").fill(analyst.email);
  await refused.getByRole("textbox", { name: "Password" }).fill(oldPassword);
  await refused.keyboard.press("Enter");
  await expect(refused.getByText(/Wrong e-mail address or password/)).toBeVisible();
  await late.close();

  await people.manage(analyst.name, "Close account…");
  await people.dialog.getByRole("button", { name: "Close account" }).click();
  await expect(people.item(analyst.name)).toContainText("Closed. Role: Reviewer");
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await other.newPage();
  await theirs.goto("/sign-in");
  await theirs.getByLabel("E-mail").fill(analyst.email);
  await theirs.getByRole("textbox", { name: "Password" }).fill(analyst.password);
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByText(/Wrong e-mail address or password/)).toBeVisible();
  await people.manage(analyst.name, "Reopen account…");
  await people.dialog.getByRole("button", { name: "Reopen account" }).click();
  await expect(people.item(analyst.name)).not.toContainText("Closed");
  await signIn(theirs, { ...analyst }, "/account");
  await other.close();

  await people.manage(admin.name, "Change role…");
  await people.dialog.getByRole("radio", { name: /Analyst/ }).check();
  await people.confirm(admin.password);
  await people.dialog.getByRole("button", { name: "Change role" }).click();
  await expect(people.dialog.getByText(/This is the last admin/)).toBeVisible();
});

test("two-step sign-in asks for a code of the app after the password", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, { ...analyst }, "/account");
  const ownPassword = page.getByRole("textbox", { name: "Your password" });
  await ownPassword.fill(analyst.password);
  await page.getByRole("button", { name: "Turn on…" }).click();
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  const recoveryCodes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(recoveryCodes).toHaveCount(10);
  const recoveryCode = await recoveryCodes.first().textContent();
  await expectAccessible(page);
  const key = await page.getByText(/^Key: [A-Z2-7]+$/).textContent();
  const secret = `otpauth://totp/tracker?secret=${key?.slice("Key: ".length)}`;
  await page.getByRole("textbox", { name: "Code from the app" }).fill(readTotp(secret));
  await page.keyboard.press("Enter");
  await expect(page.getByText("On. Signing in needs a code")).toBeVisible();

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await other.newPage();
  await theirs.goto("/sign-in?next=/account");
  await theirs.getByLabel("E-mail").fill(analyst.email);
  await theirs.getByRole("textbox", { name: "Password" }).fill(analyst.password);
  await theirs.keyboard.press("Enter");
  const code = theirs.getByRole("textbox", { name: "Code" });
  await expect(code).toBeFocused();
  await expectAccessible(theirs);
  // The code that turned it on is used; the app's next one is accepted already.
  await code.fill(readTotp(secret, Date.now() + 30_000));
  await theirs.keyboard.press("Enter");
  await theirs.waitForURL("**/account");
  await other.close();

  await ownPassword.fill(analyst.password);
  await page.getByRole("textbox", { name: "Code from the app" }).fill(recoveryCode ?? "");
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Off. With two-step sign-in")).toBeVisible();
});

test("one's own password is changed under Account, and sessions elsewhere end", async ({
  page,
  browser,
  baseURL,
  troubles,
}) => {
  troubles.expectAt("/api/auth/change-password");
  await signIn(page, { ...analyst }, "/account");
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const elsewhere = await pageOf(
    await other.newPage(),
    await page.context().storageState(),
    "/account",
  );
  const now = page.getByRole("textbox", { name: "Current password" });
  await now.fill("not my password");
  await page.getByRole("textbox", { name: "New password" }).fill("five words in a row now");
  await page.keyboard.press("Enter");
  await expect(now).toHaveAccessibleDescription("This is not your current password.");
  await now.fill(analyst.password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Password changed")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await other.close();

  await page.getByRole("button", { name: `Account of ${analyst.name}` }).click();
  await page.getByRole("button", { name: "Sign out" }).last().click();
  await page.waitForURL("/");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("the audit log names who did what, and is searched", async ({ page }) => {
  await pageOf(page, adminState, "/admin/history");
  await expect(page.getByRole("listitem").filter({ hasText: "changed the role of" })).toContainText(
    "From: Analyst · To: Reviewer",
  );
  await page.getByLabel("Action", { exact: true }).selectOption("Failed to sign in");
  await page.getByLabel("Search the log").fill("ASMA");
  await page.keyboard.press("Enter");
  await page.waitForURL(/action=sign-in-failed/);
  // Failures of one hour are counted together, so there are 2 entries only around a full hour.
  const failures = page.getByRole("main").getByRole("listitem");
  await expect(failures.first()).toContainText("failed to sign in as asma");
  expect(await failures.count()).toBeLessThanOrEqual(2);
  const tries = (await failures.allTextContents()).map((text) =>
    Number(/(\d+) times/.exec(text)?.[1] ?? 1),
  );
  // A wrong password, the old password, and the right one of a closed account.
  expect(tries.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
  await page.getByLabel("Search the log").fill("nothing like this");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No entries match.")).toBeVisible();
});

for (const path of [
  "/admin/work?tab=articles",
  "/admin/zones",
  "/admin/people",
  "/admin/history?tab=removed",
  "/admin/history",
  "/account",
]) {
  test(`${path} is accessible in both themes and on a phone`, async ({ page }) => {
    await pageOf(page, adminState, path);
    await expectAccessibleOnEachScreen(page, "all");
  });
}

test("the menu of one's account is accessible on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await pageOf(page, adminState, "/account");
  await page.getByRole("button", { name: `Account of ${admin.name}` }).click();
  await expect(page.getByRole("navigation", { name: "Your account" })).toBeVisible();
  await expectAccessible(page);
});
