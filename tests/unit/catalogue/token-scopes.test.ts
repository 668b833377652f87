import { expect, test } from "vitest";
import { ACTS, type Act } from "@/lib/catalogue/roles";
import { scopesAllow, TOKEN_SCOPES } from "@/lib/catalogue/token-scopes";

test("each scope allows its own acts, and no scope manages accounts", () => {
  const allowed = (scopes: readonly string[]) =>
    (Object.keys(ACTS) as Act[]).filter((act) => scopesAllow(scopes, act));
  expect(allowed([])).toEqual([]);
  expect(allowed(["admin", "*"])).toEqual([]);
  expect(allowed(["read-drafts"])).toEqual(["read-drafts"]);
  expect(allowed(["record"])).toEqual(["record"]);
  expect(allowed(["judge"])).toEqual(["withdraw-own", "decide"]);
  expect(allowed(TOKEN_SCOPES)).toEqual(["record", "withdraw-own", "read-drafts", "decide"]);
});
