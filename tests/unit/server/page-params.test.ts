import { describe, expect, test } from "vitest";
import { inSameLanguage, type SearchParams, toPairs } from "@/app/(site)/load-query";
import HomePage from "@/app/(site)/page";
import { readChangesRequest } from "@/components/features/changes/changes-request";
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

  test.each(MEMBERS)("%s is an unknown parameter of the changes page", (name) => {
    const { issues } = readChangesRequest(englishText, toPairs(collect(`${name}=1`)));
    expect(issues.map(({ param, got }) => [param, got])).toEqual([[name, "1"]]);
  });
});

test("a repeated parameter comes once for each value", () => {
  expect(toPairs(collect("zones=a&zones=b"))).toEqual([
    ["zones", "a"],
    ["zones", "b"],
  ]);
});

describe("a redirect", () => {
  test("keeps the language that the address names", () => {
    expect(inSameLanguage("/", { lang: "ur" })).toBe("/?lang=ur");
    expect(inSameLanguage("/investors/a?asOf=2024-06-30", { lang: ["zh", "ur"] })).toBe(
      "/investors/a?asOf=2024-06-30&lang=zh",
    );
    expect(inSameLanguage("/sign-in?next=/account", {})).toBe("/sign-in?next=/account");
    expect(inSameLanguage("/", { lang: "fr" })).toBe("/");
  });

  test("from the earlier address of the list of zones leads to it with its whole query", async () => {
    const at = (searchParams: Record<string, string>) =>
      HomePage({ params: Promise.resolve({}), searchParams: Promise.resolve(searchParams) });
    await expect(at({ province: "sindh", asOf: "2021-06-30", lang: "ur" })).rejects.toMatchObject({
      digest: expect.stringContaining(";/zones?province=sindh&asOf=2021-06-30&lang=ur;307"),
    });
  });
});
