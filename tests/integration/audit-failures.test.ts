import { parse } from "csv-parse/sync";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { headersFrom, newAddress, newPerson, SET_UP, signInAs, trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

/** Headers of the request to the page's route. */
let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));

const failures = () => import("../../lib/server/audit/audit-failures");
const readFailures = (where: string) =>
  sql(
    database.url,
    `SELECT count, actor_id, actor_name, action, subject, detail, address
     FROM audit_failure WHERE ${where} ORDER BY id`,
  );

/** Sends a change to the API that records claims. */
async function postClaims(headers: Headers): Promise<number> {
  const { POST } = await import("../../app/api/v1/claims/route");
  headers.set("content-type", "application/json");
  const request = new Request("http://localhost:3000/api/v1/claims?typed=secret", {
    method: "POST",
    headers,
    body: JSON.stringify({ claims: ["something that a stranger typed"] }),
  });
  return (await POST(request, { params: Promise.resolve({}) })).status;
}

afterEach(() => vi.useRealTimers());

describe("a refused change is in the audit", () => {
  test("of a visitor (401), without what they sent", async () => {
    const address = newAddress();
    expect(await postClaims(headersFrom({ address }))).toBe(401);
    const [entry, ...others] = await readFailures(`address = '${address}'`);
    expect(others).toEqual([]);
    expect(entry).toEqual({
      count: 1,
      actor_id: null,
      actor_name: "visitor",
      action: "change-refused",
      subject: "record",
      detail: { refused: "signed-out" },
      address,
    });
    expect(JSON.stringify(entry)).not.toMatch(/typed|stranger/);
  });

  test("of a reader (403), with their name", async () => {
    const reader = await newPerson("reader");
    const cookie = await signInAs(reader);
    expect(await postClaims(headersFrom({ cookie }))).toBe(403);
    expect(await readFailures(`actor_id = '${reader.id}'`)).toMatchObject([
      { actor_name: reader.name, subject: "record", detail: { refused: "forbidden" } },
    ]);
  });

  test("of a page of another site (403), for changes and for sign-ins", async () => {
    const address = newAddress();
    const origin = "https://elsewhere.example";
    expect(await postClaims(headersFrom({ address, origin }))).toBe(403);
    const { email, password } = await newPerson("analyst");
    expect((await trySignIn(email, password, { address, origin })).status).toBe(403);
    expect((await readFailures(`address = '${address}'`)).map(({ subject }) => subject)).toEqual([
      "record",
      "own-account",
    ]);
  });

  test("of a page of another site with a session, with the person", async () => {
    const analyst = await newPerson("analyst");
    const cookie = await signInAs(analyst);
    const origin = "https://elsewhere.example";
    expect(await postClaims(headersFrom({ cookie, origin }))).toBe(403);
    expect(await readFailures(`actor_id = '${analyst.id}'`)).toMatchObject([
      { actor_name: analyst.name, detail: { refused: "foreign-origin" } },
    ]);
  });

  test("of an action of the pages", async () => {
    const { revokeSessions } = await import("../../app/admin/people/actions");
    const address = newAddress();
    requestHeaders = headersFrom({ address });
    expect(await revokeSessions("an-id")).toMatchObject({ ok: false, signedOut: true });
    expect(await readFailures(`address = '${address}'`)).toMatchObject([
      { subject: "manage-people", detail: { refused: "signed-out" } },
    ]);
  });

  test("of a call of an action from a page of another site, which the proxy rejects", async () => {
    const { rejectAction } = await import("../../lib/server/http/check-action");
    const address = newAddress();
    const headers = headersFrom({ address, origin: "https://elsewhere.example" });
    headers.set("next-action", "7f");
    const url = "http://localhost:3000/admin/people";
    const answer = await rejectAction(new Request(url, { method: "POST", headers, body: "[]" }));
    expect(answer?.status).toBe(403);
    expect(await readFailures(`address = '${address}'`)).toMatchObject([
      { subject: "anyone", detail: { refused: "foreign-origin" } },
    ]);
  });

  test("once per kind and hour, however often it is repeated", async () => {
    const address = newAddress();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    for (let i = 0; i < 30; i++) await postClaims(headersFrom({ address }));
    expect(await readFailures(`address = '${address}'`)).toMatchObject([{ count: 1 }]);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    await vi.waitFor(async () => {
      const found = await readFailures(`address = '${address}'`);
      // Around a full hour there are 2 rows.
      expect(found.length).toBeLessThanOrEqual(2);
      expect(found.reduce((sum, { count }) => sum + Number(count), 0)).toBe(30);
    });
  });

  test("or is only logged while the database is away", async () => {
    const { pool } = await import("../../lib/server/database/db");
    const { log } = await import("../../lib/server/log/log");
    const warn = vi.spyOn(log, "warn");
    const query = vi.spyOn(pool(), "query").mockImplementation(() => {
      throw new Error("away");
    });
    expect(await postClaims(headersFrom())).toBe(401);
    await vi.waitFor(() =>
      expect(warn).toHaveBeenCalledWith(
        "A refused change is not in the audit",
        expect.objectContaining({ action: "change-refused" }),
      ),
    );
    query.mockRestore();
    warn.mockRestore();
  });
});

describe("failures are limited", () => {
  test("to 500 rows of an action within an hour; all others share one", async () => {
    const { countFailure } = await failures();
    const [{ rest }] = (await sql(
      database.url,
      "SELECT extract(epoch FROM date_trunc('hour', now()) + interval '1 hour' - now())::int AS rest",
    )) as [{ rest: number }];
    // All of it has to be in one hour.
    if (rest < 20) await new Promise((resolve) => setTimeout(resolve, (rest + 1) * 1000));
    for (let i = 0; i < 520; i++) {
      await countFailure({
        actor: { id: null, name: "visitor", address: newAddress() },
        action: "sign-in-blocked",
        subject: `flood-${i}@example.org`,
        detail: { seconds: 1 },
      });
    }
    const rows = await readFailures("action = 'sign-in-blocked'");
    expect(rows).toHaveLength(501);
    expect(rows.at(-1)).toMatchObject({ subject: "*", address: null, count: 20 });
  });

  test("in all, for each action by itself", async () => {
    const { deleteExpired } = await failures();
    const insert = (action: string, rows: number) =>
      `INSERT INTO audit_failure
         SELECT '${action} ' || n, nextval('audit_entry_id_seq'), now() - interval '1 day', now(), 1, NULL, 'visitor',
           '${action}', 'many', '{}', NULL FROM generate_series(1, ${rows}) AS n`;
    await sql(database.url, insert("change-refused", 3), insert("sign-in-failed", 40_010));
    await deleteExpired();
    const left = await sql(
      database.url,
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE key = 'sign-in-failed 40010')::int AS newest
       FROM audit_failure WHERE action = 'sign-in-failed'`,
    );
    expect(left).toEqual([{ all: 40_000, newest: 1 }]);
    expect(await readFailures("action = 'change-refused' AND subject = 'many'")).toHaveLength(3);
    await sql(database.url, "DELETE FROM audit_failure WHERE subject = 'many'");
  });

  test("to one row for equal ones: those of another step of a sign-in have their own", async () => {
    const { countFailure } = await failures();
    const address = newAddress();
    const failed = {
      actor: { id: null, name: "visitor", address },
      action: "sign-in-failed",
      subject: "steps@example.org",
    } as const;
    for (const detail of [{}, {}, { step: "code" }]) await countFailure({ ...failed, detail });
    expect(await readFailures(`address = '${address}'`)).toMatchObject([
      { count: 2, detail: {} },
      { count: 1, detail: { step: "code" } },
    ]);
  });

  test("in length", async () => {
    const { countFailure } = await failures();
    const actor = { id: null, name: "visitor", address: "1".repeat(5_000) };
    const subject = `long-${"x".repeat(5_000)}`;
    await countFailure({ actor, action: "sign-in-failed", subject, detail: {} });
    const [row] = await readFailures("subject LIKE 'long-%'");
    expect(String(row?.subject)).toHaveLength(320);
  });

  test("in time: old ones are deleted, with ended sessions and old request counts", async () => {
    const { deleteExpired } = await failures();
    const insert = (key: string, days: number) =>
      `INSERT INTO audit_failure VALUES ('${key}', nextval('audit_entry_id_seq'), now() - interval '400 days',
         now() - interval '${days} days', 1, NULL, 'visitor', 'sign-in-failed', 'kept-${days}', '{}', NULL)`;
    await sql(database.url, insert("a", 91), insert("b", 89));
    const reader = await newPerson("reader");
    await signInAs(reader);
    await sql(
      database.url,
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = '${reader.id}'`,
      "INSERT INTO rate_limit VALUES ('old', 'old', 1, 1000)",
    );
    expect(await deleteExpired()).toBe(1);
    expect((await readFailures("subject LIKE 'kept-%'")).map(({ subject }) => subject)).toEqual([
      "kept-89",
    ]);
    const left = await sql(
      database.url,
      `SELECT 1 FROM session WHERE user_id = '${reader.id}' UNION ALL SELECT 1 FROM rate_limit WHERE id = 'old'`,
    );
    expect(left).toEqual([]);
  });

  test("in the database, which keeps none of them in the audit that only grows", async () => {
    const insert = `INSERT INTO audit_entry (actor_name, action, subject, detail)
      VALUES ('visitor', 'sign-in-failed', 'a@example.org', '{}')`;
    await expect(sql(database.url, insert)).rejects.toThrow("audit_entry_no_failure_check");
  });
});

describe("the audit as CSV", () => {
  beforeAll(async () => {
    const { audit } = await import("../../lib/server/audit/audit");
    for (let i = 0; i < 60; i++) {
      await audit({ actor: SET_UP, action: "source-added", subject: `csv-source-${i}` });
    }
    const actor = { id: null, name: "visitor", address: "10.8.0.1" };
    for (let i = 0; i < 3; i++) {
      await audit({ actor, action: "sign-in-failed", subject: "=csv-formula@example.org" });
    }
  });

  const download = async (query: string, headers: Headers) => {
    const { GET } = await import("../../app/admin/history/history.csv/route");
    return GET(
      new Request(`http://localhost:3000/admin/history/history.csv?${query}`, { headers }),
    );
  };

  test("has all entries of a search, and no formulas", async () => {
    const cookie = await signInAs(await newPerson("reviewer"));
    const answer = await download("q=csv-", headersFrom({ cookie }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/audit-\d{4}-\d\d-\d\d\.csv/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
    expect(rows.filter(({ action }) => action === "source-added")).toHaveLength(60);
    const failed = rows.filter(({ action }) => action === "sign-in-failed");
    expect(failed.reduce((sum, { count }) => sum + Number(count), 0)).toBe(3);
    expect(failed[0]).toMatchObject({ subject: "'=csv-formula@example.org", address: "10.8.0.1" });
  });

  test("is for people who may read the audit, and have nothing to do first", async () => {
    const ask = async (cookie?: string) => {
      const answer = await download("", headersFrom(cookie === undefined ? {} : { cookie }));
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      return [answer.status, (await answer.json()).code];
    };
    expect(await ask()).toEqual([401, "signed-out"]);
    expect(await ask(await signInAs(await newPerson("analyst")))).toEqual([403, "forbidden"]);
    const reviewer = await newPerson("reviewer");
    const cookie = await signInAs(reviewer);
    await sql(
      database.url,
      `UPDATE "user" SET must_change_password = true WHERE id = '${reviewer.id}'`,
    );
    expect(await ask(cookie)).toEqual([403, "password-change"]);
  });

  test("is a problem with 503 if the database gives up", async () => {
    const cookie = await signInAs(await newPerson("reviewer"));
    const { db } = await import("../../lib/server/database/db");
    const gaveUp = Object.assign(new Error("canceling statement"), { code: "57014" });
    const query = vi.spyOn(db(), "$queryRaw").mockRejectedValue(gaveUp);
    const answer = await download("", headersFrom({ cookie }));
    query.mockRestore();
    expect([answer.status, (await answer.json()).code]).toEqual([503, "registry-unavailable"]);
    expect(answer.headers.get("retry-after")).not.toBeNull();
  });
});
