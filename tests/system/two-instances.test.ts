import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewClaim } from "../../lib/server/ledger-types";
import { type AppServer, startAppServer } from "../support/app-server";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { openStreams } from "../support/open-streams";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const AUTH_SECRET = "a secret of the tests, of more than 32 characters";
/** Behind one address, as a load balancer gives it. */
const ORIGIN = "http://tracker.example.org";
const ZONE = "/api/v1/zones/rashakai-sez";
const SOON = { timeout: 10_000, interval: 20 };

process.env.AUTH_SECRET = AUTH_SECRET;
const database = testDatabase("seeded");

let servers: AppServer[] = [];
let one: HttpSession;
let other: HttpSession;

beforeAll(async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN, LOG_LEVEL: "error" };
  servers = await Promise.all([startAppServer(env), startAppServer(env)]);
  const [first, second] = servers.map(({ address }) => ({ address, origin: ORIGIN }));
  if (!first || !second) throw new Error("There are not two servers.");
  // Signed in through one of them only.
  const cookie = await signInOver(first, await newPerson("analyst"));
  one = { ...first, cookie };
  other = { ...second, cookie };
});

afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
});

const record = (session: HttpSession, ...claims: NewClaim[]) =>
  send(session, "POST", "/api/v1/claims", JSON.stringify({ claims }));

async function read(session: HttpSession, path: string) {
  const answer = await send(session, "GET", path);
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The value and the claim that an instance shows for a field of the zone. */
async function shown(session: HttpSession, field: string, query = "") {
  const { data } = await read(session, `${ZONE}${query}`);
  return data.fields[field];
}

test("a session of one is a session at the other", async () => {
  const answer = await record(other, newClaim({ field: "jobs", value: 11 }));
  expect(answer.status).toBe(201);
});

test("a write through one is on the other's stream, and in its answers, within a second", async () => {
  const streams = await openStreams(other.address, 3);
  for (let value = 20; value < 25; value++) {
    const answer = await record(one, newClaim({ field: "jobs", value }));
    const { version } = await answer.json();
    const began = performance.now();
    await expect
      .poll(async () => (await shown(other, "jobs")).value, { timeout: 1000, interval: 10 })
      .toBe(value);
    await expect
      .poll(() => Math.min(...streams.versions()), { timeout: 1000, interval: 10 })
      .toBe(version);
    expect(performance.now() - began).toBeLessThan(1000);
  }
  streams.leave();
});

test("minVersion waits until the other knows the write", async () => {
  for (let value = 30; value < 40; value++) {
    const { version } = await (await record(one, newClaim({ field: "jobs", value }))).json();
    const { value: seen } = await shown(other, "jobs", `?minVersion=${version}`);
    expect(seen).toBe(value);
  }
});

test("of two who write over the same value through different instances, one is told of the other", async () => {
  const { claimId: basedOn } = await shown(one, "jobs");
  const mine = newClaim({ field: "jobs", value: 51, basedOn });
  const yours = newClaim({ field: "jobs", value: 52, basedOn });
  const answers = await Promise.all([record(one, mine), record(other, yours)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [won, lost] = answers[0]?.status === 201 ? [mine, yours] : [yours, mine];
  const refusal = await answers.find(({ status }) => status === 409)?.json();
  expect(refusal).toMatchObject({
    code: "conflict",
    conflicts: [
      {
        index: 0,
        current: { id: won.id, value: won.value },
        yours: { id: lost.id, value: lost.value },
      },
    ],
  });
  const again = await record(other, { ...lost, basedOn: won.id });
  expect(again.status).toBe(201);
  // The other instance hears of it within a second.
  await expect
    .poll(async () => (await shown(one, "jobs")).value, { timeout: 5_000 })
    .toBe(lost.value);
});

test("what one has recorded the other does not record again", async () => {
  const claim = newClaim({ field: "jobs", value: 61 });
  const answers = await Promise.all([record(one, claim), record(other, claim), record(one, claim)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  const rows = await sql(database.url, `SELECT 1 FROM decision WHERE claim_id = '${claim.id}'`);
  expect(rows).toHaveLength(1);
});

test("a lost connection for notices is made up for", async () => {
  const streams = await openStreams(other.address, 1);
  await sql(
    database.adminUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'cpec-sez-tracker listen' AND datname = current_database()`,
  );
  const { version } = await (await record(one, newClaim({ field: "jobs", value: 71 }))).json();
  await expect.poll(() => streams.versions()[0], SOON).toBe(version);
  expect((await shown(other, "jobs")).value).toBe(71);
  streams.leave();
});

test("a session that is ended at one is ended at the other", async () => {
  expect((await send(one, "POST", "/api/auth/sign-out", "{}")).status).toBe(200);
  expect((await record(other, newClaim({ field: "jobs", value: 81 }))).status).toBe(401);
});
