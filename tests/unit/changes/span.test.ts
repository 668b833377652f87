import { describe, expect, it } from "vitest";
import {
  getQuarterOn,
  getYearBefore,
  listLastQuarters,
  readQuarter,
  readSpanEnd,
  resolveSpan,
  type SpanRequest,
} from "@/lib/changes/span";
import type { ParamIssue } from "@/lib/query/param-issues";
import { englishText } from "@/lib/text/english-text";
import { describeParamIssue } from "@/lib/text/issue-words";

const LATEST = { asOf: "2026-11-24", revision: 9 };
const NOTHING: SpanRequest = { from: null, to: null, quarter: null };

function say(problem: ParamIssue): string {
  const { param, message } = describeParamIssue(englishText, problem);
  return `${param}: ${message}`;
}

function compare(part: Partial<SpanRequest>) {
  const answer = resolveSpan({ ...NOTHING, ...part }, LATEST);
  if ("problem" in answer) return say(answer.problem);
  const { from, to } = answer.span;
  return [from, to].map(({ asOf, revision: knownOn }) => `${asOf} r${knownOn}`).join(" … ");
}

const quarter = (name: string) => {
  const read = readQuarter(name);
  if ("issue" in read) throw new Error(read.issue.reason.code);
  return read.value;
};

describe("resolveSpan", () => {
  it.each<[string, Partial<SpanRequest>, string]>([
    ["by default, the last year", {}, "2025-11-24 r9 … 2026-11-24 r9"],
    ["from a day to today", { from: { day: "2020-01-01" } }, "2020-01-01 r9 … 2026-11-24 r9"],
    ["the year up to a day", { to: { day: "2020-02-29" } }, "2019-02-28 r9 … 2020-02-29 r9"],
    ["the changes of a revision", { to: { revision: 3 } }, "2026-11-24 r2 … 2026-11-24 r3"],
    ["the changes after a revision", { from: { revision: 3 } }, "2026-11-24 r3 … 2026-11-24 r9"],
    [
      "two revisions",
      { from: { revision: 0 }, to: { revision: 1 } },
      "2026-11-24 r0 … 2026-11-24 r1",
    ],
    ["a quarter", { quarter: quarter("2025-Q4") }, "2025-09-30 r9 … 2025-12-31 r9"],
    [
      "the past part of the current quarter",
      { quarter: quarter("2026-Q4") },
      "2026-09-30 r9 … 2026-11-24 r9",
    ],
  ])("%s", (_, request, expected) => {
    expect(compare(request)).toBe(expected);
  });

  it.each<[string, Partial<SpanRequest>, RegExp]>([
    [
      "one day and one revision",
      { from: { day: "2020-01-01" }, to: { revision: 1 } },
      /^to: .*2 days or 2 revisions/,
    ],
    ["a day to come", { to: { day: "2026-11-25" } }, /^to: Data is shown up to 2026-11-24/],
    ["a future revision", { from: { revision: 10 } }, /^from: There is no such revision/],
    [
      "days that run backwards",
      { from: { day: "2021-01-01" }, to: { day: "2020-01-01" } },
      /^from: .*Swap/,
    ],
    [
      "versions that run backwards",
      { from: { revision: 3 }, to: { revision: 2 } },
      /^from: .*Swap/,
    ],
    ["a quarter to come", { quarter: quarter("2027-Q1") }, /^quarter: This quarter has not begun/],
    [
      "a quarter and a day",
      { quarter: quarter("2025-Q1"), to: { day: "2020-01-01" } },
      /^quarter: .*Leave out from and to/,
    ],
  ])("refuses %s", (_, request, message) => {
    expect(compare(request)).toMatch(message);
  });

  it.each<[string, Partial<SpanRequest>]>([
    ["one revision with itself", { from: { revision: 3 }, to: { revision: 3 } }],
    ["one day with itself", { from: { day: "2020-01-01" }, to: { day: "2020-01-01" } }],
  ])("compares %s", (_, request) => {
    const [from, to] = compare(request).split(" … ");
    expect(from).toBe(to);
  });

  it("a quarter can be compared from its first day", () => {
    const at = (asOf: string) =>
      resolveSpan({ ...NOTHING, quarter: quarter("2026-Q4") }, { ...LATEST, asOf });
    expect(at("2026-10-01")).toHaveProperty("span.to.asOf", "2026-10-01");
    expect(at("2026-09-30")).toMatchObject({
      problem: { reason: { code: "quarter-not-begun", last: "2026-Q3" }, allowed: [] },
    });
  });

  it.each([
    [{ from: { revision: 1 }, to: { day: "2020-01-01" } }, "2020-01-01"],
    [{ from: { day: "2020-01-01" }, to: { revision: 1 } }, "r1"],
  ] as const)("a day and a revision are refused with the end as it was given: %j", (ends, got) => {
    expect(resolveSpan({ ...NOTHING, ...ends }, LATEST)).toMatchObject({
      problem: { param: "to", got, reason: { code: "mixed-ends" }, allowed: ["2025-11-24", "r12"] },
    });
  });

  it("wrong ends and quarters get the allowed forms", () => {
    expect(readSpanEnd("soon")).toMatchObject({
      issue: { reason: { code: "end-format" }, allowed: ["2025-11-24", "r12"] },
    });
    expect(readQuarter("soon")).toMatchObject({
      issue: { reason: { code: "quarter-format" }, allowed: ["2025-Q4"] },
    });
  });

  it("readSpanEnd and readQuarter accept days, revisions and quarters only", () => {
    expect(readSpanEnd("r12")).toEqual({ value: { revision: 12 } });
    expect(readSpanEnd("2025-02-28")).toEqual({ value: { day: "2025-02-28" } });
    for (const wrong of ["2025-02-30", "2025", "12", "R1", ""]) {
      expect(readSpanEnd(wrong)).toHaveProperty("issue");
    }
    expect(readQuarter("2025-Q1")).toEqual({
      value: { name: "2025-Q1", before: "2024-12-31", last: "2025-03-31" },
    });
    for (const wrong of ["2025-Q5", "2025Q1", "Q1 2025", "25-Q1"]) {
      expect(readQuarter(wrong)).toHaveProperty("issue");
    }
  });

  it("getQuarterOn and listLastQuarters return the quarter of a day and those before", () => {
    expect(getQuarterOn("2026-11-24").name).toBe("2026-Q4");
    expect(getQuarterOn("2026-03-31").name).toBe("2026-Q1");
    expect(listLastQuarters("2026-03-31", 3).map(({ name }) => name)).toEqual([
      "2026-Q1",
      "2025-Q4",
      "2025-Q3",
    ]);
    expect(getYearBefore("2024-02-29")).toBe("2023-02-28");
  });
});
