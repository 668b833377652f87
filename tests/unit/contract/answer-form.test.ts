import { expect, test } from "vitest";
import { getPreferredForm } from "@/lib/contract/answer-form";

test.each([
  [null, "json"],
  ["", "json"],
  ["*/*", "json"],
  ["application/geo+json, application/json", "json"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"],
  ["text/*", "html"],
  ["text/html;q=0.5, application/geo+json", "json"],
  ["text/html, application/json", "json"],
  ["TEXT/HTML; Q=0.9, application/json;q=0.1", "html"],
  ["text/html;q=0", "json"],
  ["text/html;q=much", "json"],
  ["image/png", "json"],
])("the header Accept %j prefers %s", (accept, form) => {
  expect(getPreferredForm(accept)).toBe(form);
});
