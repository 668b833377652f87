import { beforeAll, describe, expect, test, vi } from "vitest";
import { rejectAction } from "../../../lib/server/http/check-action";
import { AUTH_SECRET } from "../../support/auth-secret.mjs";

const SITE = "http://localhost:3000";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://tracker@localhost/tracker");
  vi.stubEnv("AUTH_SECRET", AUTH_SECRET);
  vi.stubEnv("BASE_URL", SITE);
});

/** The status of the rejection of a call, or null. */
async function statusOf(
  body: BodyInit,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<number | null> {
  const request = new Request(`${SITE}/admin/people`, {
    method,
    headers: {
      "next-action": "7f",
      "content-type": "text/plain;charset=UTF-8",
      origin: SITE,
      host: "localhost:3000",
      ...headers,
    },
    ...(method === "POST" ? { body } : {}),
  });
  return (await rejectAction(request))?.status ?? null;
}

describe("a call of a server action", () => {
  test.each([
    ["no arguments", "[]"],
    ["a text", '["id"]'],
    ["a form", '[{"name":"Aisha","email":"a@example.org","role":"analyst"}]'],
    ["a text that begins with $", '["$$5 a day"]'],
    ["nothing", '["$undefined"]'],
  ])("with %s is let through", async (_, body) => {
    expect(await statusOf(body)).toBeNull();
  });

  test.each([
    ["no JSON", "{broken", 400],
    ["an empty body", "", 400],
    ["an object instead of a list", '{"length":1}', 400],
    ["null", "null", 400],
    ["a reference to a file", '["$K1"]', 400],
    ["a reference to a member", '[{"a":"$1:constructor"}]', 400],
    ["20,000 levels", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 400],
    ["100 arguments", JSON.stringify(Array(100).fill(1)), 400],
    ["a number that would be rounded", "[9007199254740993]", 400],
    ["more than 1 MiB", JSON.stringify(["x".repeat(1_100_000)]), 413],
  ])("with %s is rejected", async (_, body, status) => {
    expect(await statusOf(body)).toBe(status);
  });

  test.each([
    ["of another site", { origin: "https://elsewhere.example.org" }, 403],
    ["that is null", { origin: "null" }, 403],
    ["of another host than the request's", { host: "elsewhere.example.org" }, 403],
  ])("from an origin %s is rejected", async (_, headers, status) => {
    expect(await statusOf("[]", headers)).toBe(status);
  });

  test.each([
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
  ])("as %s is rejected", async (type) => {
    expect(await statusOf("--b", { "content-type": type })).toBe(415);
  });

  test("says what is wrong", async () => {
    const request = new Request(SITE, {
      method: "POST",
      headers: { "next-action": "7f", origin: SITE, host: "localhost:3000" },
      body: "{",
    });
    const answer = await rejectAction(request);
    expect(await answer?.text()).toMatch(/Load the page again/);
  });

  test("is only looked at where it is posted", async () => {
    expect(await statusOf("", {}, "GET")).toBeNull();
  });
});
