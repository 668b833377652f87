import { expect, test } from "vitest";
import { ownPath } from "../../../lib/contract/own-path";

test.each([
  ["/admin/people", "/admin/people"],
  ["/zones/dhabeji-sez?knownOn=r2#ledger", "/zones/dhabeji-sez?knownOn=r2#ledger"],
  ["/a/../admin", "/admin"],
  ["/a b", "/a%20b"],
])("%s is a path of this site", (asked, expected) => {
  expect(ownPath(asked, "/otherwise")).toBe(expected);
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
])("%s is none", (asked) => {
  expect(ownPath(asked, "/otherwise")).toBe("/otherwise");
});
