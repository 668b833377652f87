import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ACTS, type Act, may, ROLES, type Role } from "../../lib/catalogue/roles";
import type { ChangeAnswer } from "../../lib/contract/change-answer";
import { headersFrom, newPerson, signedIn, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

const database = testDatabase("empty");

/** The head of the request that the action under test answers. */
let asked = new Headers();
vi.mock("next/headers", () => ({ headers: async () => asked }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const VISITORS = ["visitor", ...ROLES] as const;
type Visitor = (typeof VISITORS)[number];

const cookies = new Map<Visitor, string>();
let victim: TestPerson;

beforeAll(async () => {
  for (const role of ROLES) cookies.set(role, await signedIn(await newPerson(role)));
});

beforeEach(async () => {
  victim = await newPerson("analyst");
});

const from = (visitor: Visitor, origin?: string | null) =>
  headersFrom({ cookie: cookies.get(visitor), ...(origin === undefined ? {} : { origin }) });

describe.each(Object.keys(ACTS) as Act[])("%s", (act) => {
  test.each(VISITORS)("by a %s", async (visitor) => {
    const { authorise, authoriseChange } = await import("../../lib/server/session");
    const role: Role | null = visitor === "visitor" ? null : visitor;
    const refusal = role === null ? "signed-out" : may(role, act) ? null : "forbidden";
    const expected = refusal === null ? { person: { role } } : { refusal };
    expect(await authorise(from(visitor), act)).toMatchObject(expected);
    expect(await authoriseChange(from(visitor), act)).toMatchObject(expected);
    for (const origin of ["https://elsewhere.example", "null", null]) {
      expect(await authoriseChange(from(visitor, origin), act)).toEqual({
        refusal: "foreign-origin",
      });
    }
  });
});

type Change = (input: unknown) => Promise<ChangeAnswer<unknown>>;

/** Every change of the people page, and what it is asked with. */
const CHANGES: readonly [name: string, input: () => unknown][] = [
  ["createUser", () => ({ name: "New", email: `new-${Math.random()}@example.org`, role: "admin" })],
  ["changePersonRole", () => ({ id: victim.id, role: "admin" })],
  ["resetPersonPassword", () => victim.id],
  ["revokeSessions", () => victim.id],
  ["deactivateUser", () => victim.id],
  ["reactivateUser", () => victim.id],
];

describe.each(CHANGES)("%s", (name, input) => {
  const change = async (headers: Headers, sent: unknown) => {
    const actions: Record<string, Change> = await import("../../app/admin/people/actions");
    const action = actions[name];
    if (!action) throw new Error(`there is no action ${name}`);
    asked = headers;
    return action(sent);
  };
  /** Everything that a change could touch. */
  const state = () =>
    Promise.all(
      [`"user"`, "account", "audit_entry"].map((table) =>
        sql(database.url, `SELECT * FROM ${table} ORDER BY 1`),
      ),
    );

  test.each(["visitor", "reader", "analyst", "reviewer"] as const)(
    "is refused to a %s and changes nothing",
    async (visitor) => {
      const before = await state();
      const answer = await change(from(visitor), input());
      expect(answer).toMatchObject({ ok: false, faults: [], signedOut: visitor === "visitor" });
      expect(await state()).toEqual(before);
    },
  );

  test("is refused to an admin from another site's page", async () => {
    const before = await state();
    const answer = await change(from("admin", "https://elsewhere.example"), input());
    expect(answer).toMatchObject({
      ok: false,
      message: expect.stringContaining("another address"),
    });
    expect(await state()).toEqual(before);
  });

  test("is refused where it is asked with anything else", async () => {
    for (const sent of [undefined, null, 7, {}, { id: { not: "" }, role: "admin" }, [victim.id]]) {
      expect(await change(from("admin"), sent)).toMatchObject({ ok: false });
    }
  });

  test("is made for an admin", async () => {
    expect(await change(from("admin"), input())).toMatchObject({ ok: true });
  });
});

describe("one's own sessions", () => {
  const end = async (headers: Headers) => {
    const { endMyOtherSessions } = await import("../../app/(site)/account/actions");
    asked = headers;
    return endMyOtherSessions();
  };

  test("are ended by whoever is signed in, whatever the role", async () => {
    const cookie = await signedIn(await newPerson("reader"));
    expect(await end(headersFrom({ cookie }))).toEqual({ ok: true, value: 0 });
  });

  test("are not ended by a visitor, nor from another site's page", async () => {
    expect(await end(from("visitor"))).toMatchObject({ ok: false, signedOut: true });
    expect(await end(from("admin", null))).toMatchObject({ ok: false, signedOut: false });
  });
});
