import pLimit from "p-limit";
import { describe, expect, test } from "vitest";
import { SESSION_COOKIES } from "../../lib/contract/sign-in";
import {
  askAuth,
  type From,
  newAddress,
  newPerson,
  readCookie,
  SET_UP,
  signInAs,
  trySignIn,
} from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { getUser, personOf } from "../support/user";

const database = testDatabase("empty");

const readCode = async (answer: Response) => [answer.status, (await answer.json()).code];

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
    const changed = cookie.replace(/.(?=;|$)/g, (last) => (last === "A" ? "B" : "A"));
    expect(await getUser(changed)).toBeNull();
    expect(await getUser("")).toBeNull();
  });

  test.each([
    ["2001:db8::7", "2001:db8::7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
  ])("from %s is listed with the whole address", async (from, address) => {
    const analyst = await newPerson("analyst");
    const answer = await trySignIn(analyst.email, analyst.password, { address: from });
    const { listOwnSessions } = await import("../../lib/server/accounts/session");
    const person = await personOf(readCookie(answer));
    expect(await listOwnSessions(person)).toMatchObject([{ address, here: true }]);
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

  test("ends after 12 hours without a request, and after 30 days in any case", async () => {
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    const readHours = async () => {
      const [row] = await sql(
        database.url,
        `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours
         FROM session WHERE user_id = '${analyst.id}'`,
      );
      return row?.hours;
    };
    const age = (days: number, hours: number) =>
      sql(
        database.url,
        `UPDATE session SET created_at = now() - interval '${days} days',
           expires_at = now() + interval '${hours} hours' WHERE user_id = '${analyst.id}'`,
      );
    expect(await readHours()).toBe(12);
    await age(2, 3);
    expect(await getUser(cookie)).toBe(analyst.name);
    expect(await readHours()).toBe(12);
    await age(29.75, 3);
    expect(await getUser(cookie)).toBe(analyst.name);
    expect(await readHours()).toBe(6);
    await sql(
      database.url,
      `UPDATE session SET expires_at = expires_at - interval '6 hours' WHERE user_id = '${analyst.id}'`,
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
      askAuth("/change-password", { currentPassword, newPassword }, { cookie: here });
    expect(await readCode(await change("not the password", "another password"))).toEqual([
      400,
      "INVALID_PASSWORD",
    ]);
    expect(await readCode(await change(analyst.password, "short"))).toEqual([
      400,
      "PASSWORD_TOO_SHORT",
    ]);
    for (const bad of ["qwertyuiop123456", analyst.password]) {
      const code = await readCode(await change(analyst.password, bad));
      expect(code).toEqual([400, "PASSWORD_COMMON"]);
    }
    expect(await getUser(there)).toBe(analyst.name);

    const changed = await change(analyst.password, "another password");
    expect(changed.status).toBe(200);
    expect(await getUser(there)).toBeNull();
    expect(await getUser(here)).toBe(analyst.name);
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
    const { deactivatePerson } = await import("../../lib/server/accounts/people");
    await newPerson("admin");
    await deactivatePerson(analyst.id, SET_UP);
    const closed = await trySignIn(analyst.email, analyst.password);
    const unknown = await trySignIn("nobody@example.org", analyst.password);
    expect([closed.status, await closed.json()]).toEqual([401, await unknown.json()]);
    expect(readCookie(closed)).toBe("");
    const address = newAddress();
    for (let i = 1; i <= 5; i++) await trySignIn(analyst.email, "a wrong password", { address });
    expect((await trySignIn(analyst.email, "a wrong password", { address })).status).toBe(429);
    const entries = await sql(
      database.url,
      `SELECT action, sum(count)::int AS times FROM audit_failure
       WHERE subject = '${analyst.email}' AND action LIKE 'sign-in%' GROUP BY 1 ORDER BY 1`,
    );
    expect(entries).toEqual([
      { action: "sign-in-blocked", times: 1 },
      { action: "sign-in-failed", times: 6 },
    ]);
  });
});

describe("limits", () => {
  /** Tries wrong passwords until one must wait. @returns how many were checked */
  async function exhaust(email: string, from: From): Promise<number> {
    for (let i = 0; i < 20; i++) {
      const { status } = await trySignIn(email, "a wrong password", from);
      if (status === 429) return i;
      expect(status).toBe(401);
    }
    throw new Error("No attempt had to wait.");
  }
  const passTime = (seconds: number) =>
    sql(
      database.url,
      `UPDATE sign_in_attempt SET last_at = last_at - interval '${seconds} seconds',
         first_at = first_at - interval '${seconds} seconds'`,
    );

  test("wrong passwords at one address do not block the account elsewhere", async () => {
    const analyst = await newPerson("analyst");
    const address = newAddress();
    expect(await exhaust(analyst.email, { address })).toBe(5);
    expect((await trySignIn(analyst.email, analyst.password, { address })).status).toBe(429);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });

  test("wrong passwords at one address do not block another account there", async () => {
    const [analyst, other] = [await newPerson("analyst"), await newPerson("analyst")];
    const address = newAddress();
    await exhaust(analyst.email, { address });
    expect((await trySignIn(other.email, other.password, { address })).status).toBe(200);
  });

  test("a browser that signed in before does not wait for others at its address", async () => {
    const analyst = await newPerson("analyst");
    const address = newAddress();
    const cookie = await signInAs(analyst);
    expect(await exhaust(analyst.email, { address })).toBe(5);
    for (let i = 0; i < 20; i++) await trySignIn(`nobody-${i}@example.com`, "wrong", { address });
    const known = await trySignIn(analyst.email, analyst.password, { address, cookie });
    expect(known.status).toBe(200);
    // It has a count of its own, and is known for no other account.
    expect(await exhaust(analyst.email, { address, cookie })).toBe(5);
    const other = await newPerson("analyst");
    const unknown = await trySignIn(other.email, other.password, { address, cookie });
    expect(unknown.status).toBe(429);
  });

  test("the wait doubles, counts no attempt that waits, and ends with the right password", async () => {
    const analyst = await newPerson("analyst");
    const from = { address: newAddress() };
    await exhaust(analyst.email, from);
    const blocked = await trySignIn(analyst.email.toUpperCase(), analyst.password, from);
    const seconds = Number(blocked.headers.get("x-retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(5);
    expect(await blocked.json()).toMatchObject({
      code: "ACCOUNT_RESTS",
      message: expect.stringMatching(/\d seconds?\.$/),
    });
    await passTime(5);
    expect((await trySignIn(analyst.email, "a wrong password", from)).status).toBe(401);
    await passTime(5);
    expect((await trySignIn(analyst.email, "a wrong password", from)).status).toBe(429);
    await passTime(5);
    expect((await trySignIn(analyst.email, analyst.password, from)).status).toBe(200);
    expect(await exhaust(analyst.email, from)).toBe(5);
  });

  test("the wait is 15 minutes at most, and a day without attempts forgets them", async () => {
    const analyst = await newPerson("analyst");
    const from = { address: newAddress() };
    await sql(database.url, "DELETE FROM sign_in_attempt");
    await exhaust(analyst.email, from);
    await sql(database.url, "UPDATE sign_in_attempt SET count = 1000, last_at = now()");
    await passTime(61);
    expect((await (await trySignIn(analyst.email, "wrong", from)).json()).message).toContain(
      "14 minutes.",
    );
    await passTime(14 * 60);
    expect((await trySignIn(analyst.email, "wrong", from)).status).toBe(401);
    await passTime(24 * 3600);
    const { deleteExpired } = await import("../../lib/server/audit/audit-failures");
    const { deleteOldAttempts } = await import("../../lib/server/accounts/sign-in-attempts");
    await deleteExpired([deleteOldAttempts]);
    expect(await sql(database.url, "SELECT 1 FROM sign_in_attempt")).toEqual([]);
    expect((await trySignIn(analyst.email, "wrong", from)).status).toBe(401);
  });

  test("an attempt whose password was not checked does not count", async () => {
    const { processSingleton } = await import("../../lib/server/process-singleton");
    const analyst = await newPerson("analyst");
    const from = { address: newAddress() };
    const readCounts = () =>
      sql(database.url, "SELECT key_hash, count FROM sign_in_attempt ORDER BY 1");
    await sql(database.url, "DELETE FROM sign_in_attempt");
    /** Tries the right password while too many others wait. */
    const tryWhileBusy = async () => {
      const queue = processSingleton("passwords", () => pLimit(1));
      const gate = new EventTarget();
      const end = new Promise((resolve) => gate.addEventListener("open", resolve));
      const others = Array.from({ length: 60 }, () => queue(() => end));
      const answer = await trySignIn(analyst.email, analyst.password, from);
      gate.dispatchEvent(new Event("open"));
      await Promise.all(others);
      return readCode(answer);
    };
    expect(await tryWhileBusy()).toEqual([503, "PASSWORDS_BUSY"]);
    expect(await readCounts()).toEqual([]);
    expect(await exhaust(analyst.email, from)).toBe(5);
    const counted = await readCounts();
    // That of the account and that of the address, which also counts the one that had to wait.
    expect(counted.map(({ count }) => count).sort()).toEqual([5, 6]);
    await passTime(5);
    expect(await tryWhileBusy()).toEqual([503, "PASSWORDS_BUSY"]);
    expect(await readCounts()).toEqual(counted);
    // It has waited already.
    expect((await trySignIn(analyst.email, analyst.password, from)).status).toBe(200);
  });

  test("all addresses of a network count as one", async () => {
    const analyst = await newPerson("analyst");
    const network = "2001:db8:7:0::/64";
    expect(await exhaust(analyst.email, { address: "2001:db8:7::1", network })).toBe(5);
    const { email, password } = analyst;
    const other = await trySignIn(email, password, { address: "2001:db8:7::2", network });
    expect(other.status).toBe(429);
  });

  test("what is no sign-in is not counted", async () => {
    const { email, password } = await newPerson("analyst");
    const from = { address: newAddress() };
    const bodies: unknown[] = [
      { email: "no address", password },
      { email: { toString: 1 }, password },
      { email: [email], password },
      { email, password: 7 },
      { email, password: "x".repeat(257) },
      { email },
      [],
      "text",
    ];
    for (let round = 0; round < 3; round++) {
      for (const body of bodies) {
        const { status } = await askAuth("/sign-in/email", body, from);
        expect([400, 422]).toContain(status);
      }
    }
    expect((await trySignIn(email, password, from)).status).toBe(200);
  });

  test("of many wrong passwords at the same time no more are checked than one after the other", async () => {
    const analyst = await newPerson("analyst");
    const from = { address: newAddress() };
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => trySignIn(analyst.email, "a wrong password", from)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
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
