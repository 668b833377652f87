import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { GET, POST as postClaims } from "../../../app/api/v1/claims/route";
import { POST as postDecisions } from "../../../app/api/v1/decisions/route";
import { newClaim } from "../../support/new-claim";
import { type From, headersFrom, newPerson, signedIn } from "../../support/people";
import { testDatabase } from "../../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

testDatabase("seeded");

let analyst: From;
let reader: From;

beforeAll(async () => {
  analyst = { cookie: await signedIn(await newPerson("analyst")) };
  reader = { cookie: await signedIn(await newPerson("reader")) };
});

/** Sends a body to an address that is written to. @returns status and what is answered */
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

describe("a write is answered", () => {
  const claim = newClaim({ zone: "hub-sez", field: "jobs", value: 70 });

  test("401 to nobody, 403 to a reader and to another site's page", async () => {
    const ask = (from: From) => send(postClaims, { claims: [claim] }, from);
    expect(await ask({})).toMatchObject({ status: 401, code: "signed-out" });
    expect(await ask(reader)).toMatchObject({ status: 403, code: "forbidden" });
    expect(await ask({ ...analyst, origin: "https://elsewhere.example" })).toMatchObject({
      status: 403,
      code: "foreign-origin",
    });
  });

  test("201 once, then 200, and 409 where the id comes with something else", async () => {
    expect(await send(postClaims, { claims: [claim] })).toMatchObject({ status: 201, recorded: 1 });
    expect(await send(postClaims, { claims: [claim] })).toMatchObject({ status: 200, recorded: 0 });
    expect(await send(postClaims, { claims: [{ ...claim, value: 71 }] })).toMatchObject({
      status: 409,
      code: "claim-id-reused",
      faults: [{ index: 0, part: "id" }],
    });
  });

  test("409 with both claims where something else shows than the analyst saw", async () => {
    const late = newClaim({ zone: "hub-sez", field: "jobs", value: 90, basedOn: null });
    expect(await send(postClaims, { claims: [late] })).toMatchObject({
      status: 409,
      code: "conflict",
      conflicts: [{ current: { id: claim.id, value: 70 }, yours: { id: late.id, value: 90 } }],
    });
  });

  test("422 with the claim and its part, 400 for what is no JSON", async () => {
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

  test.each(["a\u0000b", "a\ud800b"])("422 for a text that nothing can keep: %j", async (text) => {
    const noted = newClaim({ zone: "hub-sez", note: text });
    const named = newClaim({ zone: "hub-sez", field: "developer", value: text });
    for (const body of [noted, named]) {
      expect(await send(postClaims, { claims: [body] })).toMatchObject({
        status: 422,
        detail: expect.stringContaining("U+0000"),
      });
    }
  });

  test("a judgement the same way: 422 without its reason, 403 of what is not one's own", async () => {
    const retract = { claimId: claim.id, decision: "retracted", reason: "A mistake." };
    const decide = (decision: object, from?: From) =>
      send(postDecisions, { decisions: [decision] }, from);
    expect(await decide({ ...retract, reason: " " })).toMatchObject({
      status: 422,
      faults: [{ part: "reason" }],
    });
    expect(await decide({ ...retract, claimId: randomUUID() })).toMatchObject({ status: 422 });
    const other = { cookie: await signedIn(await newPerson("analyst")) };
    expect(await decide(retract, other)).toMatchObject({ status: 403, code: "not-yours" });
    expect(await decide(retract)).toMatchObject({ status: 201, recorded: 1 });
    expect(await decide(retract)).toMatchObject({ status: 200, recorded: 0 });
  });

  test("405 with what to do where it is not sent with POST", async () => {
    const response = GET(new Request("http://localhost:3000/api/v1/claims"));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
  });
});
