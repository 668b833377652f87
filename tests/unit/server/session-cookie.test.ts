import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import { readSessionToken } from "../../../lib/server/accounts/session";

const SECRET = "the secret of the test, which is long enough";
vi.mock("../../../lib/server/env", () => ({
  authSecret: () => SECRET,
  env: () => ({ BASE_URL: undefined, PORT: 3000 }),
}));

const NAME = "tracker.session_token";
function sign(token: string, secret = SECRET): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${NAME}=${encodeURIComponent(`${token}.${signature}`)}`;
}

test("a cookie with our signature gives its token, wherever it stands", () => {
  expect(readSessionToken(sign("abc"))).toBe("abc");
  expect(readSessionToken(`theme=dark; ${sign("a.b")}; language=ur`)).toBe("a.b");
});

test.each([
  ["no cookie", null],
  ["another cookie", "theme=dark"],
  ["another secret", sign("abc", "another secret")],
  ["another token", sign("abc").replace("=abc", "=abd")],
  ["no signature", `${NAME}=abc`],
  ["a short signature", sign("abc").slice(0, -8)],
  ["a name that only ends the same", `x${sign("abc")}`],
  ["two of the name", `${sign("abc")}; ${sign("abc")}`],
  ["a wrong encoding", `${NAME}=%E0%A4%A`],
])("%s gives none", (_, header) => {
  expect(readSessionToken(header)).toBeNull();
});
