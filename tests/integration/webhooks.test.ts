import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { SourceChangeRequest } from "../../lib/contract/write-request";
import { getJson } from "../support/api";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver";

const ORIGIN = "https://tracker.example.org";
const [SECRET, OLD_SECRET] = ["A", "B"].map((letter) => `whsec_${letter.repeat(32)}`) as [
  string,
  string,
];
const database = testDatabase("seeded");
let receiver: WebhookReceiver;

beforeAll(async () => {
  vi.stubEnv("BASE_URL", ORIGIN);
  vi.stubEnv("WEBHOOK_SECRET", `${SECRET} ${OLD_SECRET}`);
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.stop());

let address = "";
/** An address that no other test uses, whose messages begin with the next revision. */
beforeEach(async () => {
  receiver.answer(204);
  address = `${receiver.url}/${randomUUID()}`;
  await send();
});

/** Sends what is due to an address, and returns what arrived meanwhile. */
async function send(to = address) {
  const { webhookJobs } = await import("../../lib/server/webhooks/webhooks");
  const { runDueJobs } = await import("../../lib/server/queue/queue");
  const jobs = webhookJobs([to]);
  const before = receiver.received.length;
  await jobs.prepare();
  await runDueJobs(jobs);
  return receiver.received.slice(before);
}

let value = 3000;
/** Records a new number of jobs of a zone. @returns the revision and the value */
async function record(part: Parameters<typeof newClaim>[0] = {}) {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  value += 1;
  const claims = [newClaim({ field: "jobs", value, asOf: "2026-11-20", ...part })];
  const written = await writeLedger({ author: "Amina Khan", purpose: "a reason", claims });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return { revision: written.revision, value };
}

const readJob = async () => {
  const hash = createHash("sha256").update(address).digest("hex");
  const query = `SELECT * FROM job WHERE kind = 'webhook' AND key = '${hash}'`;
  return (await sql(database.url, query))[0] as { attempts: number; attempt_at: Date };
};
const makeDue = () =>
  sql(database.url, "UPDATE job SET attempt_at = now() WHERE attempt_at IS NOT NULL");
const idsOf = (messages: readonly { id: string }[]) =>
  messages.map(({ id }) => Number(/^r(\d+)-/.exec(id)?.[1]));

/** Do the changes of a message equal those that the API answers at its link? */
async function expectAnswerOfApi(data: { api: string; [name: string]: unknown }): Promise<void> {
  const { data: rows, meta } = await getJson<{ data: unknown; meta: unknown }>(
    `${data.api.replace(`${ORIGIN}/api/v1/`, "")}&limit=100`,
  );
  expect(data.changes).toEqual(rows);
  expect(meta).toMatchObject({ from: data.from, to: data.to, matched: data.total });
}

describe("a message", () => {
  test("is signed with each secret, as the library of Standard Webhooks verifies", async () => {
    await record();
    const [message] = await send();
    expect(message?.path).toMatch(/^POST \//);
    expect(message?.headers["content-type"]).toBe("application/json");
    expect(message?.headers["user-agent"]).toContain(ORIGIN);
    const { headers = {}, body = "" } = message ?? {};
    for (const secret of [SECRET, OLD_SECRET]) {
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({
        type: "revision.recorded",
      });
      expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow("signature");
    }
    const other = new Webhook(`whsec_${"C".repeat(32)}`);
    expect(() => other.verify(body, headers)).toThrow("signature");
  });

  test("has the changes of its revision, as the API answers them at its link", async () => {
    const recorded = await record({ zone: "hub-sez" });
    const [message] = await send();
    const { type, timestamp, data } = JSON.parse(message?.body ?? "");
    expect(type).toBe("revision.recorded");
    const [row] = await sql(
      database.url,
      `SELECT recorded_at, identity FROM revision WHERE id = ${recorded.revision}`,
    );
    expect(new Date(timestamp)).toEqual(row?.recorded_at);
    expect(message?.id).toBe(`r${recorded.revision}-${row?.identity}`);
    expect(data).toMatchObject({ revision: recorded.revision, identity: row?.identity, total: 1 });
    expect(data.changes).toMatchObject([{ zone: "hub-sez", field: "jobs", after: recorded.value }]);
    await expectAnswerOfApi(data);
    expect(data.page).toBe(data.api.replace("/api/v1/changes?", "/news?tab=learned&"));
  });

  test("has what a decision and a corrected source changed, and none of another revision", async () => {
    const sourceId = "dawn-2025-08-15";
    const claim = newClaim({ field: "jobs", value: 9999, asOf: "2026-11-21" });
    // Of the day of its source.
    const dated = newClaim({
      ...claim,
      id: randomUUID(),
      zone: "khairpur-sez",
      asOf: null,
      sourceId,
    });
    const by = { author: "tester", purpose: "a test" };
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    await writeLedger({ ...by, claims: [claim, dated] });
    const decisions = [{ claimId: claim.id, kind: "retracted", reason: "Wrong zone." } as const];
    expect(await writeLedger({ ...by, decisions })).toMatchObject({ ok: true });
    const { changeSourceRequest } = await import("../../lib/server/desk/record-request");
    const change = { id: randomUUID(), reason: "The title page says so.", publishedOn: "2015-01" };
    const changed = await changeSourceRequest(sourceId, SourceChangeRequest.parse(change), {
      person: { name: "Amina Khan", role: "analyst" },
      actor: { id: "someone", name: "Amina Khan", address: null },
    });
    expect(changed).toMatchObject({ ok: true });
    const messages = (await send()).map(({ body }) => JSON.parse(body).data);
    expect(messages).toHaveLength(3);
    for (const data of messages) await expectAnswerOfApi(data);
    expect(messages[1].changes).toMatchObject([{ field: "jobs", before: 9999 }]);
    expect(messages[2].changes).toMatchObject([{ zone: "khairpur-sez", field: "jobs" }]);
  });

  test("has nothing that is not public: no author, reason, note or quotation", async () => {
    await record({ note: "A note.", quotation: { text: "Their own words.", lang: "en" } });
    const [message] = await send();
    expect(message?.body).not.toMatch(/Amina|a reason|A note|own words|@/);
    const { data } = JSON.parse(message?.body ?? "");
    expect(Object.keys(data)).toEqual([
      "revision",
      "identity",
      "from",
      "to",
      "edition",
      "total",
      "changes",
      "page",
      "api",
    ]);
    const stored = JSON.stringify(await sql(database.url, "SELECT * FROM job"));
    expect(stored).not.toContain(new URL(address).pathname.slice(1));
  });

  test("does not come about claims that wait for a reviewer", async () => {
    const { submit } = await import("../../lib/server/desk/submissions");
    const analyst = await newPerson("analyst");
    const claims = [newClaim({ field: "jobs", value: 1, asOf: "2026-11-20" })];
    await submit({ claims } as unknown as Parameters<typeof submit>[0], {
      id: analyst.id,
      name: "Amina Khan",
      address: null,
    });
    expect(await sql(database.url, "SELECT state FROM submission")).toMatchObject([
      { state: "waiting" },
    ]);
    expect(await send()).toEqual([]);
  });
});

describe("the messages to an address", () => {
  test("begin after the last revision when it is set, and then come once, in order", async () => {
    const revisions = [];
    for (let n = 0; n < 3; n++) revisions.push((await record()).revision);
    expect(idsOf(await send())).toEqual(revisions);
    expect(await send()).toEqual([]);
    const other = `${receiver.url}/new`;
    expect(await send(other)).toEqual([]);
    const { revision } = await record();
    expect(idsOf(await send(other))).toEqual([revision]);
  });

  test("wait for one that fails, which is tried again with the same id and body", async () => {
    const revisions = [(await record()).revision, (await record()).revision];
    receiver.answer(500);
    const [failed, ...others] = await send();
    expect(others).toEqual([]);
    expect(await send()).toEqual([]);
    const { attempts, attempt_at } = await readJob();
    expect(attempts).toBe(1);
    const wait = attempt_at.getTime() - Date.now();
    expect(wait).toBeGreaterThan(2_000);
    expect(wait).toBeLessThan(6_500);
    receiver.answer(204);
    await makeDue();
    const delivered = await send();
    expect(idsOf(delivered)).toEqual(revisions);
    expect(delivered[0]?.id).toBe(failed?.id);
    expect(delivered[0]?.body).toBe(failed?.body);
    expect(await readJob()).toMatchObject({ attempts: 0, position: revisions[1] });
  });

  test("survive a receiver that is away", async () => {
    const { revision } = await record();
    const { port } = new URL(receiver.url);
    await receiver.stop();
    await send();
    expect(await readJob()).toMatchObject({ attempts: 1 });
    receiver = await startWebhookReceiver(Number(port));
    await makeDue();
    expect(idsOf(await send())).toEqual([revision]);
  });

  test("do not follow a redirect, and do not wait for the end of an answer", async () => {
    await record();
    receiver.answer(307, { location: `${receiver.url}/elsewhere` });
    expect(await send()).toHaveLength(1);
    expect(receiver.received.at(-1)?.path).not.toContain("elsewhere");
    receiver.answer(200);
    await makeDue();
    expect(await send()).toHaveLength(1);
    expect(await readJob()).toMatchObject({ attempts: 0 });
  });

  test("wait as long as the receiver asks", async () => {
    await record();
    receiver.answer(429, { "retry-after": "600" });
    await send();
    const { attempt_at } = await readJob();
    expect((attempt_at.getTime() - Date.now()) / 1000).toBeGreaterThan(590);
  });

  test("are each sent by one of several senders at the same time", async () => {
    for (let n = 0; n < 5; n++) await record();
    await Promise.all([send(), send(), send()]);
    const own = receiver.received.filter(({ path }) => path.endsWith(new URL(address).pathname));
    expect(own).toHaveLength(5);
    expect(new Set(own.map(({ id }) => id)).size).toBe(5);
  });

  test("end 5 days after their revision, and go on with later ones", async () => {
    const revisions = [(await record()).revision, (await record()).revision];
    await sleep(20);
    const { revision } = await record();
    const [last] = await sql(database.url, "SELECT max(recorded_at) AS at FROM revision");
    receiver.answer(500);
    const fiveDays = 5 * 24 * 3_600_000;
    vi.useFakeTimers({ now: Number(last?.at) + fiveDays - 1, toFake: ["Date"] });
    try {
      expect(idsOf(await send())).toEqual([revisions[0]]);
    } finally {
      vi.useRealTimers();
    }
    expect(await readJob()).toMatchObject({ position: revisions[1], attempts: 1 });
    const { metrics } = await import("../../lib/server/metrics");
    expect(await metrics().register.metrics()).toContain(
      `tracker_webhooks_total{host="${new URL(address).host}",outcome="given-up"} 2`,
    );
    receiver.answer(204);
    await makeDue();
    expect(idsOf(await send())).toEqual([revision]);
  });

  test("end where the receiver wants no more of them, until the next revision", async () => {
    await record();
    const { revision } = await record();
    receiver.answer(410);
    expect(await send()).toHaveLength(1);
    expect(await readJob()).toMatchObject({ position: revision });
  });
});
