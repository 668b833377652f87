import { beforeAll, describe, expect, test } from "vitest";
import type { ChangeResult } from "../../lib/server/change-result";
import { readTypeScriptOutput } from "../../scripts/lib/run-command.mjs";
import { headersFrom, newPerson, SET_UP, signInAs, trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { getUser, personOf } from "../support/user";

const database = testDatabase("empty");

const people = () => import("../../lib/server/accounts/people");
const session = () => import("../../lib/server/accounts/session");

const countOpenAdmins = async () =>
  (await sql(database.url, `SELECT id FROM "user" WHERE role = 'admin' AND closed_at IS NULL`))
    .length;

describe("accounts", () => {
  test("a new person has a role and can sign in", async () => {
    const analyst = await newPerson("analyst");
    expect(await getUser(await signInAs(analyst))).toBe(analyst.name);
    const { listPeople } = await people();
    expect((await listPeople()).find(({ id }) => id === analyst.id)).toMatchObject({
      email: analyst.email,
      role: "analyst",
      closed: false,
      sessions: 1,
    });
  });

  test("an e-mail address can be used once, in upper or lower case", async () => {
    const { createPerson } = await people();
    const { email } = await newPerson("analyst");
    const again = { name: "Another", email: ` ${email.toUpperCase()} `, role: "reader" } as const;
    const result = await createPerson({ ...again, password: "a long enough password" }, SET_UP);
    expect(result).toMatchObject({ ok: false, issues: [{ param: "email" }] });
  });

  test("all issues with a new person are reported, and nobody is created", async () => {
    const { createPerson, listPeople } = await people();
    const before = (await listPeople()).length;
    const result = await createPerson(
      { name: " ", email: "nowhere", role: "reader", password: "short" },
      SET_UP,
    );
    if (result.ok) throw new Error("The person was created.");
    expect(result.issues.map(({ param }) => param)).toEqual(["name", "email", "password"]);
    const asDataSet = await createPerson(
      { name: " Data Set", email: "name@example.org", role: "reader", password: null },
      SET_UP,
    );
    expect(asDataSet).toMatchObject({ ok: false, issues: [{ param: "name" }] });
    expect((await listPeople()).length).toBe(before);
  });

  test("a new role ends the sessions and is valid from the next sign-in", async () => {
    const { changeRole } = await people();
    const { authoriseChange } = await session();
    const analyst = await newPerson("analyst");
    const may = async (cookie: string) =>
      "actor" in (await authoriseChange(headersFrom({ cookie }), "decide"));
    const before = await signInAs(analyst);
    expect(await may(before)).toBe(false);
    await changeRole(analyst.id, "reviewer", SET_UP);
    expect(await getUser(before)).toBeNull();
    const after = await signInAs(analyst);
    expect(await may(after)).toBe(true);
    // The role that they have is no change.
    await changeRole(analyst.id, "reviewer", SET_UP);
    expect(await may(after)).toBe(true);
  });

  test("a deactivated account has no sessions and cannot sign in until it is reactivated", async () => {
    const { deactivatePerson, reactivatePerson } = await people();
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    await deactivatePerson(analyst.id, SET_UP);
    expect(await getUser(cookie)).toBeNull();

    const rejected = await trySignIn(analyst.email, analyst.password);
    const wrong = await trySignIn("nobody@example.org", analyst.password);
    expect(rejected.status).toBe(401);
    // The answer does not show that the account exists.
    expect(await rejected.json()).toEqual(await wrong.json());

    await reactivatePerson(analyst.id, SET_UP);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });

  test("a link for a new password ends all sessions and the old password", async () => {
    const { makePasswordLink } = await people();
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    await openLink(await makePasswordLink(analyst.id, SET_UP));
    expect(await getUser(cookie)).toBeNull();
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(401);
  });

  test("all sessions of a person can be ended and are counted", async () => {
    const { endSessions } = await people();
    const analyst = await newPerson("analyst");
    const cookies = [await signInAs(analyst), await signInAs(analyst)];
    expect(await endSessions(analyst.id, SET_UP)).toEqual({ ok: true, value: 2 });
    expect(await Promise.all(cookies.map(getUser))).toEqual([null, null]);
  });

  test("a user's other sessions can be ended without the present one", async () => {
    const { endOtherSessions, listOwnSessions } = await import("../../lib/server/accounts/session");
    const analyst = await newPerson("analyst");
    const [here, there] = [await signInAs(analyst), await signInAs(analyst)];
    const headers = headersFrom({ cookie: here });
    expect((await listOwnSessions(await personOf(here))).map((item) => item.here)).toEqual([
      true,
      false,
    ]);
    expect(await endOtherSessions(headers, null, SET_UP)).toEqual({ ok: true, value: 1 });
    expect(await getUser(here)).toBe(analyst.name);
    expect(await getUser(there)).toBeNull();
  });

  test("changing an account that does not exist is an issue", async () => {
    const { endSessions } = await people();
    expect(await endSessions("nobody", SET_UP)).toMatchObject({
      ok: false,
      issues: [{ param: "person" }],
    });
  });
});

/** The token of a link that was made. */
async function openLink(made: ChangeResult<string>): Promise<string> {
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const token = /^\/set-password\?token=([\w-]{43})$/.exec(made.value)?.[1];
  if (token === undefined) throw new Error(`${made.value} is no link.`);
  return token;
}

describe("a one-time link", () => {
  const links = () => import("../../lib/server/accounts/account-links");
  const PASSWORD = "five unrelated words of mine";

  async function invite(name: string): Promise<{ token: string; email: string }> {
    const { invitePerson } = await people();
    const email = `${name}@example.org`;
    const token = await openLink(await invitePerson({ name, email, role: "analyst" }, SET_UP));
    return { token, email };
  }

  test("lets an invited person choose a password once, and sign in", async () => {
    const { acceptAccountLink, findLinkedPerson } = await links();
    const { token, email } = await invite("invited");
    expect((await trySignIn(email, "")).status).toBe(401);
    expect(await findLinkedPerson(token)).toMatchObject({ email, role: "analyst" });
    const kept = await sql(database.url, "SELECT * FROM account_link");
    expect(JSON.stringify(kept)).not.toContain(token);

    expect(await acceptAccountLink(token, PASSWORD, "10.9.8.7")).toEqual({ ok: true, value: null });
    expect((await trySignIn(email, PASSWORD)).status).toBe(200);
    expect(await findLinkedPerson(token)).toBeNull();
    expect(await acceptAccountLink(token, "another one of my words", null)).toMatchObject({
      ok: false,
      issues: [{ param: "person" }],
    });
    expect((await trySignIn(email, PASSWORD)).status).toBe(200);
    const entries = await sql(
      database.url,
      `SELECT actor_name, address FROM audit_entry WHERE action = 'link-used' AND subject = '${email}'`,
    );
    expect(entries).toEqual([{ actor_name: "invited", address: "10.9.8.7" }]);
  });

  test("is used by one of several requests at the same time", async () => {
    const { acceptAccountLink } = await links();
    const { token } = await invite("hurried");
    const all = await Promise.all(
      [1, 2, 3, 4].map((n) => acceptAccountLink(token, `${PASSWORD} ${n}`, null)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("ends when a newer one is made, after 7 days, and with the account", async () => {
    const { findLinkedPerson } = await links();
    const { deactivatePerson, makePasswordLink, reactivatePerson } = await people();
    const analyst = await newPerson("analyst");
    const first = await openLink(await makePasswordLink(analyst.id, SET_UP));
    const second = await openLink(await makePasswordLink(analyst.id, SET_UP));
    expect(await findLinkedPerson(first)).toBeNull();
    expect(await findLinkedPerson(second)).not.toBeNull();
    await deactivatePerson(analyst.id, SET_UP);
    expect(await findLinkedPerson(second)).toBeNull();
    await reactivatePerson(analyst.id, SET_UP);
    await sql(
      database.url,
      "UPDATE account_link SET expires_at = expires_at - interval '7 days 1 second'",
    );
    expect(await findLinkedPerson(second)).toBeNull();
    expect(await findLinkedPerson("")).toBeNull();
  });

  test("is printed by admin:reset, for an account that exists", async () => {
    const { acceptAccountLink } = await links();
    const boss = await newPerson("admin");
    const cookie = await signInAs(boss);
    const reset = (email: string) =>
      readTypeScriptOutput("scripts/admin-reset.ts", {
        args: [email],
        env: { DATABASE_URL: database.url, BASE_URL: "https://tracker.example.org" },
      });
    const printed = await reset(boss.email.toUpperCase());
    expect(printed).toContain("https://tracker.example.org/set-password?token=");
    expect(await getUser(cookie)).toBeNull();
    const token = printed.split("token=")[1] ?? "";
    expect(await acceptAccountLink(token, PASSWORD, null)).toMatchObject({ ok: true });
    expect((await trySignIn(boss.email, PASSWORD)).status).toBe(200);
    await expect(reset("nobody@example.org")).rejects.toThrow();
    // The tests below count the admins.
    await sql(database.url, `DELETE FROM "user" WHERE id = '${boss.id}'`);
  });

  test("stays valid after a password that is refused", async () => {
    const { acceptAccountLink } = await links();
    const { token } = await invite("careless");
    for (const password of ["short", "passwordpassword", "Careless@example.org1"]) {
      expect(await acceptAccountLink(token, password, null)).toMatchObject({
        ok: false,
        issues: [{ param: "password" }],
      });
    }
    expect(await acceptAccountLink(token, PASSWORD, null)).toMatchObject({ ok: true });
  });
});

describe("the last admin", () => {
  let admins: { id: string }[] = [];
  beforeAll(async () => {
    admins = [await newPerson("admin"), await newPerson("admin")];
  });

  test.each(["changeRole", "deactivatePerson"] as const)(
    "one of two admins stays when both call %s on each other at once",
    async (act) => {
      const { changeRole, deactivatePerson, reactivatePerson } = await people();
      const remove = ({ id }: { id: string }) =>
        act === "changeRole" ? changeRole(id, "reader", SET_UP) : deactivatePerson(id, SET_UP);
      for (let round = 0; round < 5; round++) {
        const results = await Promise.all(admins.map(remove));
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await countOpenAdmins()).toBe(1);
        for (const { id } of admins) {
          await reactivatePerson(id, SET_UP);
          await changeRole(id, "admin", SET_UP);
        }
      }
    },
  );

  test("a deactivated admin does not count", async () => {
    const { changeRole, deactivatePerson } = await people();
    const [first, second] = admins;
    if (!first || !second) throw new Error("The test needs 2 admins.");
    expect((await deactivatePerson(first.id, SET_UP)).ok).toBe(true);
    const rejected = await changeRole(second.id, "reviewer", SET_UP);
    expect(rejected).toMatchObject({
      ok: false,
      issues: [{ param: "role", message: expect.stringContaining("last admin") }],
    });
    expect(await deactivatePerson(second.id, SET_UP)).toMatchObject({ ok: false });
    expect(await countOpenAdmins()).toBe(1);
  });

  test("an invited admin without a password does not count", async () => {
    const { changeRole, deactivatePerson, invitePerson, makePasswordLink, reactivatePerson } =
      await people();
    const { acceptAccountLink } = await import("../../lib/server/accounts/account-links");
    const [first, second] = admins;
    if (!first || !second) throw new Error("The test needs 2 admins.");
    await deactivatePerson(first.id, SET_UP);
    const email = "invited-admin@example.org";
    const made = await invitePerson({ name: "Invited", email, role: "admin" }, SET_UP);
    const rejected = { ok: false, issues: [{ message: expect.stringContaining("last admin") }] };
    expect(await changeRole(second.id, "reader", SET_UP)).toMatchObject(rejected);
    expect(await deactivatePerson(second.id, SET_UP)).toMatchObject(rejected);
    expect(await makePasswordLink(second.id, SET_UP)).toMatchObject(rejected);
    await acceptAccountLink(await openLink(made), "words of the invited one", null);
    expect(await deactivatePerson(second.id, SET_UP)).toMatchObject({ ok: true });
    await reactivatePerson(first.id, SET_UP);
  });
});
