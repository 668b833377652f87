import { expect, test } from "vitest";
import { safeSitePath, withoutParams } from "../../../lib/contract/site-path";

test.each([
  ["/admin/people", "/admin/people"],
  ["/zones/dhabeji-sez?knownOn=r2#ledger", "/zones/dhabeji-sez?knownOn=r2#ledger"],
  ["/a/../admin", "/admin"],
  ["/a b", "/a%20b"],
])("%s is a path of this site", (requested, expected) => {
  expect(safeSitePath(requested, "/fallback")).toBe(expected);
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
  expect(safeSitePath(requested, "/fallback")).toBe("/fallback");
});

test.each([
  ["/alerts?stop=secret", "/alerts"],
  ["/a?x=1&%73top=secret&y=a%20b", "/a?x=1&y=a+b"],
  ["/a?x=a%20b#stop", "/a?x=a%20b#stop"],
])("%s loses the parameter and nothing else", (path, expected) => {
  expect(withoutParams(path, ["stop"])).toBe(expected);
});
