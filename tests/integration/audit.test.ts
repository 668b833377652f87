import { describe, expect, test } from "vitest";
import { askAuth, newPerson, SET_UP, signInAs, trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

const audit = () => import("../../lib/server/audit/audit");
const ALL = {
  ...{ text: "", action: null, before: null },
  ...{ by: null, zone: null, from: null, to: null },
} as const;

/** The actions on a subject in their order, with author and address. */
async function listActions(subject: string) {
  const { searchAudit } = await audit();
  const { entries } = await searchAudit({ ...ALL, text: subject });
  return entries.reverse().map(({ actor, action, address }) => [actor, action, address]);
}

describe("the audit log", () => {
  test("has sign-ins, failed sign-ins and sign-outs with their addresses", async () => {
    const { name, email, password } = await newPerson("analyst");
    await trySignIn(email, "a wrong password", { address: "10.9.0.1" });
    await trySignIn(email, password, { address: "10.9.0.2" });
    const cookie = await signInAs({ id: "", name, email, password });
    await askAuth("/sign-out", {}, { cookie, address: "10.9.0.3" });
    const actions = await listActions(email);
    expect(actions.map(([, action]) => action)).toEqual([
      "person-added",
      "sign-in-failed",
      "signed-in",
      "signed-in",
      "signed-out",
    ]);
    expect(actions[1]).toEqual(["visitor", "sign-in-failed", "10.9.0.1"]);
    expect(actions[2]).toEqual([name, "signed-in", "10.9.0.2"]);
    expect(actions[4]).toEqual([name, "signed-out", "10.9.0.3"]);
  });

  test("has every change of a person with its author", async () => {
    const people = await import("../../lib/server/accounts/people");
    const { id, email } = await newPerson("analyst");
    const by = { id: "an-id", name: "An admin", address: "10.9.1.1" };
    await people.changeRole(id, "reviewer", by);
    await people.makePasswordLink(id, by);
    await people.endSessions(id, by);
    await people.deactivatePerson(id, by);
    await people.reactivatePerson(id, by);
    const actions = await listActions(email);
    expect(actions.slice(1)).toEqual(
      ["role-changed", "link-made", "sessions-ended", "person-closed", "person-reopened"].map(
        (action) => [by.name, action, by.address],
      ),
    );
  });

  test("has no rejected changes", async () => {
    const { deactivatePerson } = await import("../../lib/server/accounts/people");
    const admin = await newPerson("admin");
    expect(await deactivatePerson(admin.id, SET_UP)).toMatchObject({ ok: false });
    expect((await listActions(admin.email)).map(([, action]) => action)).toEqual(["person-added"]);
  });

  test("has no passwords", async () => {
    const { makePasswordLink } = await import("../../lib/server/accounts/people");
    const { id, email, password } = await newPerson("analyst");
    await trySignIn(email, "the password that was wrong");
    const reset = await makePasswordLink(id, SET_UP);
    if (!reset.ok) throw new Error("The reset was rejected.");
    const written = JSON.stringify(await sql(database.url, "SELECT * FROM audit_entry"));
    const token = reset.value.split("token=")[1] ?? reset.value;
    const failures = JSON.stringify(await sql(database.url, "SELECT * FROM audit_failure"));
    expect(failures).toContain(email);
    for (const secret of [password, "the password that was wrong", token]) {
      expect(written).not.toContain(secret);
      expect(failures).not.toContain(secret);
    }
  });
});

describe("the table of the audit log", () => {
  test.each([
    "UPDATE audit_entry SET actor_name = 'someone else'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
  ])("rejects %s from the app, the owner and a superuser's replica session", async (statement) => {
    await newPerson("reader");
    await expect(sql(database.url, statement)).rejects.toThrow("permission denied");
    await expect(sql(database.ownerUrl, statement)).rejects.toThrow("append-only");
    await expect(
      sql(database.adminUrl, "SET session_replication_role = replica", statement),
    ).rejects.toThrow("append-only");
  });
});

describe("searchAudit", () => {
  test("gives pages of 50 entries without gaps and duplicates", async () => {
    const { audit: write, searchAudit } = await audit();
    for (let i = 0; i < 120; i++) {
      await write({ actor: SET_UP, action: "source-added", subject: `source-${i}` });
    }
    const seen: string[] = [];
    let before: string | null = null;
    for (;;) {
      const page = await searchAudit({ text: "SOURCE-", action: "source-added", before });
      seen.push(...page.entries.map(({ subject }) => subject));
      before = page.entries.at(-1)?.id ?? null;
      if (!page.more) break;
      expect(page.entries).toHaveLength(50);
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => `source-${119 - i}`));
  });

  test("searches text literally, without patterns", async () => {
    const { audit: write, searchAudit } = await audit();
    await write({ actor: SET_UP, action: "source-added", subject: "100%_sure" });
    await write({ actor: SET_UP, action: "source-added", subject: "100 per cent sure" });
    const { entries } = await searchAudit({ ...ALL, text: "100%_" });
    expect(entries.map(({ subject }) => subject)).toEqual(["100%_sure"]);
  });

  test("searches the details of an action, not their keys", async () => {
    const { audit: write, searchAudit } = await audit();
    const detail = { reason: "The plant is Elsewhere." };
    const base = { actor: SET_UP, action: "decisions-recorded" } as const;
    await write({ ...base, subject: "bostan-sez", detail });
    await write({ ...base, subject: "hub-sez", detail: { reason: "A mistake." } });
    const subjects = async (text: string, named?: string[]) =>
      (await searchAudit({ ...ALL, text }, named)).entries.map(({ subject }) => subject);
    expect(await subjects("elsewhere")).toEqual(["bostan-sez"]);
    expect(await subjects("reason")).toEqual([]);
    expect(await subjects("Hub Special Economic Zone", ["hub-sez"])).toEqual(["hub-sez"]);
  });

  test("is filtered by person, zone and day", async () => {
    const { audit: write, searchAudit } = await audit();
    const by = { id: "filter-id", name: "Filter", address: null };
    await write({ actor: by, action: "claims-recorded", subject: "gwadar" });
    await write({ actor: by, action: "source-added", subject: "gwadar" });
    await write({ actor: SET_UP, action: "claims-recorded", subject: "gwadar" });
    const count = async (part: object) => (await searchAudit({ ...ALL, ...part })).entries.length;
    expect(await count({ by: "filter-id" })).toBe(2);
    expect(await count({ zone: "gwadar" })).toBe(2);
    expect(await count({ zone: "gwadar", by: "filter-id" })).toBe(1);
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
    expect(await count({ by: "filter-id", from: today, to: today })).toBe(2);
    expect(await count({ by: "filter-id", from: "2999-01-01" })).toBe(0);
    expect(await count({ by: "filter-id", to: "2020-01-01" })).toBe(0);
  });

  test("ignores invalid parameters of the page", async () => {
    const { auditAddress, readAuditSearch } = await import("../../app/admin/history/read-search");
    expect(readAuditSearch({ q: ["a", "b"], action: "nothing", before: "-1; DROP" })).toEqual(ALL);
    const wrong = { from: "2026-02-30", to: "tomorrow", zone: "", by: ["a"] };
    expect(readAuditSearch(wrong)).toEqual(ALL);
    const given = { action: "signed-in", before: "42", from: "2026-11-01", by: "me" } as const;
    const search = readAuditSearch({ q: " a&b ", ...given });
    expect(search).toEqual({ ...ALL, text: "a&b", ...given });
    expect(auditAddress(search)).toBe(
      "/admin/history?q=a%26b&action=signed-in&by=me&from=2026-11-01&before=42",
    );
    expect(auditAddress(ALL)).toBe("/admin/history");
  });
});
