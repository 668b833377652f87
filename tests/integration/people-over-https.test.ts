import { expect, test } from "vitest";
import { SESSION_COOKIES } from "../../lib/contract/sign-in";
import { askAuth, headersFrom, readCookie, trySignIn } from "../support/people";
import { testDatabase } from "../support/test-database";

const ORIGIN = "https://tracker.example.org";
const EMAIL = "Boss@Example.org";
const PASSWORD = "a password from the settings";

process.env.BASE_URL = ORIGIN;
process.env.BOOTSTRAP_ADMIN_EMAIL = EMAIL;
process.env.BOOTSTRAP_ADMIN_PASSWORD = PASSWORD;

testDatabase("empty");

test("the settings create the first admin once", async () => {
  const { hasAdmin, prepareSetUp } = await import("../../lib/server/accounts/set-up");
  const { listPeople } = await import("../../lib/server/accounts/people");
  expect(await prepareSetUp()).toBeNull();
  expect(await hasAdmin()).toBe(true);
  expect(await prepareSetUp()).toBeNull();
  expect((await listPeople()).map(({ email, role }) => [email, role])).toEqual([
    ["boss@example.org", "admin"],
  ]);
});

test("with an HTTPS address cookies are secure and belong to this host alone", async () => {
  const answer = await trySignIn(EMAIL, PASSWORD, { origin: ORIGIN });
  expect(answer.status).toBe(200);
  const cookies = answer.headers.getSetCookie();
  expect(cookies.map((cookie) => cookie.split("=")[0])).toContain(SESSION_COOKIES[0]);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).not.toMatch(/Domain=/i);
  }
  const { getPerson } = await import("../../lib/server/accounts/session");
  expect(await getPerson(headersFrom({ cookie: readCookie(answer) }))).toMatchObject({
    role: "admin",
  });
});

test("a password from the settings has to be changed before anything else", async () => {
  const { authoriseChange, authoriseOwnChange } = await import("../../lib/server/accounts/session");
  const signedIn = await trySignIn(EMAIL, PASSWORD, { origin: ORIGIN });
  const access = (cookie: string) =>
    authoriseChange(headersFrom({ cookie, origin: ORIGIN }), "manage-people");
  const cookie = readCookie(signedIn);
  expect(await access(cookie)).toMatchObject({ forbidden: "password-change" });
  expect(await authoriseOwnChange(headersFrom({ cookie, origin: ORIGIN }))).toHaveProperty(
    "person",
  );
  const changed = await askAuth(
    "/change-password",
    { currentPassword: PASSWORD, newPassword: "a password of my own choice" },
    { cookie, origin: ORIGIN },
  );
  expect(changed.status).toBe(200);
  expect(await access(cookie)).toHaveProperty("actor");
});

test("with BASE_URL the names of this machine are foreign origins", async () => {
  const answer = await trySignIn(EMAIL, PASSWORD, { origin: "http://localhost:3000" });
  expect(answer.status).toBe(403);
});
