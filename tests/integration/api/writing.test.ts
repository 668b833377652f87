import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET, POST as postClaims } from "../../../app/api/v1/claims/route";
import { POST as postDecisions } from "../../../app/api/v1/decisions/route";
import { LOCKS } from "../../../lib/server/database/db";
import { newClaim } from "../../support/new-claim";
import { type From, headersFrom, newPerson, signInAs } from "../../support/people";
import { testDatabase } from "../../support/test-database";

const database = testDatabase("seeded");

let analyst: From;
let reader: From;

beforeAll(async () => {
  analyst = { cookie: await signInAs(await newPerson("analyst")) };
  reader = { cookie: await signInAs(await newPerson("reader")) };
});

/** Posts a body. @returns the status and the answer */
async function send(post: typeof postClaims, body: unknown, from: From = analyst) {
  const headers = headersFrom(from);
  headers.set("content-type", "application/json");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request("http://localhost:3000/api/v1", {
    method: "POST",
    headers,
    body: text,
  });
  const response = await post(request, { params: Promise.resolve({}) });
  return { status: response.status, ...(await response.json()) };
}

/** The statements that some work sends to the database. */
async function listStatements(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return spy.mock.calls.map(([sent]) =>
      typeof sent === "string" ? sent : String((sent as { readonly text?: string }).text),
    );
  } finally {
    spy.mockRestore();
  }
}

describe("a write", () => {
  const record = () =>
    send(postClaims, { claims: [newClaim({ zone: "hub-sez", field: "jobs", value: 60 })] });

  test("takes at most 5 statements with its session", async () => {
    await record();
    // The first load of the ledger goes on for a while.
    while ((await listStatements(() => sleep(300))).some((one) => one.includes("ledger")));
    // The process asks the database for news meanwhile, and sets up new connections, but not during each of 5.
    let fewest = await listStatements(record);
    for (let i = 0; i < 4; i++) {
      const statements = await listStatements(record);
      if (statements.length < fewest.length) fewest = statements;
    }
    expect(fewest.length, fewest.join("\n")).toBeLessThanOrEqual(5);
  });

  test("shares a transaction with others that wait for the lock", async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query("SELECT pg_advisory_lock($1)", [LOCKS.ledger]);
    const statements = await listStatements(async () => {
      const recorded = Promise.all(Array.from({ length: 8 }, record));
      // The first one waits for the lock, and the others for the first one.
      await sleep(2_000);
      await holder.query("SELECT pg_advisory_unlock($1)", [LOCKS.ledger]);
      for (const { status } of await recorded) expect(status).toBe(201);
    });
    await holder.end();
    const locks = statements.filter((statement) => statement.includes("pg_advisory_xact_lock"));
    expect(locks.length).toBeLessThanOrEqual(2);
  });

  const claim = newClaim({ zone: "hub-sez", field: "jobs", value: 70 });

  test("gets 401 without a session, 403 for a reader and from another site", async () => {
    const ask = (from: From) => send(postClaims, { claims: [claim] }, from);
    expect(await ask({})).toMatchObject({ status: 401, code: "signed-out" });
    expect(await ask(reader)).toMatchObject({ status: 403, code: "forbidden" });
    expect(await ask({ ...analyst, origin: "https://elsewhere.example" })).toMatchObject({
      status: 403,
      code: "foreign-origin",
    });
  });

  test("gets 201, then 200, and 409 with the id of another claim", async () => {
    expect(await send(postClaims, { claims: [claim] })).toMatchObject({ status: 201, recorded: 1 });
    expect(await send(postClaims, { claims: [claim] })).toMatchObject({ status: 200, recorded: 0 });
    expect(await send(postClaims, { claims: [{ ...claim, value: 71 }] })).toMatchObject({
      status: 409,
      code: "claim-id-reused",
      faults: [{ index: 0, part: "id" }],
    });
  });

  test("gets 409 with both claims if another value is displayed", async () => {
    const late = newClaim({ zone: "hub-sez", field: "jobs", value: 90, basedOn: null });
    expect(await send(postClaims, { claims: [late] })).toMatchObject({
      status: 409,
      code: "conflict",
      conflicts: [{ current: { id: claim.id, value: 70 }, yours: { id: late.id, value: 90 } }],
    });
  });

  test("gets 422 with the part at fault, and 400 without JSON", async () => {
    const wrong = newClaim({ zone: "hub-sez", field: "jobs", value: -1 });
    expect(await send(postClaims, { claims: [claim, wrong] })).toMatchObject({
      status: 422,
      faults: [{ index: 1, part: "value" }],
    });
    expect(await send(postClaims, { claims: [{ ...claim, confidence: "sure" }] })).toMatchObject({
      status: 422,
      param: "claims[0].confidence",
    });
    expect(await send(postClaims, "{")).toMatchObject({ status: 400, code: "invalid-json" });
  });

  test.each(["a\u0000b", "a\ud800b"])(
    "gets 422 for a text that the database cannot store: %j",
    async (text) => {
      const noted = newClaim({ zone: "hub-sez", note: text });
      const named = newClaim({ zone: "hub-sez", field: "developer", value: text });
      for (const body of [noted, named]) {
        expect(await send(postClaims, { claims: [body] })).toMatchObject({
          status: 422,
          detail: expect.stringContaining("U+0000"),
        });
      }
    },
  );

  test.each(["9007199254740993", "0.12345678901234567", "1e400", "1e-400", "3000000000"])(
    "gets 422 for a number that cannot be stored as it is: %s",
    async (written) => {
      const [before, after] = JSON.stringify({
        claims: [newClaim({ zone: "hub-sez", field: "jobs", value: 424242 })],
      }).split("424242");
      expect(await send(postClaims, `${before}${written}${after}`)).toMatchObject({ status: 422 });
    },
  );

  test("of a decision gets 422 without a reason, and 403 for another person's claim", async () => {
    const retract = { claimId: claim.id, decision: "retracted", reason: "A mistake." };
    const decide = (decision: object, from?: From) =>
      send(postDecisions, { decisions: [decision] }, from);
    expect(await decide({ ...retract, reason: " " })).toMatchObject({
      status: 422,
      faults: [{ part: "reason" }],
    });
    expect(await decide({ ...retract, claimId: randomUUID() })).toMatchObject({ status: 422 });
    const other = { cookie: await signInAs(await newPerson("analyst")) };
    expect(await decide(retract, other)).toMatchObject({ status: 403, code: "not-yours" });
    expect(await decide(retract)).toMatchObject({ status: 201, recorded: 1 });
    expect(await decide(retract)).toMatchObject({ status: 200, recorded: 0 });
  });

  test("gets 405 with another method than POST", async () => {
    const response = await GET(new Request("http://localhost:3000/api/v1/claims"));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
  });
});
