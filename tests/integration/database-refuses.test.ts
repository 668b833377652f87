import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { POST } from "../../app/api/v1/claims/route";
import { answerAuth } from "../../lib/server/http/auth-route";
import { reportError } from "../../lib/server/log/unexpected-errors";
import { get } from "../support/api";
import { newClaim } from "../support/new-claim";
import { type From, headersFrom, newPerson, signInAs } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
let analyst: From;

beforeAll(async () => {
  analyst = { cookie: await signInAs(await newPerson("analyst")) };
});

afterEach(async () => {
  await sql(database.adminUrl, "DROP FUNCTION IF EXISTS refuse() CASCADE");
  vi.restoreAllMocks();
});

/** Makes every write to some tables fail with a code of PostgreSQL. */
async function refuseWith(code: string, ...tables: string[]): Promise<void> {
  await sql(
    database.adminUrl,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${code}'; END $$`,
    ...tables.map(
      (table) =>
        `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION refuse()`,
    ),
  );
}

async function writeClaim() {
  const headers = headersFrom(analyst);
  headers.set("content-type", "application/json");
  const body = JSON.stringify({ claims: [newClaim()] });
  const request = new Request("http://localhost:3000/api/v1/claims", {
    method: "POST",
    headers,
    body,
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  return { response, problem: await response.json() };
}

/** What is logged from now on. */
function readLog(): () => string {
  let lines = "";
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    lines += chunk;
    return true;
  });
  return () => lines;
}

describe("while the database refuses writes", () => {
  test.each([
    ["25006", "read-only", /read-only/],
    ["53100", "disk-full", /disk of the database is full/],
    ["53200", "out-of-memory", /out of memory/],
    ["58030", "io-error", /cannot use its disk/],
    ["XX001", "damaged", /damaged/],
    ["XX002", "damaged", /damaged/],
  ])(
    "with %s, a write answers 503 and says that it is %s, and reads go on",
    async (code, name, words) => {
      await refuseWith(code, "revision");
      const log = readLog();
      const { response, problem } = await writeClaim();
      expect(problem).toMatchObject({ status: 503, code: "database-refused" });
      expect(problem.detail).toMatch(words);
      expect(response.headers.get("retry-after")).toBe("60");
      expect(log()).toContain(`"refusal":"${name}"`);
      expect(log()).toContain('"level":"error"');
      expect((await get("zones?limit=1")).status).toBe(200);
    },
  );

  test("signing in answers 503 with the reason", async () => {
    await refuseWith("25006", "session");
    const { email, password } = await newPerson("reader");
    readLog();
    const headers = headersFrom({});
    headers.set("content-type", "application/json");
    headers.set("origin", "http://localhost:3000");
    const answer = await answerAuth(
      new Request("http://localhost:3000/api/auth/sign-in/email", {
        method: "POST",
        headers,
        body: JSON.stringify({ email, password }),
      }),
    );
    expect(answer.status).toBe(503);
    expect((await answer.json()).message).toMatch(/read-only/);
  });

  test("on a standby-like connection a write says that the database is read-only", async () => {
    const name = new URL(database.url).pathname.slice(1);
    const end =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    await sql(
      database.adminUrl,
      `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
      end,
    );
    readLog();
    try {
      await vi.waitFor(
        async () => expect((await writeClaim()).problem.code).toBe("database-refused"),
        { timeout: 20_000, interval: 500 },
      );
      expect((await get("zones?limit=1")).status).toBe(200);
    } finally {
      await sql(
        database.adminUrl,
        "SET default_transaction_read_only = off",
        `ALTER DATABASE ${name} RESET default_transaction_read_only`,
        end,
      );
    }
  });
});

describe("a failure that is not the database's", () => {
  test.each([
    ["a bug", new TypeError("x is not a function")],
    ["JSON that cannot be read", new SyntaxError("Unexpected token")],
    ["a number out of range", Object.assign(new Error("out of range"), { code: "22003" })],
  ])(
    "is not reported as a database that is away, even without a connection: %s",
    async (_, error) => {
      readLog();
      vi.spyOn((await import("../../lib/server/database/db")).pool(), "query").mockImplementation(
        () => {
          throw new Error("no connection");
        },
      );
      expect((await reportError("A test failed", error)).refusal).toBeNull();
      expect((await reportError("A test failed", new Error("hidden"))).refusal).toBe("away");
    },
  );
});
