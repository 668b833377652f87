import { describe, expect, test } from "vitest";
import { type SearchParams, toPairs } from "@/app/(site)/load-query";
import { readLearnedRequest } from "@/components/features/news/news-request";
import { englishText } from "@/lib/text/english-text";

/** The parameters of a search as Next collects them: it takes an object's own member for an earlier value. */
function collect(search: string): SearchParams {
  const params: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const existing = params[name];
    params[name] = existing === undefined ? value : [existing, value].flat();
  }
  return params as SearchParams;
}

const MEMBERS = ["toString", "constructor", "hasOwnProperty", "valueOf"];

describe("a parameter with the name of an object's member", () => {
  test.each(MEMBERS)("%s has only the value of the address on a page", (name) => {
    expect(toPairs(collect(`${name}=1&q=gas`))).toEqual([
      [name, "1"],
      ["q", "gas"],
    ]);
  });

  test.each(MEMBERS)("%s is an unknown parameter of what we learned", (name) => {
    const { issues } = readLearnedRequest(englishText, toPairs(collect(`${name}=1`)));
    expect(issues.map(({ param, got }) => [param, got])).toEqual([[name, "1"]]);
  });
});

test("a repeated parameter comes once for each value", () => {
  expect(toPairs(collect("zones=a&zones=b"))).toEqual([
    ["zones", "a"],
    ["zones", "b"],
  ]);
});
