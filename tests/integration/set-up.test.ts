import { describe, expect, test } from "vitest";
import { headersFrom, ORIGIN, trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

const setUp = () => import("../../lib/server/accounts/set-up");
const FIRST = { name: "The first", email: "first@example.org", password: "a long enough password" };

async function newLink(): Promise<string> {
  const token = await (await setUp()).prepareSetUp();
  if (token === null) throw new Error("There is an admin already.");
  return token;
}

/** Restores the state before the first start. */
async function deletePeople(): Promise<void> {
  await sql(database.url, `DELETE FROM "user"`, "DELETE FROM setup_link");
}

describe("the one-time link", () => {
  test("is stored as a hash only", async () => {
    const token = await newLink();
    const kept = await sql(database.url, "SELECT token_hash FROM setup_link");
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("is replaced at the next start", async () => {
    const { isOpenLink } = await setUp();
    const [old, now] = [await newLink(), await newLink()];
    expect(await isOpenLink(old)).toBe(false);
    expect(await isOpenLink(now)).toBe(true);
    expect(await isOpenLink("something else")).toBe(false);
  });

  test("expires after a day", async () => {
    const { isOpenLink, setUp: use } = await setUp();
    const token = await newLink();
    await sql(database.url, "UPDATE setup_link SET expires_at = now() - interval '1 second'");
    expect(await isOpenLink(token)).toBe(false);
    expect(await use(token, FIRST, null)).toMatchObject({ ok: false });
  });

  test("stays valid after a rejected form", async () => {
    const { isOpenLink, setUp: use } = await setUp();
    const token = await newLink();
    const rejected = await use(token, { ...FIRST, password: "short" }, null);
    expect(rejected).toMatchObject({ ok: false, issues: [{ param: "password" }] });
    expect(await isOpenLink(token)).toBe(true);
  });

  test("stays valid if the account cannot be created", async () => {
    const { isOpenLink, setUp: use } = await setUp();
    const token = await newLink();
    await sql(
      database.adminUrl,
      "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$",
      `CREATE TRIGGER fail BEFORE INSERT ON audit_entry FOR EACH ROW WHEN (NEW.action = 'set-up')
         EXECUTE FUNCTION fail()`,
    );
    await expect(use(token, FIRST, null)).rejects.toThrow("no room");
    await sql(database.adminUrl, "DROP TRIGGER fail ON audit_entry", "DROP FUNCTION fail");
    expect(await isOpenLink(token)).toBe(true);
    expect(await sql(database.url, `SELECT 1 FROM "user"`)).toEqual([]);
  });

  test("creates one admin for several concurrent requests", async () => {
    const { hasAdmin, isOpenLink, prepareSetUp, setUp: use } = await setUp();
    for (let round = 0; round < 5; round++) {
      await deletePeople();
      const token = await newLink();
      const results = await Promise.all(
        [1, 2, 3, 4].map((n) => use(token, { ...FIRST, email: `admin-${n}@example.org` }, null)),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await sql(database.url, `SELECT role FROM "user"`)).toEqual([{ role: "admin" }]);
      expect(await hasAdmin()).toBe(true);
      expect(await isOpenLink(token)).toBe(false);
      expect(await use(token, FIRST, null)).toMatchObject({ ok: false });
      expect(await prepareSetUp()).toBeNull();
    }
  });

  test("is audited with the address, and the admin can sign in", async () => {
    await deletePeople();
    const { setUp: use } = await setUp();
    expect(await use(await newLink(), FIRST, "10.9.8.7")).toEqual({ ok: true, value: null });
    expect((await trySignIn(FIRST.email, FIRST.password)).status).toBe(200);
    const entries = await sql(
      database.url,
      `SELECT actor_name, subject, address FROM audit_entry WHERE action = 'set-up' ORDER BY id DESC LIMIT 1`,
    );
    expect(entries).toEqual([{ actor_name: "set-up", subject: FIRST.email, address: "10.9.8.7" }]);
  });
});

test("the first admin of the settings has the name that they say, or Admin", async () => {
  const { prepareSetUp } = await setUp();
  const { env, Mailbox } = await import("../../lib/server/env");
  const before = { ...env() };
  for (const [set, shown] of [
    [`Ayesha Malik <${FIRST.email}>`, "Ayesha Malik"],
    [FIRST.email, "Admin"],
  ] as const) {
    await deletePeople();
    Object.assign(env(), {
      BOOTSTRAP_ADMIN_EMAIL: Mailbox.parse(set),
      BOOTSTRAP_ADMIN_PASSWORD: FIRST.password,
    });
    expect(await prepareSetUp()).toBeNull();
    expect(await sql(database.url, `SELECT name, role FROM "user"`)).toEqual([
      { name: shown, role: "admin" },
    ]);
  }
  Object.assign(env(), { ...before, BOOTSTRAP_ADMIN_EMAIL: undefined });
});

describe("the set-up action", () => {
  test("rejects requests from another site and without the fields of the form", async () => {
    const [{ answerAction }, { SetUpRequest }] = await Promise.all([
      import("../../lib/server/http/answer-action"),
      import("../../lib/contract/account-request"),
    ]);
    const ask = (origin: string, input: unknown) =>
      answerAction(headersFrom({ origin }), "anyone", SetUpRequest, input, async () => ({
        ok: true,
        value: null,
      }));
    const input = { token: "a token", ...FIRST };
    expect(await ask("https://elsewhere.example", input)).toMatchObject({ ok: false, issues: [] });
    expect(await ask(ORIGIN, { token: 1 })).toMatchObject({ ok: false });
    expect(await ask(ORIGIN, input)).toEqual({ ok: true, value: null });
  });
});
