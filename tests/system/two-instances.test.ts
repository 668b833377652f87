import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewClaim } from "../../lib/server/ledger/types";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newClaim } from "../support/new-claim";
import { openStreams } from "../support/open-streams";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

/** The address of a load balancer in front of both instances. */
const ORIGIN = "http://tracker.example.org";
const ZONE = "/api/v1/zones/rashakai-sez";
const SOON = { timeout: 10_000, interval: 20 };

const database = testDatabase("seeded");

let servers: AppServer[] = [];
let first: HttpSession;
let second: HttpSession;

beforeAll(async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN, LOG_LEVEL: "error" };
  servers = await Promise.all([startAppServer(env), startAppServer(env)]);
  const [one, other] = servers.map(({ address }) => ({ address, origin: ORIGIN }));
  if (!one || !other) throw new Error("Two servers should be running.");
  // The sign-in uses only one instance.
  const cookie = await signInOver(one, await newPerson("analyst"));
  first = { ...one, cookie };
  second = { ...other, cookie };
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

/** The value and claim that an instance shows for a field of the zone. */
async function readField(session: HttpSession, field: string, query = "") {
  const { data } = await read(session, `${ZONE}${query}`);
  return data.fields[field];
}

test("a session of one instance is valid on the other", async () => {
  const answer = await record(second, newClaim({ field: "jobs", value: 11 }));
  expect(answer.status).toBe(201);
});

test("a write through one instance reaches the other's answers and stream", async () => {
  const streams = await openStreams(second.address, 3);
  for (let value = 20; value < 25; value++) {
    const answer = await record(first, newClaim({ field: "jobs", value }));
    const { version } = await answer.json();
    await expect.poll(async () => (await readField(second, "jobs")).value).toBe(value);
    await expect.poll(() => Math.min(...streams.versions())).toBe(version);
  }
  streams.close();
});

test("a read that names a revision has the write of the other instance", async () => {
  for (let value = 30; value < 40; value++) {
    const { version } = await (await record(first, newClaim({ field: "jobs", value }))).json();
    const { value: seen } = await readField(second, "jobs", `?knownOn=r${version}`);
    expect(seen).toBe(value);
  }
});

test("of two concurrent changes to one value through different instances, the later gets a conflict", async () => {
  const { claimId: basedOn } = await readField(first, "jobs");
  const mine = newClaim({ field: "jobs", value: 51, basedOn });
  const yours = newClaim({ field: "jobs", value: 52, basedOn });
  const answers = await Promise.all([record(first, mine), record(second, yours)]);
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
  const again = await record(second, { ...lost, basedOn: won.id });
  expect(again.status).toBe(201);
  // The other instance is notified.
  await expect
    .poll(async () => (await readField(first, "jobs")).value, { timeout: 5_000 })
    .toBe(lost.value);
});

test("a claim sent to both instances is recorded once", async () => {
  const claim = newClaim({ field: "jobs", value: 61 });
  const answers = await Promise.all([
    record(first, claim),
    record(second, claim),
    record(first, claim),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  const rows = await sql(database.url, `SELECT 1 FROM decision WHERE claim_id = '${claim.id}'`);
  expect(rows).toHaveLength(1);
});

test("an instance that loses its notification connection catches up", async () => {
  const streams = await openStreams(second.address, 1);
  await sql(
    database.adminUrl,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'cpec-sez-tracker listen' AND datname = current_database()`,
  );
  const { version } = await (await record(first, newClaim({ field: "jobs", value: 71 }))).json();
  await expect.poll(() => streams.versions()[0], SOON).toBe(version);
  expect((await readField(second, "jobs")).value).toBe(71);
  streams.close();
});

test("signing out on one instance ends the session on the other", async () => {
  expect((await send(first, "POST", "/api/auth/sign-out", "{}")).status).toBe(200);
  expect((await record(second, newClaim({ field: "jobs", value: 81 }))).status).toBe(401);
});
