import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  askAuth,
  headersFrom,
  newPerson,
  readCookie,
  SET_UP,
  signInAs,
  type TestPerson,
  trySignIn,
} from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { readTotp } from "../support/totp";
import { getUser } from "../support/user";

process.env.ADMIN_TWO_FACTOR = "true";

const database = testDatabase("empty");

// Each code works once, so the clock moves from code to code.
beforeAll(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => vi.useRealTimers());

/** A code of the app that was not used. */
function nextCode(address: string): string {
  vi.setSystemTime(Date.now() + 30_000);
  return readTotp(address);
}

/** Begins a sign-in. @returns what sends a code for it */
async function beginSignIn({ email, password }: TestPerson) {
  const cookie = readCookie(await trySignIn(email, password));
  return (code: string) => askAuth("/two-factor/verify-totp", { code }, { cookie });
}

/** Turns on two-step sign-in. */
async function turnOn(person: TestPerson) {
  const cookie = await signInAs(person);
  const started = await askAuth("/two-factor/enable", { password: person.password }, { cookie });
  expect(started.status).toBe(200);
  const { totpURI, backupCodes }: { totpURI: string; backupCodes: string[] } = await started.json();
  const code = readTotp(totpURI);
  const confirmed = await askAuth("/two-factor/verify-totp", { code }, { cookie });
  expect(confirmed.status).toBe(200);
  return { address: totpURI, backupCodes, cookie: readCookie(confirmed) };
}

/** A code that is wrong now. */
const wrongCode = (address: string) =>
  String((Number(readTotp(address)) + 500_000) % 1e6).padStart(6, "0");

const listActions = async ({ email }: TestPerson) =>
  (
    await sql(database.url, `SELECT action FROM audit_entry WHERE subject = '${email}' ORDER BY id`)
  ).map(({ action }) => action);

describe("two-step sign-in", () => {
  test("begins with the first code of the app, and not before", async () => {
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    const enable = (password: string) => askAuth("/two-factor/enable", { password }, { cookie });
    expect((await enable("a wrong password")).status).toBe(400);
    const { totpURI } = await (await enable(analyst.password)).json();
    expect(await getUser(await signInAs(analyst))).toBe(analyst.name);
    const confirm = (code: string) => askAuth("/two-factor/verify-totp", { code }, { cookie });
    expect((await confirm(wrongCode(totpURI))).status).toBe(401);
    expect(await getUser(await signInAs(analyst))).toBe(analyst.name);
    expect((await confirm(readTotp(totpURI))).status).toBe(200);
    expect(await getUser(await signInAs(analyst))).toBeNull();
  });

  test("gives no session for the password alone, and one for the code", async () => {
    const analyst = await newPerson("analyst");
    const { address } = await turnOn(analyst);
    const first = await trySignIn(analyst.email, analyst.password);
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
    const pending = readCookie(first);
    expect(await getUser(pending)).toBeNull();
    const verify = (code: string) =>
      askAuth("/two-factor/verify-totp", { code }, { cookie: pending });
    expect((await verify(wrongCode(address))).status).toBe(401);
    const second = await verify(nextCode(address));
    expect(second.status).toBe(200);
    expect(await second.json()).not.toHaveProperty("token");
    expect(await getUser(readCookie(second))).toBe(analyst.name);
    // The same sign-in begins no second session.
    expect((await verify(nextCode(address))).status).toBe(401);
    expect(await listActions(analyst)).toEqual([
      "person-added",
      "signed-in",
      "two-factor-on",
      "signed-in",
    ]);
    expect(
      await sql(
        database.url,
        `SELECT action FROM audit_failure WHERE subject = '${analyst.email}' OR subject = '${analyst.id}'`,
      ),
    ).toContainEqual({ action: "sign-in-failed" });
  });

  test("accepts each code of the app once, also of requests at the same time", async () => {
    const analyst = await newPerson("analyst");
    const { address } = await turnOn(analyst);
    // The code that turned it on begins no session, and a refused one counts like a wrong one.
    const verify = await beginSignIn(analyst);
    expect((await verify(readTotp(address))).status).toBe(401);
    const before = readTotp(address, Date.now() + 30_000);
    const code = readTotp(address, Date.now() + 60_000);
    vi.setSystemTime(Date.now() + 60_000);
    const signIns = await Promise.all([1, 2, 3, 4].map(() => beginSignIn(analyst)));
    const answers = await Promise.all(signIns.map((send) => send(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    // A code of an earlier step does not work after it either.
    expect((await (await beginSignIn(analyst))(before)).status).toBe(401);
    expect((await (await beginSignIn(analyst))(nextCode(address))).status).toBe(200);
  });

  test("ends the other sessions when it is turned on or off and when its recovery codes change", async () => {
    const analyst = await newPerson("analyst");
    const { password } = analyst;
    const before = await signInAs(analyst);
    const { address, cookie } = await turnOn(analyst);
    const signInElsewhere = async () =>
      readCookie(await (await beginSignIn(analyst))(nextCode(address)));
    expect([await getUser(before), await getUser(cookie)]).toEqual([null, analyst.name]);

    const second = await signInElsewhere();
    expect(await getUser(second)).toBe(analyst.name);
    await askAuth("/two-factor/generate-backup-codes", { password }, { cookie });
    expect([await getUser(second), await getUser(cookie)]).toEqual([null, analyst.name]);

    const third = await signInElsewhere();
    const body = { password, code: nextCode(address) };
    const off = await askAuth("/two-factor/disable", body, { cookie });
    expect([await getUser(third), await getUser(readCookie(off))]).toEqual([null, analyst.name]);
  });

  test("accepts each recovery code once", async () => {
    const analyst = await newPerson("analyst");
    const { backupCodes } = await turnOn(analyst);
    expect(backupCodes).toHaveLength(10);
    const enter = async () => {
      const cookie = readCookie(await trySignIn(analyst.email, analyst.password));
      const body = { code: backupCodes[0] };
      return askAuth("/two-factor/verify-backup-code", body, { cookie });
    };
    const used = await enter();
    expect(used.status).toBe(200);
    expect(await getUser(readCookie(used))).toBe(analyst.name);
    expect((await enter()).status).toBe(401);
    const kept = JSON.stringify(await sql(database.url, "SELECT * FROM two_factor"));
    for (const code of backupCodes) expect(kept).not.toContain(code);
  });

  test("has no options that leave out a code or the session", async () => {
    const analyst = await newPerson("analyst");
    const { address, backupCodes } = await turnOn(analyst);
    const cookie = readCookie(await trySignIn(analyst.email, analyst.password));
    for (const option of [{ trustDevice: true }, { disableSession: true }]) {
      const bodies = [
        ["totp", { code: nextCode(address), ...option }],
        ["backup-code", { code: backupCodes[0], ...option }],
      ] as const;
      for (const [kind, body] of bodies) {
        const answer = await askAuth(`/two-factor/verify-${kind}`, body, { cookie });
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ code: "INVALID_BODY" });
      }
    }
    const body = { code: backupCodes[0] };
    expect((await askAuth("/two-factor/verify-backup-code", body, { cookie })).status).toBe(200);
  });

  test("has 5 codes for a sign-in", async () => {
    const analyst = await newPerson("analyst");
    const { address } = await turnOn(analyst);
    const cookie = readCookie(await trySignIn(analyst.email, analyst.password));
    const verify = (code: string) => askAuth("/two-factor/verify-totp", { code }, { cookie });
    for (let i = 0; i < 5; i++) expect((await verify(wrongCode(address))).status).toBe(401);
    expect((await verify(readTotp(address))).status).toBe(400);
  });

  test("is turned off with the password and a code, or by a link for a new password", async () => {
    const analyst = await newPerson("analyst");
    const { cookie, address, backupCodes } = await turnOn(analyst);
    // A code that turns nothing on is no entry of the audit.
    const again = await askAuth("/two-factor/verify-totp", { code: nextCode(address) }, { cookie });
    expect(again.status).toBe(200);
    expect(await listActions(analyst)).toEqual(["person-added", "signed-in", "two-factor-on"]);
    const disable = (password: string, code?: string, from = cookie) =>
      askAuth("/two-factor/disable", { password, code }, { cookie: from });
    const code = nextCode(address);
    expect((await disable("a wrong password", code)).status).toBe(400);
    for (const bad of [undefined, "", wrongCode(address)]) {
      expect((await disable(analyst.password, bad)).status).toBe(401);
    }
    // The wrong password did not use up the code.
    expect((await disable(analyst.password, code)).status).toBe(200);
    expect(await getUser(await signInAs(analyst))).toBe(analyst.name);

    const second = await turnOn(analyst);
    expect((await disable(analyst.password, backupCodes[0], second.cookie)).status).toBe(401);
    const recovery = second.backupCodes[0];
    expect((await disable(analyst.password, recovery, second.cookie)).status).toBe(200);

    await turnOn(analyst);
    const { makePasswordLink } = await import("../../lib/server/accounts/people");
    const { acceptAccountLink } = await import("../../lib/server/accounts/account-links");
    const made = await makePasswordLink(analyst.id, SET_UP);
    const token = made.ok ? (made.value.split("token=")[1] ?? "") : "";
    const password = "some words that I thought of";
    expect(await acceptAccountLink(token, password, null)).toMatchObject({ ok: true });
    expect(await getUser(await signInAs({ ...analyst, password }))).toBe(analyst.name);
  });

  test("is demanded of admins by the settings", async () => {
    const { authoriseChange } = await import("../../lib/server/accounts/session");
    const access = (cookie: string) => authoriseChange(headersFrom({ cookie }), "record");
    const [admin, reviewer] = [await newPerson("admin"), await newPerson("reviewer")];
    expect(await access(await signInAs(admin))).toMatchObject({ forbidden: "two-factor" });
    expect(await access(await signInAs(reviewer))).toHaveProperty("actor");
    const { cookie } = await turnOn(admin);
    expect(await access(cookie)).toHaveProperty("actor");
  });
});
