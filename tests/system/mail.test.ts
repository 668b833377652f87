import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ensureTestBrowser } from "../../scripts/lib/browser.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { send, signInOver } from "../support/http-session";
import { type MailServer, type ReceivedMail, startMailServer } from "../support/mail-server";
import { newClaim } from "../support/new-claim";
import { newPerson, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { printLogOnFailure } from "./print-log";

const METRICS_TOKEN = "a token of the tests for metrics";
const SOON = { timeout: 40_000, interval: 50 };

const database = testDatabase("seeded");
let analyst: TestPerson;
let mailServer: MailServer;
let server: AppServer;
let browser: Browser;

const startServer = () =>
  startAppServer((address) => ({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    METRICS_TOKEN,
    BASE_URL: address,
    SMTP_URL: mailServer.url,
    MAIL_FROM: "CPEC SEZ Tracker <tracker@example.org>",
  }));

beforeAll(async () => {
  const executablePath = await ensureTestBrowser(console.log);
  const isRoot = process.getuid?.() === 0;
  browser = await chromium.launch({ executablePath, chromiumSandbox: !isRoot });
  mailServer = await startMailServer();
  server = await startServer();
  analyst = await newPerson("analyst");
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mailServer.stop();
});

const makeDue = () =>
  sql(database.url, "UPDATE job SET due_at = now(), attempt_at = now() WHERE kind = 'mail'");

let value = 2000;
/** Records a new number of jobs of a zone over HTTP. */
async function record(zone: string): Promise<void> {
  const session = { address: server.address, origin: server.address };
  const cookie = await signInOver(session, analyst);
  value += 1;
  const claims = [newClaim({ zone, field: "jobs", value, asOf: "2026-11-20" })];
  const answer = await send(
    { ...session, cookie },
    "POST",
    "/api/v1/claims",
    JSON.stringify({ claims }),
  );
  expect(answer.status).toBe(201);
}

/** The next mail to an address. The server looks every 15 seconds for what is due. */
async function nextMail(to: string, after: number): Promise<ReceivedMail> {
  return vi.waitFor(() => {
    const found = mailServer.mails.slice(after).find((mail) => mail.to === to);
    if (found === undefined) throw new Error(`No mail to ${to} yet`);
    return found;
  }, SOON);
}

/** Asks for mails with the form of a page of changes. */
async function fillIn(page: Page, path: string, email: string): Promise<void> {
  await page.goto(`${server.address}${path}`);
  await page.getByText("Get these changes by e-mail").click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send a confirmation link" }).click();
  await page.getByText("Check your inbox").waitFor();
}

async function clickLink(page: Page, link: string, button: string, done: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: button }).click();
  await page.getByText(done).waitFor();
}

describe("mails of a running server", { timeout: 200_000 }, () => {
  test("a reader subscribes in the browser, gets what changed, and stops", async () => {
    printLogOnFailure(server);
    const page = await browser.newPage();
    const email = "reader@example.com";
    await fillIn(page, "/news?tab=learned&zones=rashakai-sez", email);
    const confirmation = await nextMail(email, 0);
    await clickLink(page, confirmation.findLink(/confirm=/), "Start e-mails", "Done.");
    await page.reload();
    await page.getByRole("heading", { name: "This link no longer works" }).waitFor();

    await record("rashakai-sez");
    await makeDue();
    const before = mailServer.mails.length;
    const digest = await nextMail(email, before);
    expect(digest.email.text).toContain(value.toLocaleString("en-GB"));
    await page.goto(digest.findLink(/\/zones\/rashakai-sez/));
    await page.getByText(value.toLocaleString("en-GB")).first().waitFor();

    await clickLink(page, digest.findLink(/stop=/), "Stop e-mails", "Stopped.");
    expect(await sql(database.url, "SELECT * FROM mail_subscription")).toEqual([]);
    await page.close();

    const metrics = await fetch(`${server.address}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    const text = await metrics.text();
    expect(text).toContain('tracker_mails_total{kind="changes",outcome="sent"} 1');
    expect(server.log()).toContain('"kind":"changes"');
    expect(server.log()).not.toContain(email);
  });

  test("the form answers the same for an address that gets mails, and limits one client", async () => {
    const page = await browser.newPage();
    const email = "again@example.com";
    await fillIn(page, "/news?tab=learned", email);
    const confirmation = await nextMail(email, 0);
    await clickLink(page, confirmation.findLink(/confirm=/), "Start e-mails", "Done.");
    for (let n = 0; n < 3; n++) await fillIn(page, "/news?tab=learned", email);
    await page.goto(`${server.address}/news?tab=learned`);
    await page.getByText("Get these changes by e-mail").click();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Send a confirmation link" }).click();
    await page.getByText("Too many requests from your network").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email);
    await page.close();
  });

  test("a mail comes once more, and none is lost, if the server ends suddenly while it is sent", async () => {
    await sql(database.url, "DELETE FROM mail_subscription");
    await server.kill();
    server = await startServer();
    const page = await browser.newPage();
    const email = "crash@example.com";
    await fillIn(page, "/news?tab=learned&zones=rashakai-sez", email);
    const confirmation = await nextMail(email, 0);
    await clickLink(page, confirmation.findLink(/confirm=/), "Start e-mails", "Done.");
    await page.close();
    await record("rashakai-sez");
    const frozen = mailServer;
    frozen.freeze();
    await makeDue();
    const first = await nextMail(email, frozen.mails.length);
    await server.kill();
    await frozen.stop();
    mailServer = await startMailServer();
    // The claim of the server that ended would be over after 10 minutes.
    await makeDue();
    server = await startServer();
    const second = await nextMail(email, 0);
    expect(second.header("Message-ID")).toBe(first.header("Message-ID"));
    expect(mailServer.mails.filter(({ to }) => to === email)).toHaveLength(1);
  });
});

test("without a mail server nothing offers mails, and the feeds are there", async () => {
  const plain = await startAppServer({ DATABASE_URL: database.url, AUTH_SECRET });
  try {
    const html = await (await fetch(`${plain.address}/news?tab=learned`)).text();
    expect(html).toContain("/api/v1/changes.atom");
    expect(html).not.toContain("Get these changes by e-mail");
    const privacy = await (await fetch(`${plain.address}/privacy`)).text();
    expect(privacy).not.toContain("If you ask for e-mails");
  } finally {
    await plain.stop();
  }
});
