import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { unknownAddress, unknownSource, unknownZone } from "@/lib/contract/not-found";
import { NO_PARAMS, parseRequest } from "@/lib/contract/parse-request";
import { problemDocument } from "@/lib/contract/problems";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { englishText } from "@/lib/text/english-text";
import { createFacts } from "../../support/facts";
import { doFixedTask } from "../../support/fixed-task";

const TOO_LARGE = 10_000;
/** Of a fixed task: some 20 milliseconds. */
const TOO_SLOW = 0.4;

const words = (count: number) => Array.from({ length: count }, (_, i) => `sector-number-${i}`);
const CONTEXT = { facts: createFacts({ claims: [] }), openTerms: { sectors: words(10_000) } };
const ACCEPTED = { ...NO_PARAMS, ...ENDPOINTS.zones.accepts };

type Pair = [string, string];

const parse = (pairs: readonly Pair[]) => parseRequest(englishText, pairs, ACCEPTED, CONTEXT);

/** The text of the answer to a request with issues. */
function answer(pairs: readonly Pair[]): string {
  const [issue, ...others] = parse(pairs).issues;
  if (!issue) throw new Error("The request has no issue.");
  return JSON.stringify(problemDocument(englishText, [issue, ...others]));
}

/** The milliseconds that a call takes: the least of several, as other programs slow down the machine. */
function measure(call: () => unknown): number {
  call();
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const repeat = (count: number, pair: (i: number) => Pair) =>
  Array.from({ length: count }, (_, i) => pair(i));

const WORST: readonly (readonly [string, readonly Pair[]])[] = [
  ["100 unknown names of 200 characters", repeat(100, (i) => [`${i}`.padEnd(200, "é"), "x"])],
  ["100 unknown names near the allowed ones", repeat(100, (i) => [`readinessMim${i}`, "x"])],
  ["10,000 parameters", repeat(10_000, (i) => [`a${i}`, "x"])],
  ["a name of 10,000 characters", [["n".repeat(10_000), "x"]]],
  ["a value of 10,000 characters", [["sectors", "x".repeat(10_000)]]],
  ["100 values of control characters", repeat(100, (i) => [`\u0001${i}`, "\u0001".repeat(2000)])],
  [
    "every parameter with a wrong value",
    ALL_QUERY_PARAMS.map((name): Pair => [name, "wrong,".repeat(300)]),
  ],
  ["one parameter 100 times", repeat(100, () => ["sectors", "sector-nummer-1"])],
  ["a long list of sectors", [["sectors", "sector-nummer-1,".repeat(100)]]],
  ["a value with half of a character at the cut", [["q", `${"x".repeat(99)}${"😀".repeat(200)}`]]],
];

describe("the answer to a request with issues", () => {
  it.each(WORST)("is under 10 kB for %s", (_, pairs) => {
    expect(new TextEncoder().encode(answer(pairs)).length).toBeLessThan(TOO_LARGE);
  });

  const tooSlow = measure(doFixedTask) * TOO_SLOW;

  it.each(WORST)("takes less than two fifths of a fixed task for %s", (_, pairs) => {
    expect(measure(() => answer(pairs))).toBeLessThan(tooSlow);
  });

  it("for a wrong sector suggests 20 of 10,000, the closest first", () => {
    const { issues } = parse([["sectors", "sector-nummer-999"]]);
    expect(issues[0]?.allowed).toHaveLength(20);
    expect(issues[0]?.allowed?.[0]).toBe("sector-number-999");
    expect(issues[0]?.nearest).toBe("sector-number-999");
  });

  it.each([
    ["zone", unknownZone],
    ["source", unknownSource],
  ])("for an unknown %s suggests 20 of 10,000", (_, describeUnknown) => {
    const issue = describeUnknown(englishText, "sector-nummer-7", words(10_000));
    expect(issue.allowed).toHaveLength(20);
    expect(issue.nearest).toBe("sector-number-7");
    expect(issue.allowed?.[0]).toBe("sector-number-7");
  });

  it("repeats only the start of a long address", () => {
    const issue = unknownAddress(englishText, `/api/v1/${"x".repeat(10_000)}`);
    const text = JSON.stringify(problemDocument(englishText, [issue]));
    expect(text.length).toBeLessThan(TOO_LARGE);
  });
});
