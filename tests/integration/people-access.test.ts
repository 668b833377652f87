import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ACTS, type Act, may, ROLES, type Role } from "../../lib/catalogue/roles";
import type { ActionResult } from "../../lib/contract/action-result";
import { headersFrom, newPerson, signInAs, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";
import { personOf } from "../support/user";

const database = testDatabase("empty");

/** Headers of the request to the action under test. */
let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const VISITORS = ["visitor", ...ROLES] as const;
type Visitor = (typeof VISITORS)[number];

const cookies = new Map<Visitor, string>();
let admin: TestPerson;
let target: TestPerson;

beforeAll(async () => {
  for (const role of ROLES) {
    const person = await newPerson(role);
    cookies.set(role, await signInAs(person));
    if (role === "admin") admin = person;
  }
});

beforeEach(async () => {
  target = await newPerson("analyst");
});

const from = (visitor: Visitor, origin?: string | null) =>
  headersFrom({ cookie: cookies.get(visitor), ...(origin === undefined ? {} : { origin }) });

describe.each(Object.keys(ACTS) as Act[])("%s", (act) => {
  test.each(VISITORS)("is allowed or forbidden to a %s by their role", async (visitor) => {
    const { authoriseChange } = await import("../../lib/server/accounts/session");
    const role: Role | null = visitor === "visitor" ? null : visitor;
    const person = role === null ? null : expect.objectContaining({ role });
    const forbidden = role === null ? "signed-out" : may(role, act) ? null : "forbidden";
    const expected = forbidden === null ? { person } : { forbidden, person };
    expect(await authoriseChange(from(visitor), act)).toMatchObject(expected);
    for (const origin of ["https://elsewhere.example", "null", null]) {
      expect(await authoriseChange(from(visitor, origin), act)).toEqual({
        forbidden: "foreign-origin",
        person,
      });
    }
  });
});

type Change = (input: unknown) => Promise<ActionResult<unknown>>;

/** All actions of the people page with their input. */
const CHANGES: readonly [name: string, input: () => unknown][] = [
  [
    "createUser",
    () => ({
      name: "New",
      email: `new-${Math.random()}@example.org`,
      role: "admin",
      ownPassword: admin.password,
    }),
  ],
  ["changePersonRole", () => ({ id: target.id, role: "admin", ownPassword: admin.password })],
  ["resetPersonPassword", () => ({ id: target.id, ownPassword: admin.password })],
  ["revokeSessions", () => target.id],
  ["deactivateUser", () => target.id],
  ["reactivateUser", () => target.id],
];

describe.each(CHANGES)("%s", (name, input) => {
  const change = async (headers: Headers, sent: unknown) => {
    const actions: Record<string, Change> = await import("../../app/admin/people/actions");
    const action = actions[name];
    if (!action) throw new Error(`There is no action ${name}.`);
    requestHeaders = headers;
    return action(sent);
  };
  /** All rows that an action can change. */
  const readState = () =>
    Promise.all(
      [`"user"`, "account", "audit_entry"].map((table) =>
        sql(database.url, `SELECT * FROM ${table} ORDER BY 1`),
      ),
    );

  test.each(["visitor", "reader", "analyst", "reviewer"] as const)(
    "is forbidden to a %s and changes nothing",
    async (visitor) => {
      const before = await readState();
      const answer = await change(from(visitor), input());
      expect(answer).toMatchObject({ ok: false, issues: [], signedOut: visitor === "visitor" });
      expect(await readState()).toEqual(before);
    },
  );

  test("is forbidden to an admin on a page of another site", async () => {
    const before = await readState();
    const answer = await change(from("admin", "https://elsewhere.example"), input());
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringContaining("another site"),
    });
    expect(await readState()).toEqual(before);
  });

  test("rejects other input", async () => {
    for (const sent of [undefined, null, 7, {}, { id: { not: "" }, role: "admin" }, [target.id]]) {
      expect(await change(from("admin"), sent)).toMatchObject({ ok: false });
    }
  });

  test("needs the admin's own password if it gives rights or access", async () => {
    const sent = input();
    if (typeof sent !== "object") return;
    const before = await readState();
    for (const ownPassword of ["a wrong password", target.password, "", undefined]) {
      const answer = await change(from("admin"), { ...sent, ownPassword });
      expect(answer).toMatchObject({ ok: false, issues: [{ param: "ownPassword" }] });
    }
    expect(await readState()).toEqual(before);
    expect(await change(from("admin"), sent)).toMatchObject({ ok: true });
  });

  test("works for an admin", async () => {
    expect(await change(from("admin"), input())).toMatchObject({ ok: true });
  });
});

describe("a user's own sessions", () => {
  const end = async (headers: Headers) => {
    const { endMyOtherSessions } = await import("../../app/(site)/account/actions");
    requestHeaders = headers;
    return endMyOtherSessions();
  };

  test("can be ended in any role", async () => {
    const cookie = await signInAs(await newPerson("reader"));
    expect(await end(headersFrom({ cookie }))).toEqual({ ok: true, value: 0 });
  });

  test("can be ended singly, and those of others and the present one cannot", async () => {
    const { endMySession } = await import("../../app/(site)/account/actions");
    const { listOwnSessions } = await import("../../lib/server/accounts/session");
    const [reader, other] = [await newPerson("reader"), await newPerson("reader")];
    const [here, there, theirs] = [
      await signInAs(reader),
      await signInAs(reader),
      await signInAs(other),
    ];
    const list = async (cookie: string) => listOwnSessions(await personOf(cookie));
    const [present, elsewhere] = await list(here);
    const [foreign] = await list(theirs);
    requestHeaders = headersFrom({ cookie: here });
    expect(await endMySession(foreign?.id)).toEqual({ ok: true, value: 0 });
    expect(await endMySession(present?.id)).toEqual({ ok: true, value: 0 });
    expect(await endMySession(elsewhere?.id)).toEqual({ ok: true, value: 1 });
    await expect(list(there)).rejects.toThrow("no person");
    expect((await list(here)).map(({ id }) => id)).toEqual([present?.id]);
    expect(await list(theirs)).toHaveLength(1);
    for (const sent of [undefined, "", {}, { equals: "" }]) {
      expect(await endMySession(sent)).toMatchObject({ ok: false });
    }
  });

  test("cannot be ended by a visitor or from another site", async () => {
    expect(await end(from("visitor"))).toMatchObject({ ok: false, signedOut: true });
    expect(await end(from("admin", null))).toMatchObject({ ok: false, signedOut: false });
  });
});
