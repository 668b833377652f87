import { expect, test } from "vitest";
import { safeRedirectPath } from "../../../lib/contract/sign-in";

test.each([
  ["/admin/people", "/admin/people"],
  ["/zones/dhabeji-sez?knownOn=r2#ledger", "/zones/dhabeji-sez?knownOn=r2#ledger"],
  ["/a/../admin", "/admin"],
  ["/a b", "/a%20b"],
])("%s is a path of this site", (requested, expected) => {
  expect(safeRedirectPath(requested, "/fallback")).toBe(expected);
});

test.each([
  null,
  undefined,
  "",
  "admin",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "/.//elsewhere.example",
  "/a/..//elsewhere.example",
  "javascript:alert(1)",
  "//",
])("%s is not a path of this site", (requested) => {
  expect(safeRedirectPath(requested, "/fallback")).toBe("/fallback");
});
