import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { get, getJson } from "../support/api";
import { newClaim } from "../support/new-claim";
import { replaceLastRevision } from "../support/replace-last-revision";
import { sql } from "../support/sql";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";
import { startWebhookReceiver } from "../support/webhook-receiver";

const database = testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

let proxy: TcpProxy;
beforeAll(async () => {
  proxy = await startTcpProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
  await proxy.close();
});

const store = async () => (await import("../../lib/server/registry/store")).registryStore();

async function latest() {
  const { registryAt } = await import("../../lib/server/registry/registry-at");
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(JSON.stringify(answer.problem));
  return answer.view;
}

describe("after a failover that lost a write", () => {
  test("the same number with another identity is noticed within 10 s, and everything is read again", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    await writeLedger({ ...BY, claims: [newClaim({ field: "jobs", value: 111 })] });
    const before = await latest();
    const permalink = `zones?asOf=2026-11-20&knownOn=${before.registry.knownOn}`;
    expect(before.registry.knownOn).toBe(
      `r${before.latestRevision}-${before.latestIdentity.slice(0, 8)}`,
    );
    expect((await get(permalink)).status).toBe(200);
    const told: (readonly string[] | null)[] = [];
    (await store()).follow({ revision: (_, zones) => told.push(zones), listening: () => {} });

    await replaceLastRevision(database.adminUrl, before.latestRevision, 222);

    await expect
      .poll(async () => (await latest()).latestIdentity, { timeout: 10_000 })
      .not.toBe(before.latestIdentity);
    const after = await latest();
    expect(after.latestRevision).toBe(before.latestRevision);
    const jobs = (slug: string) =>
      after.registry.zones.find((zone) => zone.slug === slug)?.values.jobs;
    expect(jobs("hattar-sez")).toBe(222);
    expect(jobs("rashakai-sez")).not.toBe(111);
    expect(told).toContain(null);

    // The number is taken by another revision, and a permanent link does not show that one.
    const answer = await get(permalink);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      param: "knownOn",
      detail: expect.stringContaining("This revision no longer exists in this database."),
    });
    const { meta } = await getJson<{ meta: { knownOn: string } }>(
      `zones?knownOn=r${after.latestRevision}`,
    );
    expect(meta.knownOn).toBe(after.registry.knownOn);
    expect((await get(`zones?knownOn=${meta.knownOn}`)).status).toBe(200);
    const file = await get(`zones.csv?asOf=2026-11-20&knownOn=r${after.latestRevision}`);
    expect(file.headers.get("link")).toContain(`knownOn=${after.registry.knownOn}>; rel="cite-as"`);
  });

  test("no webhook tells of a revision that was lost, and one tells of the revision in its place", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const { webhookJobs } = await import("../../lib/server/webhooks/webhooks");
    const { runDueJobs } = await import("../../lib/server/queue/queue");
    const receiver = await startWebhookReceiver();
    try {
      const jobs = webhookJobs([receiver.url]);
      const sendDue = async () => {
        await jobs.prepare();
        await runDueJobs(jobs);
      };
      await sendDue();
      await writeLedger({ ...BY, claims: [newClaim({ field: "jobs", value: 333 })] });
      const lost = await latest();
      await replaceLastRevision(database.adminUrl, lost.latestRevision, 444);
      // What is in memory still has the lost revision.
      await sendDue();
      expect(receiver.received).toEqual([]);
      await expect
        .poll(async () => (await latest()).latestIdentity, { timeout: 10_000 })
        .not.toBe(lost.latestIdentity);
      await sql(database.url, "UPDATE job SET attempt_at = now() WHERE due_at <= now()");
      await sendDue();
      const [{ data }] = receiver.received.map(({ body }) => JSON.parse(body));
      expect(data.identity).toBe((await latest()).latestIdentity);
      expect(data.changes).toMatchObject([{ zone: "hattar-sez", after: 444 }]);
    } finally {
      await receiver.stop();
    }
  });

  test("identities are chained: a changed past gives another last identity", async () => {
    const rows = await sql(
      database.url,
      `SELECT id, identity = revision_hash(lag(identity) OVER (ORDER BY id), id, random_id, author, purpose) AS chained
       FROM revision ORDER BY id`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ chained }) => chained === true)).toBe(true);
    await expect(
      sql(
        database.url,
        `INSERT INTO revision (id, recorded_at, author, purpose, identity) VALUES (999, now(), 'a', 'b', '${"0".repeat(64)}')`,
      ),
    ).rejects.toThrow("does not continue");
  });
});

describe("a database that freezes", () => {
  test("is away within 10 s, reads go on, and what it recorded meanwhile shows within 10 s of its return", async () => {
    const before = await latest();
    await expect.poll(async () => (await store()).listening, { timeout: 10_000 }).toBe(true);
    proxy.freeze();
    await expect.poll(async () => (await store()).listening, { timeout: 10_000 }).toBe(false);
    expect((await latest()).rows).toEqual(before.rows);
    await sql(
      database.url,
      `INSERT INTO revision (id, recorded_at, author, purpose) VALUES (${before.latestRevision + 1}, now(), 'elsewhere', 'a test')`,
    );
    proxy.thaw();
    await expect
      .poll(async () => (await latest()).latestRevision, { timeout: 10_000 })
      .toBe(before.latestRevision + 1);
    expect((await store()).listening).toBe(true);
    expect((await store()).staleSeconds).toBeLessThan(10);
  });
});
