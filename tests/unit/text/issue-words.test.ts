import { describe, expect, it } from "vitest";
import type { ClaimReason } from "@/lib/evidence/check-claim";
import type { ParamReason } from "@/lib/query/param-issues";
import { describeClaimReason } from "@/lib/text/claim-issue-words";
import { englishText } from "@/lib/text/english-text";
import { describeParamIssue } from "@/lib/text/issue-words";

const describeReason = (
  reason: ParamReason,
  nearest: string | null = null,
  allowed: string[] = [],
) => describeParamIssue(englishText, { param: "sort", got: "x", reason, allowed, nearest });

describe("an issue with a parameter", () => {
  it.each<[ParamReason, RegExp]>([
    [{ code: "not-allowed", value: "Punjap" }, /Punjap/],
    [{ code: "unknown-param" }, /sort/],
    [{ code: "repeated" }, /sort/],
    [{ code: "number", min: 0, max: 100 }, /0 .*100/],
    [{ code: "whole-number", min: 1, max: null }, /1/],
    [{ code: "whole-number", min: 1, max: 500 }, /1 .*500/],
    [{ code: "search-length", max: 2000 }, /2,000/],
    [{ code: "too-many-params", max: 100 }, /100/],
    [{ code: "name-length", max: 200 }, /200/],
    [{ code: "value-length", max: 2000 }, /2,000/],
    [{ code: "weight-repeated", block: "legal" }, /legal/],
    [{ code: "weight-range", block: "legal", max: 1000, example: "legal:15" }, /1000.*legal:15/],
    [{ code: "sort-repeated", key: "name" }, /name/],
    [
      { code: "range-format", form: "100..500", words: ["unknown", "not-applicable"] },
      /100\.\.500.*unknown or not-applicable/,
    ],
    [{ code: "range-order", from: "500", to: "100" }, /500.*100/],
    [{ code: "map-format", example: "30,70,5" }, /30,70,5/],
    [{ code: "no-revision", last: "r9" }, /r9/],
    [{ code: "future-day", last: "2026-11-24" }, /2026-11-24/],
    [{ code: "after-shown", last: "2026-11-24" }, /2026-11-24/],
    [{ code: "end-order", last: "2020-01-01" }, /2020-01-01|Swap/],
    [{ code: "day-format" }, /\./],
    [{ code: "weights-zero" }, /\./],
  ])("of %o says what is allowed", (reason, words) => {
    const { message, param, got } = describeReason(reason);
    expect(message).toMatch(words);
    expect(message).toMatch(/^[“A-Z].*[.?]$/);
    expect([param, got]).toEqual(["sort", "x"]);
  });

  it("suggests what is near", () => {
    expect(describeReason({ code: "not-allowed", value: "nam" }, "name").message).toContain("name");
    expect(describeReason({ code: "not-allowed", value: "nam" }).message).not.toContain("none");
  });

  it("has the last allowed value where there is no list", () => {
    expect(describeReason({ code: "no-revision", last: "r9" }).allowed[0]).toMatch(/r9/);
    expect(describeReason({ code: "no-revision", last: "r9" }, null, ["r1"]).allowed).toEqual([
      "r1",
    ]);
    expect(describeReason({ code: "day-format" }).allowed).toEqual([]);
  });
});

it.each<[ClaimReason, RegExp]>([
  [{ code: "id" }, /UUID|id/i],
  [{ code: "date-format" }, /\./],
  [{ code: "field", field: "colour", subject: "zone" }, /colour/],
  [{ code: "value", field: "gas", rule: { code: "flag" } }, /gas.*true or false/],
  [{ code: "future-date", today: "2026-11-24" }, /2026-11-24/],
  [{ code: "one-of", allowed: ["low", "medium", "high"] }, /low, medium or high/],
  [{ code: "text-length", part: "note", max: 4000 }, /note.*4,000/],
  [{ code: "characters", part: "locator" }, /locator/],
])("the reason %o for refusing a claim is a sentence", (reason, words) => {
  expect(describeClaimReason(englishText, reason)).toMatch(words);
});
