import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { writeEditionPurpose } from "../../seed/edition-purpose";
import { get } from "../support/api";
import { type MailServer, startMailServer } from "../support/mail-server";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver";

/** The method that comes into use while the tests run. */
const methods = vi.hoisted(() => [{ number: 2, since: "2026-11-26", page: "/method" }]);
vi.mock("../../lib/catalogue/methods", () => ({
  METHODS: methods,
  get CURRENT_METHOD() {
    return methods.at(-1);
  },
}));

const ORIGIN = "https://tracker.example.org";
const TITLE = "Edition of 30 November 2026: 5 values changed in 4 zones";
const METHOD_TITLE = "Method 3: new rules for values and scores from 27 November 2026 on";
const database = testDatabase("seeded");
let mailServer: MailServer;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [mailServer, receiver] = await Promise.all([startMailServer(), startWebhookReceiver()]);
  vi.stubEnv("SMTP_URL", mailServer.url);
  vi.stubEnv("MAIL_FROM", "tracker@example.org");
  vi.stubEnv("BASE_URL", ORIGIN);
  vi.stubEnv("WEBHOOK_SECRET", `whsec_${"A".repeat(32)}`);
  for (const [name, conditions] of [
    ["all", ""],
    ["hub", "zone=hub-sez"],
    ["other", "zone=bostan-sez"],
  ]) {
    await sql(
      database.url,
      `INSERT INTO mail_subscription (id, email, conditions, locale, frequency, created_at, confirmed_at, covered_revision, covered_until, covered_method)
       VALUES (md5('${name}')::uuid, '${name}@example.com', '${conditions}', 'en', 'daily', now(), now(), 1, now(), 2)`,
      `INSERT INTO job (kind, key, due_at, attempt_at) VALUES ('mail', md5('${name}')::uuid::text, now(), now())`,
    );
  }
  await sendMessages();
  await recordEdition();
});
afterAll(() => Promise.all([mailServer.stop(), receiver.stop()]));

/** Records 5 values in 4 zones as the data set does. */
async function recordEdition(): Promise<void> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const { DATA_SET_AUTHOR } = await import("../../lib/evidence/ledger-records");
  const zones = ["hub-sez", "hattar-sez", "khairpur-sez", "rashakai-sez"];
  const jobs = zones.map((zone, n) =>
    newClaim({ zone, field: "jobs", value: 7001 + n, asOf: "2026-11-20" }),
  );
  const area = newClaim({ zone: "hub-sez", field: "plotsBuiltPct", value: 7, asOf: "2026-11-20" });
  const written = await writeLedger({
    author: DATA_SET_AUTHOR,
    purpose: writeEditionPurpose("Third edition", "2026-11-30"),
    claims: [...jobs, area],
  });
  expect(written).toMatchObject({ ok: true, revision: 2 });
}

/** Sends the messages to the receiver that are due, and returns them. */
async function sendMessages() {
  const { webhookJobs } = await import("../../lib/server/webhooks/webhooks");
  const { runDueJobs } = await import("../../lib/server/queue/queue");
  const jobs = webhookJobs([receiver.url]);
  const before = receiver.received.length;
  await jobs.prepare();
  await runDueJobs(jobs);
  return receiver.received.slice(before).map(({ id, body }) => ({ id, ...JSON.parse(body) }));
}

/** Sends the mails, and returns the subject and text of each by its recipient. */
async function sendMails() {
  const { MAIL_JOBS } = await import("../../lib/server/mail/mail-jobs");
  const { runDueJobs } = await import("../../lib/server/queue/queue");
  const before = mailServer.mails.length;
  await sql(database.url, "UPDATE job SET due_at = now(), attempt_at = now() WHERE kind = 'mail'");
  await runDueJobs(MAIL_JOBS);
  const mails = mailServer.mails.slice(before);
  return new Map(mails.map(({ to, email }) => [to.split("@")[0], email]));
}

async function listFeed(query = "") {
  const response = await get(`changes.json?limit=1000${query}`, { headers: { host: "a.example" } });
  const { items } = await response.json();
  return items as { id: string; url: string; title: string; tags: string[] }[];
}

describe("an edition of the data set", () => {
  test("is one entry of the feed, with a link to its changes", async () => {
    const items = await listFeed();
    const [edition, next] = items;
    expect(edition).toMatchObject({ title: TITLE, tags: ["New edition of the data set"] });
    expect(edition?.id).toBe("tag:cpec-sez-tracker,2026:edition/2026-11-30/r2");
    expect(next?.id).not.toContain("/r2");
    expect(items.filter(({ id }) => id.endsWith("/r2"))).toHaveLength(1);
    const link = new URL(edition?.url ?? "");
    expect(link.pathname).toBe("/news");
    // The page is called with the parameters of the API, but for its tab and the name of the zones.
    link.searchParams.delete("tab");
    const listed = await (await get(`changes${link.search}&limit=1000`)).json();
    expect(listed.meta.from).toMatchObject({ knownOn: expect.stringMatching(/^r1-/) });
    const values = listed.data.map(
      (row: { zone: string; field: string }) => `${row.zone} ${row.field}`,
    );
    expect(new Set(values).size).toBe(5);
  });

  test("counts what a feed is about, and is not in a feed about other zones", async () => {
    const [hub] = await listFeed("&zone=hub-sez");
    expect(hub?.title).toBe("Edition of 30 November 2026: 2 values changed in 1 zone");
    expect(hub?.id).toBe("tag:cpec-sez-tracker,2026:edition/2026-11-30/r2/zone%3Dhub-sez");
    expect(hub?.url).toContain("zones=hub-sez");
    const other = await listFeed("&zone=bostan-sez");
    expect(other.filter(({ id }) => id.includes("edition"))).toEqual([]);
  });

  test("is one line of a mail, and its subject", async () => {
    const mails = await sendMails();
    expect([...mails.keys()].sort()).toEqual(["all", "hub"]);
    expect(mails.get("all")?.subject).toBe(TITLE);
    expect(mails.get("all")?.text).toContain(`${ORIGIN}/news?tab=learned&from=r1&to=r2&asOf=`);
    expect(mails.get("all")?.text).not.toContain("7,001");
    expect(mails.get("hub")?.subject).toContain("2 values changed in 1 zone");
  });

  test("is one message of a webhook, which names it", async () => {
    const messages = await sendMessages();
    expect(messages).toHaveLength(1);
    const { type, data } = messages[0];
    expect(type).toBe("revision.recorded");
    expect(data.edition).toEqual({ title: TITLE, compiledOn: "2026-11-30", values: 5, zones: 4 });
  });
});

describe("a new method", () => {
  beforeAll(() => void methods.push({ number: 3, since: "2026-11-27", page: "/method" }));

  test("is one entry of every feed, with the day from which it holds", async () => {
    for (const query of ["", "&zone=hub-sez"]) {
      const found = (await listFeed(query)).filter(({ id }) => id.endsWith("method/3"));
      expect(found).toMatchObject([{ title: METHOD_TITLE, url: `${ORIGIN}/method` }]);
    }
  });

  test("is told once to everyone who gets mails, however long after its day", async () => {
    const mails = await sendMails();
    expect([...mails.keys()].sort()).toEqual(["all", "hub", "other"]);
    for (const mail of mails.values()) expect(mail.subject).toBe(METHOD_TITLE);
    expect((await sendMails()).size).toBe(0);
  });

  test("is told once to each webhook, and not to an address that is set later", async () => {
    expect(await sendMessages()).toMatchObject([
      {
        id: "method-3",
        type: "method.changed",
        timestamp: "2026-11-26T19:00:00.000Z",
        data: { method: 3, since: "2026-11-27", title: METHOD_TITLE, page: `${ORIGIN}/method` },
      },
    ]);
    expect(await sendMessages()).toEqual([]);
    await sql(database.url, "DELETE FROM job WHERE kind = 'webhook'");
    expect(await sendMessages()).toEqual([]);
  });

  test("waits for a receiver that fails, and is given up after 5 days", async () => {
    await sql(database.url, "UPDATE job SET position = 2 WHERE key LIKE 'method %'");
    receiver.answer(500);
    expect(await sendMessages()).toHaveLength(1);
    expect(await sendMessages()).toEqual([]);
    const due = (age: string) =>
      sql(
        database.url,
        `UPDATE job SET attempt_at = now(), due_at = now() - interval '${age}' WHERE key LIKE 'method %'`,
      );
    await due("119 hours");
    expect(await sendMessages()).toHaveLength(1);
    await due("121 hours");
    expect(await sendMessages()).toHaveLength(1);
    receiver.answer(204);
    await due("1 minute");
    expect(await sendMessages()).toEqual([]);
  });
});
