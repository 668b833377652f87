import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { POST as postClaims } from "../../app/api/v1/claims/route";
import { POST as postDecisions } from "../../app/api/v1/decisions/route";
import { ACTS, type Act, may, ROLES, type Role } from "../../lib/catalogue/roles";
import { scopesAllow, TOKEN_SCOPES, type TokenScope } from "../../lib/catalogue/token-scopes";
import { addDays, pakistanDay } from "../../lib/time/day";
import { newClaim } from "../support/new-claim";
import {
  askAuth,
  headersFrom,
  newPerson,
  SET_UP,
  signInAs,
  type TestPerson,
} from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const today = pakistanDay(new Date());
let made = 0;

/** Makes a token by the action of the page. */
async function makeToken(
  owner: TestPerson,
  scopes: readonly TokenScope[] = ["record"],
  input: object = {},
) {
  const { makeOwnToken } = await import("../../app/admin/tokens/actions");
  requestHeaders = headersFrom({ cookie: await signInAs(owner) });
  made += 1;
  return makeOwnToken({
    name: `script ${made}`,
    scopes,
    lastDay: addDays(today, 30),
    ownPassword: owner.password,
    ...input,
  });
}

async function tokenOf(owner: TestPerson, scopes?: readonly TokenScope[]): Promise<string> {
  const answer = await makeToken(owner, scopes);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Posts with a token, without an origin or a cookie. */
async function send(post: typeof postClaims, body: unknown, token: string, scheme = "Bearer") {
  const headers = headersFrom({ origin: null });
  headers.set("content-type", "application/json");
  headers.set("authorization", `${scheme} ${token}`);
  const response = await post(
    new Request("http://localhost:3000/api/v1", {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  );
  const { headers: answered, status } = response;
  return { status, challenge: answered.get("www-authenticate"), ...(await response.json()) };
}

const claims = () => ({ claims: [newClaim({ zone: "hub-sez", field: "jobs", value: 70 })] });

let analyst: TestPerson;
beforeAll(async () => {
  analyst = await newPerson("analyst");
});

describe("a token", () => {
  test("is shown once, can be found by scanners and is stored as a hash", async () => {
    const token = await tokenOf(analyst);
    expect(token).toMatch(/^sezt_[\w-]{43}$/);
    const rows = await sql(database.url, "SELECT to_jsonb(t) AS row FROM access_token t");
    expect(JSON.stringify(rows)).not.toContain(token.slice(5));
    const audit = await sql(
      database.url,
      "SELECT detail, subject FROM audit_entry WHERE action = 'token-made' ORDER BY id DESC LIMIT 1",
    );
    expect(audit).toEqual([
      { subject: `script ${made}`, detail: { scopes: "record", until: addDays(today, 30) } },
    ]);
  });

  test("records without origin and cookie, and the audit names it", async () => {
    const token = await tokenOf(analyst);
    expect(await send(postClaims, claims(), token)).toMatchObject({ status: 201, recorded: 1 });
    expect(await send(postClaims, claims(), token, "bearer")).toMatchObject({ status: 201 });
    const [entry] = await sql(
      database.url,
      "SELECT actor_id, detail FROM audit_entry WHERE action = 'claims-recorded' ORDER BY id DESC LIMIT 1",
    );
    expect(entry).toMatchObject({ actor_id: analyst.id, detail: { token: `script ${made}` } });
    const [used] = await sql(
      database.url,
      `SELECT last_used_on::text AS day FROM access_token WHERE name = 'script ${made}'`,
    );
    expect(used?.day).toBe(today);
  });

  test("gets 401 if it is unknown, revoked, expired, or its owner's account is closed", async () => {
    const refused = (code: string) => ({
      status: 401,
      code,
      challenge: 'Bearer error="invalid_token"',
    });
    for (const unknown of ["", "sezt_x", "x"]) {
      expect(await send(postClaims, claims(), unknown)).toMatchObject(refused("token-invalid"));
    }
    const { revokeOwnToken } = await import("../../app/admin/tokens/actions");
    const revoked = await tokenOf(analyst);
    const [row] = await sql(
      database.url,
      `SELECT id FROM access_token WHERE name = 'script ${made}'`,
    );
    const other = await newPerson("admin");
    requestHeaders = headersFrom({ cookie: await signInAs(other) });
    expect(await revokeOwnToken(row?.id)).toMatchObject({ ok: false });
    requestHeaders = headersFrom({ cookie: await signInAs(analyst) });
    expect(await revokeOwnToken(row?.id)).toMatchObject({ ok: true });
    expect(await revokeOwnToken(row?.id)).toMatchObject({ ok: true });
    expect(await send(postClaims, claims(), revoked)).toMatchObject(refused("token-invalid"));

    const expired = await tokenOf(analyst);
    await sql(
      database.url,
      `UPDATE access_token SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day'
       WHERE name = 'script ${made}'`,
    );
    expect(await send(postClaims, claims(), expired)).toMatchObject(refused("token-expired"));

    const leaver = await newPerson("analyst");
    const theirs = await tokenOf(leaver);
    const { deactivatePerson, reactivatePerson } = await import("../../lib/server/accounts/people");
    await deactivatePerson(leaver.id, SET_UP);
    expect(await send(postClaims, claims(), theirs)).toMatchObject(refused("token-invalid"));
    await reactivatePerson(leaver.id, SET_UP);
    expect(await send(postClaims, claims(), theirs)).toMatchObject(refused("token-invalid"));
  });

  test("gets 403 for what its scopes or the present role of its owner do not allow", async () => {
    const judge = await tokenOf(analyst, ["judge"]);
    expect(await send(postClaims, claims(), judge)).toMatchObject({
      status: 403,
      code: "token-scope",
      challenge: 'Bearer error="insufficient_scope"',
    });
    const reviewer = await newPerson("reviewer");
    const token = await tokenOf(reviewer, ["record", "judge"]);
    const body = claims();
    await send(postClaims, body, token);
    const decide = (decision: string) =>
      send(
        postDecisions,
        { decisions: [{ claimId: body.claims[0]?.id, decision, reason: "A test." }] },
        token,
      );
    expect(await decide("preferred")).toMatchObject({ status: 201 });
    const { changeRole } = await import("../../lib/server/accounts/people");
    await changeRole(reviewer.id, "analyst", SET_UP);
    expect(await decide("deprecated")).toMatchObject({ status: 403, code: "not-yours" });
    // The token ends with the right to record, and does not come back with it.
    for (const role of ["reader", "reviewer"] as const) {
      await changeRole(reviewer.id, role, SET_UP);
      expect(await decide("retracted")).toMatchObject({ status: 401, code: "token-invalid" });
    }
  });

  test("follows the rules that a password must be changed first", async () => {
    const person = await newPerson("analyst");
    const token = await tokenOf(person);
    await sql(
      database.url,
      `UPDATE "user" SET must_change_password = true WHERE id = '${person.id}'`,
    );
    expect(await send(postClaims, claims(), token)).toMatchObject({
      status: 403,
      code: "password-change",
    });
  });

  test("is revoked when its owner gets a link for a new password", async () => {
    const person = await newPerson("analyst");
    const token = await tokenOf(person);
    const { makePasswordLink } = await import("../../lib/server/accounts/people");
    await makePasswordLink(person.id, SET_UP);
    expect(await send(postClaims, claims(), token)).toMatchObject({ status: 401 });
  });

  test("ends when its owner changes the password", async () => {
    const person = await newPerson("analyst");
    const token = await tokenOf(person);
    const body = { currentPassword: person.password, newPassword: "otters pack violet lanterns" };
    const changed = await askAuth("/change-password", body, { cookie: await signInAs(person) });
    expect(changed.status).toBe(200);
    expect(await send(postClaims, claims(), token)).toMatchObject({ status: 401 });
  });

  test("cannot make tokens or manage people, whatever its scopes", async () => {
    const { authoriseChange } = await import("../../lib/server/accounts/session");
    for (const role of ROLES.filter((one) => one !== "reader")) {
      const token = await tokenOf(await newPerson(role), TOKEN_SCOPES);
      const headers = headersFrom({ origin: null });
      headers.set("authorization", `Bearer ${token}`);
      for (const act of Object.keys(ACTS) as Act[]) {
        const access = await authoriseChange(headers, act);
        const allowed = scopesAllow(TOKEN_SCOPES, act) && may(role, act);
        expect("actor" in access, `${role} ${act}`).toBe(allowed);
      }
      expect(scopesAllow(TOKEN_SCOPES, "make-tokens")).toBe(false);
      expect(scopesAllow(TOKEN_SCOPES, "manage-people")).toBe(false);
    }
  });
});

describe("making a token", () => {
  test.each(["reader", "analyst", "reviewer", "admin"] as const)(
    "is allowed or forbidden to a %s by the role",
    async (role: Role) => {
      const answer = await makeToken(await newPerson(role));
      expect(answer.ok).toBe(role !== "reader");
    },
  );

  test("needs the own password, a name, a scope and a day within a year", async () => {
    const wrong = { ownPassword: "a wrong password" };
    expect(await makeToken(analyst, ["record"], wrong)).toMatchObject({
      ok: false,
      issues: [{ param: "ownPassword" }],
    });
    for (const [input, param] of [
      [{ name: " " }, "name"],
      [{ name: "a\nb" }, "name"],
      [{ scopes: [] }, "scopes"],
      [{ scopes: ["manage-people"] }, "scopes"],
      [{ lastDay: addDays(today, -1) }, "lastDay"],
      [{ lastDay: addDays(today, 366) }, "lastDay"],
      [{ lastDay: "soon" }, "lastDay"],
    ] as const) {
      const answer = await makeToken(analyst, ["record"], input);
      expect(answer, JSON.stringify(input)).toMatchObject({ ok: false, issues: [{ param }] });
    }
  });

  test("cannot be done with a token or from another site", async () => {
    const { makeOwnToken } = await import("../../app/admin/tokens/actions");
    const token = await tokenOf(analyst, TOKEN_SCOPES);
    const input = {
      name: randomUUID(),
      scopes: ["record"],
      lastDay: today,
      ownPassword: analyst.password,
    };
    requestHeaders = headersFrom({ origin: null });
    requestHeaders.set("authorization", `Bearer ${token}`);
    expect(await makeOwnToken(input)).toMatchObject({ ok: false });
    requestHeaders = headersFrom({
      cookie: await signInAs(analyst),
      origin: "https://elsewhere.example",
    });
    expect(await makeOwnToken(input)).toMatchObject({ ok: false });
  });
});

describe("the limit of writes", () => {
  test("is not used up by writes that are refused", async () => {
    const { env } = await import("../../lib/server/env");
    const token = await tokenOf(await newPerson("analyst"));
    const before = env().WRITES_PER_MINUTE;
    for (let i = 0; i <= before; i += 1) {
      expect(await send(postClaims, { claims: [] }, token)).toMatchObject({ status: 422 });
    }
    expect(await send(postClaims, claims(), token)).toMatchObject({ status: 201 });
  });

  test("counts each person and each token apart, and says when to go on", async () => {
    const { countWrite } = await import("../../lib/server/http/rate-limit");
    const { env } = await import("../../lib/server/env");
    const person = await newPerson("analyst");
    const token = await tokenOf(person, ["record", "judge"]);
    const [row] = await sql(
      database.url,
      `SELECT id FROM access_token WHERE name = 'script ${made}'`,
    );
    for (let i = 0; i < env().WRITES_PER_MINUTE; i += 1) countWrite(String(row?.id));
    const refused = await send(postClaims, claims(), token);
    expect(refused).toMatchObject({ status: 429, code: "too-many-requests" });
    const { undoOwnAct } = await import("../../app/admin/history/actions");
    requestHeaders = headersFrom({ origin: null });
    requestHeaders.set("authorization", `Bearer ${token}`);
    const undone = await undoOwnAct({ revision: 1 });
    expect(undone).toMatchObject({ message: expect.stringContaining("within a minute") });
    const other = await tokenOf(person);
    expect(await send(postClaims, claims(), other)).toMatchObject({ status: 201 });
  });
});
