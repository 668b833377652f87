import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  changePassword,
  fetchSignedIn,
  signIn,
  signInAndOpen,
  signOut,
} from "@/lib/client/session";
import { englishText } from "@/lib/text/english-text";

type Answer = () => Response;

const requests: { address: string; init: RequestInit }[] = [];
let answer: Answer;

/** An answer of the sign-in with a status and a JSON body. */
const json = (status: number, body: unknown, headers?: Record<string, string>): Answer => {
  return () => Response.json(body, { status, ...(headers ? { headers } : {}) });
};
const unreachable: Answer = () => {
  throw new TypeError("fetch failed");
};

beforeEach(() => {
  requests.length = 0;
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    requests.push({ address, init });
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("the signed-in user", () => {
  test("has an id, a name and a role, and nothing else of the session", async () => {
    answer = json(200, {
      user: { id: "asma", name: "Asma", role: "analyst", email: "asma@example.org" },
    });
    expect(await fetchSignedIn()).toEqual({ id: "asma", name: "Asma", role: "analyst" });
    expect(requests[0]?.address).toBe("/api/auth/get-session");
    expect(requests[0]?.init).toMatchObject({ cache: "no-store" });
    expect(requests[0]?.init.method).toBeUndefined();
    expect(requests[0]?.init.body).toBeUndefined();
  });

  test.each<[string, Answer]>([
    ["a visitor", json(200, null)],
    ["a role that does not exist", json(200, { user: { id: "asma", name: "Asma", role: "king" } })],
    ["a user without a role", json(200, { user: { id: "asma", name: "Asma" } })],
    ["a user without a name", json(200, { user: { id: "asma", role: "analyst" } })],
    ["an answer that is no JSON", () => new Response("<html>")],
    ["an error of the server", json(500, { user: { id: "asma", name: "Asma", role: "analyst" } })],
    ["no answer", unreachable],
  ])("is null for %s", async (_, given) => {
    answer = given;
    expect(await fetchSignedIn()).toBeNull();
  });
});

describe("a request to the sign-in", () => {
  const ok = json(200, {});
  const bodyOf = (i: number) => JSON.parse(String(requests[i]?.init.body));

  test("posts the e-mail address without spaces and the password as typed", async () => {
    answer = ok;
    expect(await signIn(englishText.t, " asma@example.org ", " secret ")).toEqual({
      ok: true,
      codeNeeded: false,
    });
    expect(requests[0]).toMatchObject({
      address: "/api/auth/sign-in/email",
      init: { method: "POST", headers: { "content-type": "application/json" } },
    });
    expect(bodyOf(0)).toEqual({ email: "asma@example.org", password: " secret " });
  });

  test("ends the other sessions when the password changes", async () => {
    answer = ok;
    expect(await changePassword(englishText.t, "old", "new")).toMatchObject({ ok: true });
    expect(requests[0]?.address).toBe("/api/auth/change-password");
    expect(bodyOf(0)).toEqual({
      currentPassword: "old",
      newPassword: "new",
      revokeOtherSessions: true,
    });
  });

  test("signs out with an empty body", async () => {
    answer = ok;
    expect(await signOut(englishText.t)).toMatchObject({ ok: true });
    expect(requests[0]?.address).toBe("/api/auth/sign-out");
    expect(bodyOf(0)).toEqual({});
  });

  test("is given up after 20 seconds", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    answer = ok;
    await signOut(englishText.t);
    expect(timeout).toHaveBeenCalledWith(20_000);
    expect(requests[0]?.init.signal).toBe(timeout.mock.results[0]?.value);
    timeout.mockRestore();
  });
});

describe("a failed request to the sign-in", () => {
  const { t } = englishText;

  test.each<[string, Answer, string | null, string]>([
    [
      "a wrong password",
      json(401, { code: "INVALID_EMAIL_OR_PASSWORD" }),
      "password",
      t("errors.session.wrongPassword"),
    ],
    ["an e-mail address", json(400, { code: "INVALID_EMAIL" }), "email", t("errors.session.email")],
    [
      "a wrong current password",
      json(400, { code: "INVALID_PASSWORD" }),
      "password",
      t("errors.session.wrongCurrentPassword"),
    ],
    [
      "a short password",
      json(400, { code: "PASSWORD_TOO_SHORT" }),
      "newPassword",
      t("errors.session.shortPassword"),
    ],
    [
      "a long password",
      json(400, { code: "PASSWORD_TOO_LONG" }),
      "newPassword",
      t("errors.session.longPassword"),
    ],
    ["another site", json(403, { code: "INVALID_ORIGIN" }), null, t("errors.session.origin")],
    [
      "a blocked account, in the server's words",
      json(403, { code: "ACCOUNT_RESTS", message: "Try again at 14:05." }),
      null,
      "Try again at 14:05.",
    ],
    [
      "a blocked account without words of the server",
      json(403, { code: "ACCOUNT_RESTS" }),
      null,
      t("errors.session.blocked"),
    ],
    ["an ended session", json(401, { code: "UNAUTHORIZED" }), null, t("errors.session.signedOut")],
    [
      "too many requests, with the time to wait",
      json(429, {}, { "x-retry-after": "12" }),
      null,
      t("errors.session.tooMany", { seconds: "12" }),
    ],
    [
      "too many requests, a minute where the server gives no time",
      json(429, {}),
      null,
      t("errors.session.tooMany", { seconds: "60" }),
    ],
    ["a database that is away", json(503, {}), null, t("errors.session.databaseAway")],
    ["an error of the server", json(500, {}), null, t("errors.session.failed")],
    [
      "an error of the server with a number",
      json(500, { id: "ab12" }),
      null,
      t("errors.session.failedWithId", { id: "ab12" }),
    ],
    [
      "an answer that is no JSON",
      () => new Response("<html>", { status: 502 }),
      null,
      t("errors.session.failed"),
    ],
    ["an answer that is null", json(500, null), null, t("errors.session.failed")],
    ["an answer that is a text", json(500, "no"), null, t("errors.session.failed")],
    ["no answer", unreachable, null, t("errors.unreachable")],
  ])("explains %s", async (_, given, field, message) => {
    answer = given;
    expect(await signIn(englishText.t, "a@example.org", "x")).toEqual({
      ok: false,
      field,
      message,
    });
  });
});

describe("the sign-in after a password was set", () => {
  test.each<[string, Answer, string]>([
    ["opens the page asked for", json(200, {}), "/admin"],
    [
      "leads to the sign-in where a code is needed",
      json(200, { twoFactorRedirect: true }),
      "/sign-in",
    ],
    ["leads to the sign-in where it fails", json(503, {}), "/sign-in"],
  ])("%s", async (_, given, opened) => {
    answer = given;
    const assign = vi.fn();
    vi.stubGlobal("window", { location: { assign } });
    const credentials = { email: "asma@example.org", password: "secret", next: "/admin" };
    await signInAndOpen(englishText.t, credentials);
    expect(assign.mock.calls).toEqual([[opened]]);
  });
});
