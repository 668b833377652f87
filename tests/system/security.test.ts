import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { listEndpoints, listServerActions } from "../support/endpoints";
import { send } from "../support/http-session";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { createVisitors, VISITORS, type Visitor, type VisitorSession } from "../support/visitors";
import { actionOutcomeOf, outcomeOf } from "./outcome";
import { printLogOnFailure } from "./print-log";
import {
  actionRows,
  fileRows,
  type Known,
  pageRows,
  partRows,
  type Row,
  routeRows,
  signInRows,
} from "./security-rows";

const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"] as const;
const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": /^(strict-origin-when-cross-origin|no-referrer)$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": "same-origin",
};
/** Embeds may be shown in pages of other sites, and run nothing. */
const EMBED_HEADERS = {
  ...HEADERS,
  "x-frame-options": /^$/,
  "content-security-policy":
    /^(default-src 'none'; style-src 'unsafe-inline'; .*frame-ancestors \*)?$/,
};

const database = testDatabase("seeded");
let server: AppServer;
let visitors: readonly VisitorSession[] = [];
let known: Known = { claims: [] };
/** Secrets by their names. No answer and no log line may contain one. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  server = await startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    LOG_LEVEL: "debug",
    // Each visitor has another IP address, so that the rate limit does not apply.
    TRUST_PROXY: "true",
  });
  visitors = await createVisitors(server.address);
  const rows = await sql(database.url, `SELECT id FROM claim ORDER BY id LIMIT ${VISITORS.length}`);
  known = { claims: rows.map(({ id }) => String(id)) };
  secrets.set("AUTH_SECRET", AUTH_SECRET);
  secrets.set("the database's password", new URL(database.url).password);
  secrets.set("the database owner's password", new URL(database.ownerUrl).password);
  for (const { visitor, person, cookie } of visitors) {
    if (person) secrets.set(`the password of ${visitor}`, person.password);
    const token = decodeURIComponent(cookie?.split("=")[1] ?? "").split(".")[0];
    if (token) secrets.set(`the session of ${visitor}`, token);
  }
});

afterAll(() => server.stop());

beforeEach(() => printLogOnFailure(server));

/** Checks that hold for every answer: security headers, no secrets, problem documents. Returns the failures. */
function checkAnswer(request: string, answer: Response, text: string): string[] {
  const { pathname } = new URL(answer.url);
  const isEmbed = pathname.startsWith("/embed/");
  return [
    ...Object.entries(isEmbed ? EMBED_HEADERS : HEADERS)
      .filter(([name, value]) => !new RegExp(value).test(answer.headers.get(name) ?? ""))
      .map(([name]) => `${request}: ${name} is ${answer.headers.get(name)}`),
    ...[...secrets]
      .filter(([, secret]) => text.includes(secret))
      .map(([name]) => `${request} reveals ${name}`),
    ...(answer.status >= 400 && /^\/api\/v1/.test(pathname) ? checkProblem(request, answer) : []),
  ];
}

/** API errors are problem documents, except 405, which Next itself returns. */
function checkProblem(request: string, answer: Response): string[] {
  const type = answer.headers.get("content-type") ?? "";
  return answer.status === 405 || type.startsWith("application/problem+json")
    ? []
    : [`${request} fails with ${type}`];
}

/** The text of an answer; empty for a stream, which does not end. */
async function readText(answer: Response): Promise<string> {
  if (!(answer.headers.get("content-type") ?? "").includes("event-stream")) return answer.text();
  await answer.body?.cancel();
  return "";
}

/** A summary of the database that any change would alter. */
async function readState(): Promise<string> {
  const [row] = await sql(
    database.url,
    `SELECT (SELECT max(id) FROM revision) AS revision,
            (SELECT count(*)::int FROM audit_entry WHERE action NOT LIKE 'sign-in-%') AS audit,
            (SELECT string_agg(concat_ws(' ', id, role, closed_at, updated_at), ',' ORDER BY id)
             FROM "user") AS people,
            (SELECT string_agg(concat_ws(' ', id, password), ',' ORDER BY id) FROM account) AS passwords`,
  );
  return JSON.stringify(row);
}

/** What is open to all is asked for without a session, with one that has ended, by an admin, and from another site. */
const AT_OPEN_DOORS: readonly Visitor[] = [
  "signed out",
  "ended session",
  "admin",
  "foreign origin",
];

/** An admin, and the first visitor of each outcome: all whom a method needs that is decided upon as GET is. */
function findExamples({ expected }: Row): readonly Visitor[] {
  const isFirst = (visitor: Visitor) =>
    visitor === VISITORS.find((other) => expected[other] === expected[visitor]);
  return VISITORS.filter((visitor) => visitor === "admin" || isFirst(visitor));
}

/** All visitors where the outcome depends on them; HEAD is decided upon as GET is. */
function visitorsFor(method: string, row: Row): readonly Visitor[] {
  if (method === "HEAD") return findExamples(row);
  const isOpen = new Set(Object.values(row.expected)).size === 1;
  return isOpen ? AT_OPEN_DOORS : VISITORS;
}

/**
 * Sends a request as each of some visitors and compares the outcomes with the row. Visitors who must be rejected go
 * first, and must change nothing.
 */
async function checkRow(
  name: string,
  row: Row,
  request: (session: VisitorSession) => Promise<Response>,
  { by = VISITORS, read = outcomeOf }: { by?: readonly Visitor[]; read?: typeof outcomeOf } = {},
): Promise<void> {
  const { expected } = row;
  const senders = visitors.filter(({ visitor }) => by.includes(visitor));
  const outcomes: Record<string, string> = {};
  const failures: string[] = [];
  const check = async (session: VisitorSession) => {
    const answer = await request(session);
    const text = await readText(answer);
    outcomes[session.visitor] = read(answer, text);
    failures.push(...checkAnswer(`${name} for ${session.visitor}`, answer, text));
  };
  const isAllowed = ({ visitor }: VisitorSession) => /^(20.|done)$/.test(expected[visitor]);
  const before = await readState();
  await Promise.all(senders.filter((session) => !isAllowed(session)).map(check));
  if (!/sign-out/.test(name)) expect(await readState(), `${name} rejected`).toBe(before);
  await Promise.all(senders.filter(isAllowed).map(check));
  expect(outcomes, name).toEqual(
    Object.fromEntries(senders.map(({ visitor }) => [visitor, expected[visitor]])),
  );
  expect(failures, name).toEqual([]);
}

const formatBody = ({ body }: Row, session: VisitorSession, method: string) =>
  body && method !== "GET" && method !== "HEAD" ? JSON.stringify(body(session)) : undefined;

const all = (outcome: string): Row["expected"] =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor, outcome])) as Row["expected"];

describe("access", () => {
  const found = listEndpoints();
  const pathsOf = (kind: string) =>
    found.filter((one) => one.kind === kind).map(({ path }) => path);

  test("is tested for every route, page, file and server action", () => {
    expect(Object.keys(routeRows(known)).sort()).toEqual(pathsOf("route").sort());
    expect(Object.keys(pageRows(known)).sort()).toEqual(pathsOf("page").sort());
    expect(Object.keys(fileRows).sort()).toEqual(pathsOf("file").sort());
    const names = listServerActions().map(({ name }) => name);
    expect(Object.keys(actionRows([])).sort()).toEqual(names);
  });

  test("is tested for every open path of the sign-in", async () => {
    const { OPEN_AUTH_PATHS } = await import("../../lib/server/accounts/auth-paths");
    expect(Object.keys(signInRows).sort()).toEqual([...OPEN_AUTH_PATHS].sort());
  });

  test.each(pathsOf("route"))("to route %s depends on role, session and origin", async (path) => {
    const rows = routeRows(known)[path] ?? {};
    const at = path.replace(/\[\[?\.\.\.\w+\]?\]/, "nowhere").replace("[slug]", "rashakai-sez");
    const likeGet = rows.HEAD ?? rows.GET;
    for (const method of METHODS) {
      const row: Row =
        method === "HEAD" && likeGet
          ? likeGet
          : (rows[method] ?? { expected: all(method === "OPTIONS" ? "204" : "405") });
      await checkRow(
        `${method} ${path}`,
        row,
        (session) => send(session, method, row.at ?? at, formatBody(row, session, method)),
        { by: visitorsFor(method, row) },
      );
    }
  });

  test.each([
    ["/admin", "/admin/zones"],
    ["/admin/queue?kind=disputed", "/admin/work?kind=disputed"],
    ["/admin/record?article=1", "/admin/article?article=1"],
    ["/admin/audit/audit.csv", "/admin/history/history.csv"],
  ])("to the earlier address %s is access to %s", async (at, today) => {
    const answer = await fetch(server.address + at, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, today]);
  });

  test.each([...pathsOf("page"), ...pathsOf("file"), ...Object.keys(partRows)])(
    "to page %s depends on role and session, and no method changes anything",
    async (path) => {
      const row = pageRows(known)[path] ?? partRows[path] ?? fileRows[path];
      if (!row) throw new Error(`${path} has no row in security-rows.ts.`);
      const methods = fileRows[path] ? (["GET", "HEAD"] as const) : METHODS;
      const others: Partial<Record<(typeof METHODS)[number], string>> = {
        ...{ OPTIONS: "204", POST: "405", PUT: "405", PATCH: "405", DELETE: "405" },
      };
      const before = await readState();
      for (const method of methods) {
        // A HEAD answer has no text, so it cannot show that the role is too low.
        const expected = Object.fromEntries(
          VISITORS.map((visitor) => {
            const outcome = row.expected[visitor];
            return [visitor, method === "HEAD" && outcome === "not your role" ? "200" : outcome];
          }),
        ) as Row["expected"];
        await checkRow(
          `${method} ${path}`,
          { expected: method in others ? all(others[method] ?? "405") : expected },
          (session) => send(session, method, row.at ?? path),
          { by: method === "GET" ? visitorsFor(method, row) : findExamples(row) },
        );
      }
      expect(await readState()).toBe(before);
    },
  );

  test.each(listServerActions())(
    "to action $name depends on role, session and origin",
    async ({ name, id, page }) => {
      const people = await Promise.all(VISITORS.map(() => newPerson("reader")));
      const row = actionRows(people.map((person) => person.id))[name];
      if (!row) throw new Error(`${name} has no row in security-rows.ts.`);
      await checkRow(
        name,
        row,
        (session) => {
          const input = row.body?.(session);
          return send(session, "POST", page, JSON.stringify(input === undefined ? [] : [input]), {
            "next-action": id,
            accept: "text/x-component",
            "content-type": "text/plain;charset=UTF-8",
          });
        },
        { read: actionOutcomeOf },
      );
    },
  );

  test.each(Object.entries(signInRows))(
    "to the sign-in's %s depends on session and origin",
    async (path, row) => {
      const method = row.body ? "POST" : "GET";
      await checkRow(path, row, (session) =>
        send(session, method, `/api/auth${path}`, formatBody(row, session, method)),
      );
    },
  );
});

test("the debug log contains no secret", () => {
  const log = server.log();
  expect(log.length).toBeGreaterThan(100);
  expect([...secrets].filter(([, secret]) => log.includes(secret)).map(([name]) => name)).toEqual(
    [],
  );
});
