import { describe, expect, test } from "vitest";
import { SESSION_COOKIES } from "../../lib/contract/session-cookie";
import {
  askAuth,
  cookieOf,
  headersFrom,
  newAddress,
  newPerson,
  SET_UP,
  signedIn,
  trySignIn,
} from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

const database = testDatabase("empty");

const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];

async function whoIs(cookie: string): Promise<string | null> {
  const { getPerson } = await import("../../lib/server/session");
  return (await getPerson(headersFrom({ cookie })))?.name ?? null;
}

describe("the session", () => {
  test("its cookie has the name that pages look for, and no script can read it", async () => {
    const { email, password } = await newPerson("analyst");
    const answer = await trySignIn(email, password);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(SESSION_COOKIES).toContain(cookie.split("=")[0]);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    // Over plain http a cookie for https alone would let nobody in.
    expect(cookie).not.toContain("Secure");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("a changed cookie is nobody's", async () => {
    const cookie = await signedIn(await newPerson("admin"));
    expect(await whoIs(cookie.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBeNull();
    expect(await whoIs("")).toBeNull();
  });

  test.each([
    ["2001:db8::7", "2001:db8::7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
  ])("from %s is shown with that address, not with its network alone", async (from, address) => {
    const analyst = await newPerson("analyst");
    const answer = await trySignIn(analyst.email, analyst.password, { address: from });
    const { ownSessions } = await import("../../lib/server/own-sessions");
    const headers = headersFrom({ cookie: cookieOf(answer) });
    expect(await ownSessions(headers)).toMatchObject([{ address, here: true }]);
  });

  test("pages ask whose it is as often as they like", async () => {
    const address = newAddress();
    const cookie = await signedIn(await newPerson("analyst"));
    for (let i = 0; i < 121; i++) {
      expect((await askAuth("/get-session", undefined, { cookie, address })).status).toBe(200);
    }
  });

  test("an old one has ended", async () => {
    const analyst = await newPerson("analyst");
    const cookie = await signedIn(analyst);
    expect(await whoIs(cookie)).toBe(analyst.name);
    await sql(
      database.url,
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = '${analyst.id}'`,
    );
    expect(await whoIs(cookie)).toBeNull();
  });

  test("signing out ends it", async () => {
    const cookie = await signedIn(await newPerson("analyst"));
    expect((await askAuth("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await whoIs(cookie)).toBeNull();
  });

  test("a new password of one's own ends the sessions elsewhere, and needs the old one", async () => {
    const analyst = await newPerson("analyst");
    const here = await signedIn(analyst);
    const there = await signedIn(analyst);
    const change = (currentPassword: string, newPassword: string) =>
      askAuth(
        "/change-password",
        { currentPassword, newPassword, revokeOtherSessions: true },
        { cookie: here },
      );
    expect(await codeOf(await change("not the password", "another password"))).toEqual([
      400,
      "INVALID_PASSWORD",
    ]);
    expect(await codeOf(await change(analyst.password, "short"))).toEqual([
      400,
      "PASSWORD_TOO_SHORT",
    ]);
    expect(await whoIs(there)).toBe(analyst.name);

    const changed = await change(analyst.password, "another password");
    expect(changed.status).toBe(200);
    expect(await whoIs(there)).toBeNull();
    expect(await whoIs(cookieOf(changed))).toBe(analyst.name);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(401);
    expect((await trySignIn(analyst.email, "another password")).status).toBe(200);
  });
});

describe("what is shut", () => {
  test.each(["/sign-up/email", "/forget-password", "/delete-user", "/update-user", "/ok", ""])(
    "%s is not there",
    async (path) => {
      const cookie = await signedIn(await newPerson("admin"));
      expect((await askAuth(path, {}, { cookie })).status).toBe(404);
      expect((await askAuth(path, undefined, { cookie })).status).toBe(404);
    },
  );

  test("signing in is a POST, from one of our own pages", async () => {
    const { email, password } = await newPerson("analyst");
    expect((await askAuth("/sign-in/email")).status).toBe(404);
    const foreign = await trySignIn(email, password, { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    expect(cookieOf(foreign)).toBe("");
  });

  test("an e-mail that nothing can keep is refused like any that is none", async () => {
    for (const email of ["a\u0000@example.org", "\ud800@example.org"]) {
      expect(await codeOf(await trySignIn(email, "a wrong password"))).toEqual([
        400,
        "INVALID_EMAIL",
      ]);
    }
  });

  test("a body of more than 64 KB is not read", async () => {
    const answer = await trySignIn("somebody@example.org", "x".repeat(65 * 1024));
    expect(answer.status).toBe(413);
  });

  test("nobody is told whether an account exists", async () => {
    const { email } = await newPerson("analyst");
    const [known, unknown] = [
      await trySignIn(email, "a wrong password"),
      await trySignIn("nobody@example.org", "a wrong password"),
    ];
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await known.json()).toEqual(await unknown.json());
  });

  test("a closed account looks like any other, and rests like any other", async () => {
    const analyst = await newPerson("analyst");
    const { closePerson } = await import("../../lib/server/people");
    await newPerson("admin");
    await closePerson(analyst.id, SET_UP);
    const closed = await trySignIn(analyst.email, analyst.password);
    const unknown = await trySignIn("nobody@example.org", analyst.password);
    expect([closed.status, await closed.json()]).toEqual([401, await unknown.json()]);
    expect(cookieOf(closed)).toBe("");
    for (let i = 1; i < 10; i++) await trySignIn(analyst.email, "a wrong password");
    expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(429);
    const entries = await sql(
      database.url,
      `SELECT action, count(*)::int AS times FROM audit_entry
       WHERE subject = '${analyst.email}' AND action LIKE 'sign-in%' GROUP BY 1 ORDER BY 1`,
    );
    expect(entries).toEqual([
      { action: "sign-in-blocked", times: 1 },
      { action: "sign-in-failed", times: 10 },
    ]);
  });
});

describe("limits", () => {
  test("an account rests after ten wrong passwords, from wherever they came", async () => {
    const analyst = await newPerson("analyst");
    for (let i = 0; i < 10; i++) {
      expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(401);
    }
    const rests = await trySignIn(analyst.email.toUpperCase(), analyst.password);
    expect(rests.status).toBe(429);
    expect(await rests.json()).toMatchObject({
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
    // Once its owner is in, the count begins anew.
    expect((await trySignIn(analyst.email, "a wrong password")).status).toBe(401);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });

  test("wrong passwords at once are all counted", async () => {
    const analyst = await newPerson("analyst");
    await Promise.all(
      Array.from({ length: 12 }, () => trySignIn(analyst.email, "a wrong password")),
    );
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(429);
  });

  test("one address tries twenty times a minute, whatever the account; others are not held up", async () => {
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
