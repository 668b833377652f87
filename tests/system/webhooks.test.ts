import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver";

/** The address of a load balancer in front of both instances. */
const ORIGIN = "http://tracker.example.org";
const METRICS_TOKEN = "a token of the tests for metrics";
const SOON = { timeout: 20_000, interval: 20 };

const database = testDatabase("seeded");
let receiver: WebhookReceiver;
let servers: AppServer[] = [];
let cookie = "";

const startServer = () =>
  startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    METRICS_TOKEN,
    BASE_URL: ORIGIN,
    WEBHOOK_URLS: `${receiver.url}/a-secret-path ${receiver.url}/b`,
    WEBHOOK_SECRET: `whsec_${"A".repeat(32)}`,
  });

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  servers = await Promise.all([startServer(), startServer()]);
  const [one] = servers;
  const analyst = await newPerson("analyst");
  cookie = await signInOver({ address: one?.address ?? "", origin: ORIGIN }, analyst);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  await receiver.stop();
});

let value = 5000;
/** Records a new number of jobs of a zone on one of the servers. */
async function record(server: AppServer | undefined): Promise<void> {
  value += 1;
  const claims = [newClaim({ field: "jobs", value, asOf: "2026-11-20" })];
  const session = { address: server?.address ?? "", origin: ORIGIN, cookie };
  const answer = await send(session, "POST", "/api/v1/claims", JSON.stringify({ claims }));
  expect(answer.status).toBe(201);
}

const listSent = (path: string) =>
  receiver.received.filter((message) => message.path === `POST ${path}`).map(({ id }) => id);
const listIds = async () =>
  (await sql(database.url, "SELECT id, identity FROM revision WHERE id > 1 ORDER BY id")).map(
    ({ id, identity }) => `r${id}-${identity}`,
  );

test("two instances send each revision once to each address, in order", async () => {
  expect(receiver.received).toEqual([]);
  for (let n = 0; n < 10; n++) await record(servers[n % 2]);
  const ids = await listIds();
  expect(ids).toHaveLength(10);
  for (const path of ["/a-secret-path", "/b"]) {
    await expect.poll(() => listSent(path), SOON).toEqual(ids);
  }
  const metrics = await Promise.all(
    servers.map(async ({ address }) => {
      const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
      return (await fetch(`${address}/metrics`, { headers })).text();
    }),
  );
  const counts = metrics.map((text) => /^tracker_webhooks_total\{.*delivered"\} (\d+)/m.exec(text));
  expect(counts.reduce((sum, found) => sum + Number(found?.[1] ?? 0), 0)).toBe(20);
  expect(servers.map(({ log }) => log()).join("")).not.toContain("a-secret-path");
});

test("a message comes again with the same id, and none is lost, if the server ends suddenly while it sends", async () => {
  const before = (await listIds()).length;
  await Promise.all(servers.splice(1).map(({ stop }) => stop()));
  receiver.answer("silent");
  await record(servers[0]);
  await expect.poll(() => listSent("/b").length, SOON).toBe(before + 1);
  await servers.pop()?.kill();
  receiver.answer(204);
  // The claim of the server that ended would be over after a minute.
  await sql(database.url, "UPDATE job SET attempt_at = now() WHERE attempt_at IS NOT NULL");
  servers.push(await startServer());
  await record(servers[0]);
  const ids = await listIds();
  await expect
    .poll(() => listSent("/b").slice(before), SOON)
    .toEqual([ids[before], ids[before], ids[before + 1]]);
  // A start sends nothing of the past, and a later one nothing twice.
  expect(new Set(listSent("/b"))).toEqual(new Set(ids));
});
