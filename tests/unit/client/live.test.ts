import { expect, test } from "vitest";
import { isReplaced } from "@/lib/client/live";

test.each([
  ["a later revision", { version: 3, identity: "a" }, { version: 4, identity: "b" }, false],
  ["the same revision", { version: 3, identity: "a" }, { version: 3, identity: "a" }, false],
  [
    "the same number, the page's identity not known",
    { version: 3 },
    { version: 3, identity: "a" },
    false,
  ],
  [
    "the same number with another identity",
    { version: 3, identity: "a" },
    { version: 3, identity: "b" },
    true,
  ],
  ["an earlier revision", { version: 3 }, { version: 2, identity: "a" }, true],
])("%s", (_, known, now, replaced) => {
  expect(isReplaced(known, now)).toBe(replaced);
});
