import { expect, test } from "vitest";
import { isAcceptable } from "@/lib/contract/answer-form";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

test.each([
  [null, true],
  ["", true],
  [BROWSER, true],
  ["application/json", true],
  ["APPLICATION/*; Q=0.5", true],
  ["text/html", false],
  ["application/geo+json;q=0, text/html", false],
  ["application/geo+json;q=much", false],
])("the header Accept %j allows GeoJSON: %s", (accept, isAllowed) => {
  expect(isAcceptable(accept, "application/geo+json; charset=utf-8")).toBe(isAllowed);
});
