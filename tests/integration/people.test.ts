import { beforeAll, describe, expect, test } from "vitest";
import { headersFrom, newPerson, SET_UP, signedIn, trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

const database = testDatabase("empty");

const people = () => import("../../lib/server/people");
const session = () => import("../../lib/server/session");

/** Whoever a cookie's session belongs to; null once it has ended. */
async function whoIs(cookie: string): Promise<string | null> {
  const { getPerson } = await session();
  return (await getPerson(headersFrom({ cookie })))?.name ?? null;
}

const openAdmins = async () =>
  (await sql(database.url, `SELECT id FROM "user" WHERE role = 'admin' AND closed_at IS NULL`))
    .length;

describe("accounts", () => {
  test("a person is added with a role and can sign in", async () => {
    const analyst = await newPerson("analyst");
    expect(await whoIs(await signedIn(analyst))).toBe(analyst.name);
    const { listPeople } = await people();
    expect((await listPeople()).find(({ id }) => id === analyst.id)).toMatchObject({
      email: analyst.email,
      role: "analyst",
      closed: false,
      sessions: 1,
    });
  });

  test("an address is taken once, whatever its letters' case", async () => {
    const { addPerson } = await people();
    const { email } = await newPerson("analyst");
    const again = { name: "Another", email: ` ${email.toUpperCase()} `, role: "reader" } as const;
    const result = await addPerson({ ...again, password: "a long enough password" }, SET_UP);
    expect(result).toMatchObject({ ok: false, faults: [{ field: "email" }] });
  });

  test("every fault is told beside its field, and nobody is made", async () => {
    const { addPerson, listPeople } = await people();
    const before = (await listPeople()).length;
    const result = await addPerson(
      { name: " ", email: "nowhere", role: "reader", password: "short" },
      SET_UP,
    );
    if (result.ok) throw new Error("it was made");
    expect(result.faults.map(({ field }) => field)).toEqual(["name", "email", "password"]);
    expect((await listPeople()).length).toBe(before);
  });

  test("a new role holds from the next request of an open session on", async () => {
    const { changeRole } = await people();
    const { authoriseChange } = await session();
    const analyst = await newPerson("analyst");
    const cookie = await signedIn(analyst);
    const may = async () => "person" in (await authoriseChange(headersFrom({ cookie }), "decide"));
    expect(await may()).toBe(false);
    await changeRole(analyst.id, "reviewer", SET_UP);
    expect(await may()).toBe(true);
  });

  test("a closed account ends its sessions and cannot sign in until it is opened again", async () => {
    const { closePerson, reopenPerson } = await people();
    const analyst = await newPerson("analyst");
    const cookie = await signedIn(analyst);
    await closePerson(analyst.id, SET_UP);
    expect(await whoIs(cookie)).toBeNull();

    const refused = await trySignIn(analyst.email, analyst.password);
    const wrong = await trySignIn("nobody@example.org", analyst.password);
    expect(refused.status).toBe(401);
    // A closed account tells no more than one that does not exist.
    expect(await refused.json()).toEqual(await wrong.json());

    await reopenPerson(analyst.id, SET_UP);
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(200);
  });

  test("a reset gives a password once, and ends the old one and every session", async () => {
    const { resetPassword } = await people();
    const analyst = await newPerson("analyst");
    const cookie = await signedIn(analyst);
    const reset = await resetPassword(analyst.id, SET_UP);
    if (!reset.ok) throw new Error("it was refused");
    expect(await whoIs(cookie)).toBeNull();
    expect((await trySignIn(analyst.email, analyst.password)).status).toBe(401);
    expect((await trySignIn(analyst.email, reset.value)).status).toBe(200);
  });

  test("sessions are ended all at once and counted", async () => {
    const { endSessions } = await people();
    const analyst = await newPerson("analyst");
    const cookies = [await signedIn(analyst), await signedIn(analyst)];
    expect(await endSessions(analyst.id, SET_UP)).toEqual({ ok: true, value: 2 });
    expect(await Promise.all(cookies.map(whoIs))).toEqual([null, null]);
  });

  test("one's own other sessions end, this one stays", async () => {
    const { endOtherSessions, ownSessions } = await import("../../lib/server/own-sessions");
    const analyst = await newPerson("analyst");
    const [here, there] = [await signedIn(analyst), await signedIn(analyst)];
    const headers = headersFrom({ cookie: here });
    expect((await ownSessions(headers)).map((item) => item.here)).toEqual([true, false]);
    expect(await endOtherSessions(headers, SET_UP)).toEqual({ ok: true, value: 1 });
    expect(await whoIs(here)).toBe(analyst.name);
    expect(await whoIs(there)).toBeNull();
  });

  test("somebody who is not there is told so", async () => {
    const { endSessions } = await people();
    expect(await endSessions("nobody", SET_UP)).toMatchObject({
      ok: false,
      faults: [{ field: "person" }],
    });
  });
});

describe("the last admin", () => {
  let admins: { id: string }[] = [];
  beforeAll(async () => {
    admins = [await newPerson("admin"), await newPerson("admin")];
  });

  test.each(["changeRole", "closePerson"] as const)(
    "of two admins who take each other's place at once by %s, one stays",
    async (act) => {
      const { changeRole, closePerson, reopenPerson } = await people();
      const take = ({ id }: { id: string }) =>
        act === "changeRole" ? changeRole(id, "reader", SET_UP) : closePerson(id, SET_UP);
      for (let round = 0; round < 5; round++) {
        const results = await Promise.all(admins.map(take));
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await openAdmins()).toBe(1);
        for (const { id } of admins) {
          await reopenPerson(id, SET_UP);
          await changeRole(id, "admin", SET_UP);
        }
      }
    },
  );

  test("a closed admin does not count", async () => {
    const { changeRole, closePerson } = await people();
    const [first, second] = admins;
    if (!first || !second) throw new Error("two admins are needed");
    expect((await closePerson(first.id, SET_UP)).ok).toBe(true);
    const refused = await changeRole(second.id, "reviewer", SET_UP);
    expect(refused).toMatchObject({
      ok: false,
      faults: [{ field: "role", message: expect.stringContaining("last admin") }],
    });
    expect(await closePerson(second.id, SET_UP)).toMatchObject({ ok: false });
    expect(await openAdmins()).toBe(1);
  });
});
