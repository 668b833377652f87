import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AppServer, startAppServer, tellLogOnFailure } from "../support/app-server";
import { endpoints, serverActions } from "../support/endpoints";
import { send } from "../support/http-session";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { makeVisitors, type RequestContext, VISITORS } from "../support/visitors";
import { actionOutcomeOf, outcomeOf } from "./outcome";
import {
  actionRows,
  fileRows,
  type Known,
  pageRows,
  type Row,
  routeRows,
  signInRows,
} from "./security-rows";

const AUTH_SECRET = "a secret of the tests, of more than 32 characters";
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"] as const;
const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": /^(strict-origin-when-cross-origin|no-referrer)$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": "same-origin",
};

process.env.AUTH_SECRET = AUTH_SECRET;
const database = testDatabase("seeded");
let server: AppServer;
let visitors: readonly RequestContext[] = [];
let known: Known = { claims: [] };
/** Secrets by what they are, none of which may be told. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  server = await startAppServer({
    DATABASE_URL: database.url,
    AUTH_SECRET,
    LOG_LEVEL: "debug",
    // Each visitor comes from an address of their own, or the limit on tries would stop the table.
    TRUST_PROXY: "true",
  });
  visitors = await makeVisitors(server.address);
  const rows = await sql(database.url, `SELECT id FROM claim ORDER BY id LIMIT ${VISITORS.length}`);
  known = { claims: rows.map(({ id }) => String(id)) };
  secrets.set("AUTH_SECRET", AUTH_SECRET);
  secrets.set("the database's password", new URL(database.url).password);
  for (const { visitor, person, cookie } of visitors) {
    if (person) secrets.set(`the password of ${visitor}`, person.password);
    const token = decodeURIComponent(cookie?.split("=")[1] ?? "").split(".")[0];
    if (token) secrets.set(`the session of ${visitor}`, token);
  }
});

afterAll(() => server.stop());

beforeEach(() => tellLogOnFailure(server));

/** What is wrong with an answer whatever it says: a header that is missing, a secret that is told. */
function slips(what: string, answer: Response, text: string): string[] {
  return [
    ...Object.entries(HEADERS)
      .filter(([name, value]) => !new RegExp(value).test(answer.headers.get(name) ?? ""))
      .map(([name]) => `${what}: ${name} is ${answer.headers.get(name)}`),
    ...[...secrets]
      .filter(([, secret]) => text.includes(secret))
      .map(([name]) => `${what} tells ${name}`),
    ...(answer.status >= 400 && /^\/api\/v1/.test(new URL(answer.url).pathname)
      ? problemSlips(what, answer)
      : []),
  ];
}

/** Failures of the API are problem documents; a method that a handler does not have is refused by the framework. */
function problemSlips(what: string, answer: Response): string[] {
  const type = answer.headers.get("content-type") ?? "";
  return answer.status === 405 || type.startsWith("application/problem+json")
    ? []
    : [`${what} fails with ${type}`];
}

/** The text of an answer; of one that does not end, none. */
async function textOf(answer: Response): Promise<string> {
  if (!(answer.headers.get("content-type") ?? "").includes("event-stream")) return answer.text();
  await answer.body?.cancel();
  return "";
}

/** Everything that a change would change. */
async function state(): Promise<string> {
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

/**
 * Asks for everybody, and holds what each gets against the row. Whoever is refused asks first, and leaves
 * nothing changed.
 */
async function hold(
  name: string,
  { expected }: Row,
  ask: (asking: RequestContext) => Promise<Response>,
  read = outcomeOf,
): Promise<void> {
  const got: Record<string, string> = {};
  const wrong: string[] = [];
  const askFor = async (asking: RequestContext) => {
    const answer = await ask(asking);
    const text = await textOf(answer);
    got[asking.visitor] = read(answer, text);
    wrong.push(...slips(`${name} for ${asking.visitor}`, answer, text));
  };
  const isGranted = ({ visitor }: RequestContext) => /^(20.|done)$/.test(expected[visitor]);
  const before = await state();
  await Promise.all(visitors.filter((asking) => !isGranted(asking)).map(askFor));
  if (!/sign-out/.test(name)) expect(await state(), `${name} refused`).toBe(before);
  await Promise.all(visitors.filter(isGranted).map(askFor));
  expect(got, name).toEqual(expected);
  expect(wrong, name).toEqual([]);
}

const bodyFor = ({ body }: Row, asking: RequestContext, method: string) =>
  body && method !== "GET" && method !== "HEAD" ? JSON.stringify(body(asking)) : undefined;

const all = (outcome: string): Row["expected"] =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor, outcome])) as Row["expected"];

describe("the table", () => {
  const found = endpoints();
  const pathsOf = (kind: string) =>
    found.filter((one) => one.kind === kind).map(({ path }) => path);

  test("has every route, page, file and action there is", () => {
    expect(Object.keys(routeRows(known)).sort()).toEqual(pathsOf("route").sort());
    expect(Object.keys(pageRows(known)).sort()).toEqual(pathsOf("page").sort());
    expect(Object.keys(fileRows).sort()).toEqual(pathsOf("file").sort());
    const names = serverActions().map(({ name }) => name);
    expect(Object.keys(actionRows([])).sort()).toEqual(names);
  });

  test("has every open path of the sign-in", async () => {
    const { OPEN_AUTH_PATHS } = await import("../../lib/server/auth");
    expect(Object.keys(signInRows).sort()).toEqual([...OPEN_AUTH_PATHS].sort());
  });

  test.each(pathsOf("route"))("route %s", async (path) => {
    const rows = routeRows(known)[path] ?? {};
    const at = path.replace(/\[\[?\.\.\.\w+\]?\]/, "nowhere").replace("[slug]", "rashakai-sez");
    const likeGet = rows.HEAD ?? rows.GET;
    for (const method of METHODS) {
      const row: Row =
        method === "HEAD" && likeGet
          ? likeGet
          : (rows[method] ?? { expected: all(method === "OPTIONS" ? "204" : "405") });
      await hold(`${method} ${path}`, row, (asking) =>
        send(asking, method, row.at ?? at, bodyFor(row, asking, method)),
      );
    }
  });

  test.each([...pathsOf("page"), ...pathsOf("file")])("page %s", async (path) => {
    const row = pageRows(known)[path] ?? fileRows[path];
    if (!row) throw new Error(`${path} has no row.`);
    const methods = fileRows[path] ? (["GET", "HEAD"] as const) : METHODS;
    const before = await state();
    for (const method of methods) {
      // Without its text a HEAD cannot say that the role is too low.
      const expected = Object.fromEntries(
        VISITORS.map((visitor) => {
          const outcome = row.expected[visitor];
          return [visitor, method === "HEAD" && outcome === "not your role" ? "200" : outcome];
        }),
      ) as Row["expected"];
      await hold(
        `${method} ${path}`,
        { expected: method === "OPTIONS" ? all("400") : expected },
        (asking) => send(asking, method, row.at ?? path),
      );
    }
    expect(await state()).toBe(before);
  });

  test.each(serverActions())("action $name", async ({ name, id, page }) => {
    const people = await Promise.all(VISITORS.map(() => newPerson("reader")));
    const row = actionRows(people.map((person) => person.id))[name];
    if (!row) throw new Error(`${name} has no row.`);
    await hold(
      name,
      row,
      (asking) => {
        const input = row.body?.(asking);
        return send(asking, "POST", page, JSON.stringify(input === undefined ? [] : [input]), {
          "next-action": id,
          accept: "text/x-component",
          "content-type": "text/plain;charset=UTF-8",
        });
      },
      actionOutcomeOf,
    );
  });

  test.each(Object.entries(signInRows))("sign-in's %s", async (path, row) => {
    const method = row.body ? "POST" : "GET";
    await hold(path, row, (asking) =>
      send(asking, method, `/api/auth${path}`, bodyFor(row, asking, method)),
    );
  });
});

test("the log, with every detail, tells no secret", () => {
  const log = server.log();
  expect(log.length).toBeGreaterThan(100);
  expect([...secrets].filter(([, secret]) => log.includes(secret)).map(([name]) => name)).toEqual(
    [],
  );
});
