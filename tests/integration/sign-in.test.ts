import { describe, expect, test } from "vitest";
import { SESSION_COOKIES } from "../../lib/contract/sign-in";
import {
  askAuth,
  headersFrom,
  newAddress,
  newPerson,
  readCookie,
  SET_UP,
  signInAs,
  trySignIn,
} from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

const database = testDatabase("empty");

const readCode = async (answer: Response) => [answer.status, (await answer.json()).code];

async function getUser(cookie: string): Promise<string | null> {
  const { getPerson } = await import("../../lib/server/session");
  return (await getPerson(headersFrom({ cookie })))?.name ?? null;
}

describe("the session", () => {
  test("has a cookie with the name that pages look for and that scripts cannot read", async () => {
    const { email, password } = await newPerson("analyst");
    const answer = await trySignIn(email, password);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(SESSION_COOKIES).toContain(cookie.split("=")[0]);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    // Over plain HTTP, nobody could sign in with a secure cookie.
    expect(cookie).not.toContain("Secure");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("of a changed cookie does not exist", async () => {
    const cookie = await signInAs(await newPerson("admin"));
    expect(await getUser(cookie.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBeNull();
    expect(await getUser("")).toBeNull();
  });

  test.each([
    ["2001:db8::7", "2001:db8::7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
  ])("from %s is listed with the whole address", async (from, address) => {
    const analyst = await newPerson("analyst");
    const answer = await trySignIn(analyst.email, analyst.password, { address: from });
    const { listOwnSessions } = await import("../../lib/server/session");
    const headers = headersFrom({ cookie: readCookie(answer) });
    expect(await listOwnSessions(headers)).toMatchObject([{ address, here: true }]);
  });

  test("can be requested without a limit", async () => {
    const address = newAddress();
    const cookie = await signInAs(await newPerson("analyst"));
    for (let i = 0; i < 121; i++) {
      expect((await askAuth("/get-session", undefined, { cookie, address })).status).toBe(200);
    }
  });

  test("ends when it expires", async () => {
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    expect(await getUser(cookie)).toBe(analyst.name);
    await sql(
      database.url,
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = '${analyst.id}'`,
    );
    expect(await getUser(cookie)).toBeNull();
  });

  test("ends with signing out", async () => {
    const cookie = await signInAs(await newPerson("analyst"));
    expect((await askAuth("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await getUser(cookie)).toBeNull();
  });

  test("a password change needs the old password and ends the other sessions", async () => {
    const analyst = await newPerson("analyst");
    const here = await signInAs(analyst);
    const there = await signInAs(analyst);
    const change = (currentPassword: string, newPassword: string) =>
      askAuth(
        "/change-password",
        { currentPassword, newPassword, revokeOtherSessions: true },
        { cookie: here },
      );
    expect(await readCode(await change("not the password", "another password"))).toEqual([
      400,
      "INVALID_PASSWORD",
    ]);
    expect(await readCode(await change(analyst.password, "short"))).toEqual([
      400,
      "PASSWORD_TOO_SHORT",
    ]);
    expect(await getUser(there)).toBe(analyst.name);

    const changed = await change(analyst.password, "another password");
    expect(changed.status).toBe(200);
    expect(await getUser(there)).toBeNull();
    expect(await getUser(readCookie(changed))).toBe(analyst.name);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(401);
    expect((await trySignIn(analyst.email, "another password")).status).toBe(200);
  });
});

describe("the sign-in", () => {
  test.each(["/sign-up/email", "/forget-password", "/delete-user", "/update-user", "/ok", ""])(
    "does not have the path %s",
    async (path) => {
      const cookie = await signInAs(await newPerson("admin"));
      expect((await askAuth(path, {}, { cookie })).status).toBe(404);
      expect((await askAuth(path, undefined, { cookie })).status).toBe(404);
    },
  );

  test("only accepts POST requests from our own pages", async () => {
    const { email, password } = await newPerson("analyst");
    expect((await askAuth("/sign-in/email")).status).toBe(404);
    const foreign = await trySignIn(email, password, { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    expect(readCookie(foreign)).toBe("");
  });

  test("rejects an e-mail address that the database cannot store", async () => {
    for (const email of ["a\u0000@example.org", "\ud800@example.org"]) {
      expect(await readCode(await trySignIn(email, "a wrong password"))).toEqual([
        400,
        "INVALID_EMAIL",
      ]);
    }
  });

  test("rejects a body of more than 64 KiB", async () => {
    const answer = await trySignIn("somebody@example.org", "x".repeat(65 * 1024));
    expect(answer.status).toBe(413);
  });

  test("does not show whether an account exists", async () => {
    const { email } = await newPerson("analyst");
    const [known, unknown] = [
      await trySignIn(email, "a wrong password"),
      await trySignIn("nobody@example.org", "a wrong password"),
    ];
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await known.json()).toEqual(await unknown.json());
  });

  test("does not show that an account is deactivated, and blocks it like others", async () => {
    const analyst = await newPerson("analyst");
    const { deactivatePerson } = await import("../../lib/server/people");
    await newPerson("admin");
    await deactivatePerson(analyst.id, SET_UP);
    const closed = await trySignIn(analyst.email, analyst.password);
    const unknown = await trySignIn("nobody@example.org", analyst.password);
    expect([closed.status, await closed.json()]).toEqual([401, await unknown.json()]);
    expect(readCookie(closed)).toBe("");
    for (let i = 1; i < 10; i++) await trySignIn(analyst.email, "a wrong password");
    expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(429);
    const entries = await sql(
      database.url,
      `SELECT action, sum(count)::int AS times FROM audit_failure
       WHERE subject = '${analyst.email}' AND action LIKE 'sign-in%' GROUP BY 1 ORDER BY 1`,
    );
    expect(entries).toEqual([
      { action: "sign-in-blocked", times: 1 },
      { action: "sign-in-failed", times: 10 },
    ]);
  });
});

describe("limits", () => {
  test("an account is blocked after 10 wrong passwords from any address", async () => {
    const analyst = await newPerson("analyst");
    for (let i = 0; i < 10; i++) {
      expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(401);
    }
    const blocked = await trySignIn(analyst.email.toUpperCase(), analyst.password);
    expect(blocked.status).toBe(429);
    expect(await blocked.json()).toMatchObject({
      code: "ACCOUNT_RESTS",
      message: expect.stringContaining("15 minutes"),
    });

    await sql(
      database.url,
      "UPDATE sign_in_failure SET last_at = last_at - interval '14 minutes 30 seconds'",
    );
    expect((await (await trySignIn(analyst.email, analyst.password)).json()).message).toContain(
      "1 minute.",
    );
    await sql(database.url, "UPDATE sign_in_failure SET last_at = last_at - interval '1 minute'");
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
    // A successful sign-in resets the count.
    expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(401);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });

  test("concurrent wrong passwords are all counted", async () => {
    const analyst = await newPerson("analyst");
    await Promise.all(
      Array.from({ length: 12 }, () => trySignIn(analyst.email, "a wrong password")),
    );
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(429);
  });

  test("an address has 20 attempts per minute for all accounts; other addresses are not affected", async () => {
    const address = newAddress();
    for (let i = 0; i < 20; i++) {
      const email = `nobody-${i}@example.org`;
      expect((await trySignIn(email, "a wrong password", { address })).status).toBe(401);
    }
    const analyst = await newPerson("analyst");
    const tooMany = await trySignIn(analyst.email, analyst.password, { address });
    expect(tooMany.status).toBe(429);
    expect(Number(tooMany.headers.get("x-retry-after"))).toBeGreaterThan(0);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });
});
