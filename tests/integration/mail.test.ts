import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AlertRequest } from "../../lib/server/mail/subscriptions";
import { pakistanDay } from "../../lib/time/day";
import { type MailServer, startMailServer } from "../support/mail-server";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const ORIGIN = "https://tracker.example.org";
const database = testDatabase("seeded");
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "Tracker <tracker@example.org>");
  vi.stubEnv("BASE_URL", ORIGIN);
});
afterAll(() => server.stop());

const subscriptions = () => import("../../lib/server/mail/subscriptions");

beforeEach(async () => {
  server.refuse(null);
  await sql(database.url, "DELETE FROM mail_subscription", "DELETE FROM job");
});

let made = 0;
/** An address that no other test uses. */
const newAddress = () => `reader-${++made}@example.com`;

const ask = async (part: Partial<AlertRequest> = {}) => {
  const { requestAlert } = await subscriptions();
  const email = part.email ?? newAddress();
  const request = { conditions: "", locale: "en", frequency: "daily", ...part, email } as const;
  return { email, stored: await requestAlert(request) };
};

/** Sends what is due, and returns the mails that arrived meanwhile. */
async function deliver() {
  const { runDueJobs } = await import("../../lib/server/queue/queue");
  const { MAIL_JOBS } = await import("../../lib/server/mail/mail-jobs");
  const before = server.mails.length;
  await runDueJobs(MAIL_JOBS);
  return { mails: server.mails.slice(before) };
}

const tokenOf = (link: string, name: string) => new URL(link).searchParams.get(name) ?? "";

/** Asks for mails and confirms them. */
async function subscribe(part: Partial<AlertRequest> = {}) {
  const { email } = await ask(part);
  const { mails } = await deliver();
  const link = mails.at(-1)?.findLink(/alerts\?confirm=/) ?? "";
  const { confirmAlert } = await subscriptions();
  expect(await confirmAlert(tokenOf(link, "confirm"))).toBe("confirmed");
  return email;
}

const makeDue = () =>
  sql(database.url, "UPDATE job SET due_at = now(), attempt_at = now() WHERE kind = 'mail'");
const listJobs = () => sql(database.url, "SELECT * FROM job ORDER BY due_at");
const listRows = () => sql(database.url, "SELECT * FROM mail_subscription ORDER BY created_at");

let value = 1000;
/** Records a new number of jobs of a zone, so that there is news. */
async function record(zone = "rashakai-sez") {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  value += 1;
  const claims = [newClaim({ zone, field: "jobs", value, asOf: "2026-11-20" })];
  const written = await writeLedger({ author: "tester", purpose: "a test", claims });
  expect(written.ok).toBe(true);
  return value;
}

describe("asking for mails", () => {
  test("sends a confirmation with the headers of RFC 8058, and keeps only hashes of its secrets", async () => {
    const { email } = await ask({ conditions: "zone=rashakai-sez", frequency: "weekly" });
    const { mails } = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const [mail] = mails;
    expect(mail?.email.subject).toBe("Confirm e-mails about changes");
    expect(mail?.email.from?.address).toBe("tracker@example.org");
    expect(mail?.email.text).toContain("Changes that match: Rashakai");
    expect(mail?.email.html).toContain("Changes that match: Rashakai");
    expect(mail?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.header("List-Unsubscribe")).toMatch(
      /^<https:\/\/tracker\.example\.org\/api\/mail\/stop\?token=[\w-]{43}>$/,
    );
    expect(mail?.header("Auto-Submitted")).toBe("auto-generated");
    const confirm = tokenOf(mail?.findLink(/confirm=/) ?? "", "confirm");
    const stop = tokenOf(mail?.findLink(/stop=/) ?? "", "stop");
    const stored = JSON.stringify(await sql(database.url, "SELECT * FROM mail_link"));
    for (const token of [confirm, stop]) {
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(stored).not.toContain(token);
    }
    expect((await deliver()).mails).toEqual([]);
  });

  test("works in Urdu and Chinese, with links to pages of that language", async () => {
    await ask({ locale: "ur" });
    await ask({ locale: "zh" });
    const { mails } = await deliver();
    expect(mails[0]?.email.html).toContain('lang="ur" dir="rtl"');
    expect(mails[0]?.findLink(/confirm=/)).toMatch(/\/ur\/alerts\?confirm=[^&]+$/);
    expect(mails[1]?.email.subject).toBe("请确认接收变化邮件");
  });

  test("sends at most 3 confirmations to an address within a day, and does not tell", async () => {
    const email = newAddress();
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push((await ask({ email })).stored);
    expect(answers).toEqual([true, true, true, true, true]);
    expect((await deliver()).mails).toHaveLength(3);
  });

  test("is refused while too many addresses wait, whatever the address", async () => {
    await sql(
      database.url,
      `INSERT INTO mail_subscription (id, email, conditions, locale, frequency, created_at, covered_until, covered_method)
       SELECT gen_random_uuid(), n || '@example.com', '', 'en', 'daily', now(), now(), 2 FROM generate_series(1, 2000) n`,
    );
    expect((await ask()).stored).toBe(false);
  });

  test("forgets an address that nobody confirmed after 2 days, and its link", async () => {
    await ask();
    const { mails } = await deliver();
    const token = tokenOf(mails[0]?.findLink(/confirm=/) ?? "", "confirm");
    await sql(
      database.url,
      "UPDATE mail_subscription SET created_at = now() - interval '49 hours'",
    );
    const { confirmAlert, findPendingAlert } = await subscriptions();
    expect(await findPendingAlert(token)).toBeNull();
    expect(await confirmAlert(token)).toBe("closed");
    const { deleteExpired } = await import("../../lib/server/audit/audit-failures");
    const { deleteExpiredMail } = await import("../../lib/server/mail/subscriptions");
    await deleteExpired([deleteExpiredMail]);
    expect(await listRows()).toEqual([]);
    expect(await sql(database.url, "SELECT * FROM mail_link")).toEqual([]);
  });

  test("forgets at once an address that the mail server refuses", async () => {
    server.refuse(550);
    await ask();
    await deliver();
    expect(await listRows()).toEqual([]);
    expect(await listJobs()).toEqual([]);
  });
});

describe("confirming", () => {
  test("works once, and a second subscription to the same changes replaces the first", async () => {
    const email = await subscribe({ conditions: "zone=hub-sez" });
    await subscribe({ email, conditions: "zone=hub-sez", frequency: "weekly" });
    const rows = await listRows();
    expect(rows).toMatchObject([{ email, frequency: "weekly" }]);
    const { confirmAlert } = await subscriptions();
    expect(await confirmAlert("made-up")).toBe("closed");
  });

  test("a second subscription brings the news that the first has not, and old links stop it", async () => {
    const email = await subscribe({ conditions: "zone=hub-sez" });
    const [first] = server.mails.slice(-1);
    await record("hub-sez");
    await subscribe({ email, conditions: "zone=hub-sez" });
    await makeDue();
    const { mails } = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const { stopAlert } = await subscriptions();
    const old = tokenOf(first?.header("List-Unsubscribe")?.slice(1, -1) ?? "", "token");
    expect(await stopAlert(old)).toBe(true);
    expect(await listRows()).toEqual([]);
    expect(await stopAlert(old)).toBe(false);
    expect(await stopAlert("made-up")).toBe(false);
  });

  test("gives an address at most 10 subscriptions", async () => {
    const email = newAddress();
    await sql(
      database.url,
      `INSERT INTO mail_subscription (id, email, conditions, locale, frequency, created_at, confirmed_at, covered_until, covered_method)
       SELECT gen_random_uuid(), '${email}', 'zone=' || n, 'en', 'daily', now(), now(), now(), 2 FROM generate_series(1, 10) n`,
    );
    await ask({ email });
    const { mails } = await deliver();
    const { confirmAlert } = await subscriptions();
    const token = tokenOf(mails[0]?.findLink(/confirm=/) ?? "", "confirm");
    expect(await confirmAlert(token)).toBe("most");
  });
});

describe("a digest", () => {
  test("has the news that match since the last mail, once, and nothing is sent without news", async () => {
    const all = await subscribe();
    const one = await subscribe({ conditions: "zone=hub-sez" });
    await makeDue();
    expect((await deliver()).mails).toEqual([]);
    const jobs = await record("rashakai-sez");
    await makeDue();
    const { mails } = await deliver();
    expect(mails.map(({ to }) => to)).toEqual([all]);
    const text = mails[0]?.email.text ?? "";
    expect(mails[0]?.email.subject).toContain("change");
    expect(text).toContain(jobs.toLocaleString("en-GB"));
    expect(text).toContain(`${ORIGIN}/zones/rashakai-sez#`);
    expect(mails[0]?.findLink(/\/news/)).toBe(`${ORIGIN}/news?tab=learned`);
    expect(mails[0]?.header("List-Unsubscribe")).toContain("/api/mail/stop?token=");
    await makeDue();
    expect((await deliver()).mails).toEqual([]);
    await record("hub-sez");
    await makeDue();
    expect((await deliver()).mails.map(({ to }) => to).sort()).toEqual([all, one].sort());
  });

  test("is due again at 7:00 in Pakistan of the next day, or of a Monday", async () => {
    await subscribe();
    await subscribe({ frequency: "weekly" });
    await makeDue();
    await deliver();
    const rows = await sql(
      database.url,
      "SELECT due_at FROM job JOIN mail_subscription ON id::text = key ORDER BY frequency",
    );
    const [daily, weekly] = rows.map(({ due_at }) => new Date(String(due_at)));
    const hours = ((daily?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(0);
    expect(hours).toBeLessThanOrEqual(24);
    expect([daily, weekly].map((at) => at?.getUTCHours())).toEqual([2, 2]);
    expect(weekly?.getUTCDay()).toBe(1);
  });

  test("comes again, with the same id, after a sudden end between the mail server and the mark", async () => {
    await subscribe();
    await record();
    await makeDue();
    const [before] = await listRows();
    const [first] = (await deliver()).mails;
    // What the database has after an end before the mark: the claim, once its 10 minutes are over.
    const covered = before?.covered_until as Date;
    const rewind = () =>
      sql(
        database.url,
        `UPDATE mail_subscription SET covered_revision = ${before?.covered_revision},
           covered_until = '${covered.toISOString()}'`,
        "UPDATE job SET attempts = 1, attempt_at = now()",
      );
    await rewind();
    const [second] = (await deliver()).mails;
    expect(second?.email.text).toContain("Rashakai");
    expect(second?.header("Message-ID")).toBe(first?.header("Message-ID"));
    // With more news it is another mail, which no program may hide.
    await record("hub-sez");
    await rewind();
    const [third] = (await deliver()).mails;
    expect(third?.email.text).toContain("Hub");
    expect(third?.header("Message-ID")).not.toBe(first?.header("Message-ID"));
  });

  test("is claimed by one of two senders at the same time", async () => {
    await subscribe();
    await record();
    await makeDue();
    const before = server.mails.length;
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(server.mails.length - before).toBe(1);
  });

  test("waits while the mail server is away or says later, and then comes", async () => {
    await subscribe();
    await record();
    await makeDue();
    server.refuse(451);
    await deliver();
    expect(await listJobs()).toMatchObject([{ attempts: 1 }]);
    const { port } = new URL(server.url);
    await server.stop();
    await makeDue();
    expect((await deliver()).mails).toEqual([]);
    // The mail is not to blame.
    const [away] = await listJobs();
    expect(away).toMatchObject({ attempts: 1 });
    expect(Number(away?.attempt_at) - Date.now()).toBeGreaterThan(50_000);
    server = await startMailServer(Number(port));
    await makeDue();
    expect((await deliver()).mails).toHaveLength(1);
    expect(await listJobs()).toMatchObject([{ attempts: 0 }]);
  });

  test("to an address that is refused for 2 weeks ends, and the address is deleted", async () => {
    await subscribe();
    await record();
    server.refuse(550);
    await makeDue();
    await deliver();
    expect(await listJobs()).toMatchObject([{ attempts: 1 }]);
    await sql(database.url, "UPDATE job SET attempts = 19, attempt_at = now()");
    await deliver();
    expect(await listRows()).toEqual([]);
  });

  test("stops with the link of any mail, also an old one, and with one click", async () => {
    const { POST, GET } = await import("../../app/api/mail/stop/route");
    const { findStoppableAlert } = await subscriptions();
    await subscribe();
    const [confirmation] = server.mails.slice(-1);
    await record();
    await makeDue();
    await deliver();
    const link = confirmation?.header("List-Unsubscribe")?.slice(1, -1) ?? "";
    const opened = GET(new Request(link));
    expect(opened.status).toBe(303);
    const page = new URL(opened.headers.get("location") ?? "", ORIGIN);
    expect(await findStoppableAlert(page.searchParams.get("stop") ?? "")).not.toBeNull();
    const { default: messages } = await import("../../lib/text/messages/en/api.json");
    for (const words of [messages.mail.stopped, messages.mail.closed]) {
      const answer = await POST(
        new Request(link, {
          method: "POST",
          body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
        }),
      );
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(words);
    }
    expect(await listRows()).toEqual([]);
    expect(await sql(database.url, "SELECT * FROM mail_link")).toEqual([]);
  });
});

describe("the digest of the team's work", () => {
  test("is sent to people who chose it, names the author of each act, and ends with the account or the role", async () => {
    const { setTeamDigest, hasTeamDigest } = await subscriptions();
    const { audit } = await import("../../lib/server/audit/audit");
    const analyst = await newPerson("analyst");
    await setTeamDigest(analyst.id, true, "en");
    expect(await hasTeamDigest(analyst.id)).toBe(true);
    const actor = { id: analyst.id, name: "Amina Khan", address: "192.0.2.9" };
    await audit({ actor, action: "claims-recorded", subject: "rashakai-sez", revision: 1 });
    await audit({ actor, action: "signed-in", subject: analyst.email });
    // Entries of the last 2 minutes wait for the next mail.
    const [{ at } = { at: null }] = await sql(
      database.url,
      "SELECT max(at) AS at FROM audit_entry",
    );
    vi.useFakeTimers({ now: new Date(String(at)).getTime() + 3 * 60_000, toFake: ["Date"] });
    try {
      await sql(
        database.url,
        "UPDATE mail_subscription SET covered_until = now() - interval '1 minute'",
      );
      await makeDue();
      const { mails } = await deliver();
      expect(mails.map(({ to }) => to)).toEqual([analyst.email]);
      const text = mails[0]?.email.text ?? "";
      expect(text).toContain("Amina Khan recorded evidence on Rashakai");
      expect(text).not.toContain("signed in");
      expect(text).not.toContain("192.0.2.9");
      expect(mails[0]?.findLink(/stop=/)).toContain("/alerts?stop=");
      await makeDue();
      expect((await deliver()).mails).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
    await sql(database.url, `UPDATE "user" SET role = 'reader' WHERE id = '${analyst.id}'`);
    await makeDue();
    await deliver();
    expect(await hasTeamDigest(analyst.id)).toBe(false);
  });
});

test("a reader gets the answer to their correction once, with no way to stop what does not follow", async () => {
  const { mailAnswer } = await import("../../lib/server/mail/correction-mail");
  const before = server.mails.length;
  const answer = {
    id: "c1",
    outcome: "corrected",
    answer: "A report of May 2026 is recorded.",
  } as const;
  await mailAnswer("asked@example.com", answer);
  const [mail, ...others] = server.mails.slice(before);
  expect(others).toEqual([]);
  expect(mail?.to).toBe("asked@example.com");
  expect(mail?.email.text).toContain(answer.answer);
  expect(mail?.findLink(/https:\S+correct\S+$/m)).toBe(`${ORIGIN}/correct/c1`);
  expect(mail?.header("list-unsubscribe")).toBeNull();
});

describe("a notice to a person of the team", () => {
  const acting = async () => ({ ...(await newPerson("reviewer")), address: null });

  test("says what was assigned to them, once, and nothing after an undo", async () => {
    const { loadWork, actOnItems, undoQueueEntries } = await import("../../lib/server/desk/queue");
    const { scheduleNotice } = await import("../../lib/server/mail/notices");
    const [reviewer, analyst] = [await acting(), await newPerson("analyst")];
    const items = (await loadWork()).work
      .slice(0, 2)
      .map(({ key, cause }) => ({ item: key, cause }));
    const act = { act: "assign", items, assignee: analyst.id } as const;
    const done = await actOnItems(act, reviewer);
    if (!done.ok) throw new Error("It was refused.");
    await scheduleNotice("assigned", done.value);
    const [mail, ...others] = (await deliver()).mails;
    expect(others).toEqual([]);
    expect(mail?.to).toBe(analyst.email);
    expect(mail?.header("subject")).toBe(`${reviewer.name} assigned 2 items to you`);
    expect(mail?.findLink(/admin/)).toBe(`${ORIGIN}/admin/work?who=me`);
    expect((await deliver()).mails).toEqual([]);

    const again = await actOnItems(act, reviewer);
    if (!again.ok) throw new Error("It was refused.");
    await scheduleNotice("assigned", again.value);
    await undoQueueEntries(again.value, reviewer);
    expect((await deliver()).mails).toEqual([]);
  });

  test("says that their reports came back and why, and goes to nobody who left the team", async () => {
    const { scheduleNotice } = await import("../../lib/server/mail/notices");
    const analyst = await newPerson("analyst");
    const id = crypto.randomUUID();
    await sql(
      database.url,
      `INSERT INTO submission (id, author_id, author_name, state, request)
       VALUES ('${id}', '${analyst.id}', 'A', 'returned', '{"claims": []}')`,
      `INSERT INTO submission_step (submission_id, actor_id, actor_name, kind, comment)
       VALUES ('${id}', 'r', 'Rana', 'returned', 'Name the page.')`,
    );
    await scheduleNotice("returned", [id]);
    const [mail] = (await deliver()).mails;
    expect(mail?.to).toBe(analyst.email);
    expect(mail?.email.text).toContain("Rana returned your reports");
    expect(mail?.email.text).toContain("Name the page.");
    expect(mail?.findLink(/review/)).toBe(`${ORIGIN}/admin/work/review/${id}`);

    await sql(database.url, `UPDATE "user" SET role = 'reader' WHERE id = '${analyst.id}'`);
    await scheduleNotice("returned", [id]);
    expect((await deliver()).mails).toEqual([]);
    expect(await sql(database.url, "SELECT 1 FROM job WHERE kind = 'mail'")).toEqual([]);
  });

  test("has the link with which an invited person chooses a password", async () => {
    const { mailInvitation } = await import("../../lib/server/mail/notices");
    const before = server.mails.length;
    await mailInvitation("new@example.com", "/set-password?token=abc");
    const [mail] = server.mails.slice(before);
    expect(mail?.to).toBe("new@example.com");
    expect(mail?.findLink(/set-password/)).toBe(`${ORIGIN}/set-password?token=abc`);
  });

  test("has a link for a forgotten password that works once and for an hour, ends sessions and tokens, and goes to accounts alone", async () => {
    const { scheduleForgottenPassword } = await import("../../lib/server/mail/notices");
    const { acceptAccountLink, findLinkedPerson } = await import(
      "../../lib/server/accounts/account-links"
    );
    const { makeToken } = await import("../../lib/server/accounts/access-tokens");
    const { deactivatePerson, invitePerson } = await import("../../lib/server/accounts/people");
    const [{ id, name, email }, closed] = [await newPerson("analyst"), await newPerson("analyst")];
    const actor = { id, name, address: null };
    await deactivatePerson(closed.id, actor);
    await invitePerson({ name: "New", email: "invited@example.org", role: "reader" }, actor);
    const token = { name: "T", scopes: ["record"], lastDay: pakistanDay(new Date()) } as const;
    await makeToken(token, actor);
    await sql(
      database.url,
      `INSERT INTO session (id, token, user_id, expires_at, updated_at) VALUES ('s', 's', '${id}', now() + interval '1 hour', now())`,
    );
    const askFor = async (...addresses: string[]) => {
      for (const one of addresses) await scheduleForgottenPassword(one, "ur");
      const { mails } = await deliver();
      return { to: mails.map(({ to }) => to), token: mails[0]?.findLink(/\/ur\/set-password/) };
    };
    const nobody = [closed.email, "invited@example.org", "nobody@example.org"];
    expect(await askFor(...nobody)).toEqual({ to: [] });
    expect(await listJobs()).toEqual([]);

    const late = await askFor(email);
    expect(late.to).toEqual([email]);
    await sql(
      database.url,
      `UPDATE account_link SET expires_at = expires_at - interval '61 minutes' WHERE user_id = '${id}'`,
    );
    expect(await findLinkedPerson(tokenOf(late.token ?? "", "token"))).toBeNull();

    const secret = tokenOf((await askFor(email)).token ?? "", "token");
    const choose = () => acceptAccountLink(secret, "five unrelated words of mine", null);
    expect(await choose()).toEqual({ ok: true, value: null });
    expect(await choose()).toMatchObject({ ok: false });
    expect(await sql(database.url, `SELECT 1 FROM session WHERE user_id = '${id}'`)).toEqual([]);
    expect(
      await sql(
        database.url,
        `SELECT 1 FROM access_token WHERE user_id = '${id}' AND revoked_at IS NULL`,
      ),
    ).toEqual([]);
    expect(
      await sql(
        database.url,
        `SELECT action FROM audit_entry WHERE subject = '${email}' AND action LIKE 'link-%' ORDER BY id`,
      ),
    ).toEqual(["link-mailed", "link-mailed", "link-used"].map((action) => ({ action })));
  });
});
