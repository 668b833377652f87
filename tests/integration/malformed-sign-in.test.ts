import { describe, expect, test } from "vitest";
import { answerAuth } from "../../lib/server/http/auth-route";
import { askAuth, headersFrom } from "../support/people";
import { testDatabase } from "../support/test-database";

testDatabase("empty");

const SIGN_IN = "/sign-in/email";

/** The status of a body of any form. */
async function send(body: string, type: string): Promise<number> {
  const headers = headersFrom({});
  headers.set("content-type", type);
  const request = new Request(`http://localhost:3000/api/auth${SIGN_IN}`, {
    method: "POST",
    headers,
    body,
  });
  return (await answerAuth(request)).status;
}

describe("a sign-in", () => {
  test.each(
    [null, 5, true, {}, [], { toString: 1 }, ["a@example.org"]].map((email) => ({ email })),
  )("with an e-mail address that is no text gets 4xx: %j", async ({ email }) => {
    const { status } = await askAuth(SIGN_IN, { email, password: "a password" });
    expect(status).toBe(400);
  });

  test.each([null, 5, {}, { toString: 1 }, []].map((password) => ({ password })))(
    "with a password that is no text gets 4xx: %j",
    async ({ password }) => {
      const { status } = await askAuth(SIGN_IN, { email: "a@example.org", password });
      expect(status).toBe(400);
    },
  );

  test.each([
    ["{broken", "application/json", 400],
    ["null", "application/json", 400],
    ["[]", "application/json", 400],
    [`${"[".repeat(20_000)}${"]".repeat(20_000)}`, "application/json", 400],
    ["--b\r\nContent-Disp", "multipart/form-data; boundary=b", 415],
    ["--b", "multipart/form-data", 415],
    ["email=%zz", "application/x-www-form-urlencoded", 415],
    ["x", "constructor", 415],
  ])("with the body %.20j of type %s gets %i", async (body, type, status) => {
    expect(await send(body, type)).toBe(status);
  });
});
