import { describe, expect, it } from "vitest";
import { limitParams, shorten } from "@/lib/query/param-limits";
import { parseQuery } from "@/lib/query/parse-query";

type Pair = [string, string];

const repeat = (count: number, pair: (i: number) => Pair) =>
  Array.from({ length: count }, (_, i) => pair(i));

describe("the limits of an address", () => {
  const codes = (pairs: readonly Pair[], alsoKnown: readonly string[] = []) =>
    parseQuery(pairs, { alsoKnown }).problems.map(({ reason }) => reason.code);

  it("are 100 parameters", () => {
    const own = repeat(100, (i): Pair => [`own${i}`, "x"]);
    expect(
      codes(
        own,
        own.map(([name]) => name),
      ),
    ).toEqual([]);
    expect(
      codes(
        [...own, ["q", "x"]],
        own.map(([name]) => name),
      ),
    ).toEqual(["too-many-params"]);
  });

  it("are 200 characters of a name", () => {
    expect(codes([["n".repeat(200), "x"]])).toEqual(["unknown-param"]);
    expect(codes([["n".repeat(201), "x"]])).toEqual(["name-length"]);
  });

  it("are 2,000 characters of a value, also of a parameter that a page reads itself", () => {
    expect(codes([["own", "x".repeat(2_000)]], ["own"])).toEqual([]);
    expect(codes([["own", "x".repeat(2_001)]], ["own"])).toEqual(["value-length"]);
  });

  it("leave the other parameters usable", () => {
    const { query } = parseQuery([
      ["q", "x"],
      ["sectors", "x".repeat(3_000)],
    ]);
    expect(query.q).toBe("x");
    expect(query.filters).toEqual({});
  });

  it("report an unknown parameter once", () => {
    expect(
      codes([
        ["x", "1"],
        ["x", "2"],
        ["x", "3"],
      ]),
    ).toEqual(["unknown-param"]);
  });

  it("report at most 10 unknown parameters, and every wrong value of an own one", () => {
    const unknown = repeat(11, (i) => [`unknown${i}`, "x"]);
    const wrong: Pair[] = [
      ["scope", "none"],
      ["asOf", "today"],
    ];
    expect(codes([...unknown, ...wrong])).toEqual([
      ...Array.from({ length: 10 }, () => "unknown-param"),
      "not-allowed",
      "day-format",
    ]);
    expect(codes([...unknown.slice(1), ...wrong])).toHaveLength(12);
  });

  it("report at most 10 parameters that are too long", () => {
    expect(codes(repeat(11, (i) => [`${i}`.padEnd(201, "n"), "x"]))).toHaveLength(10);
  });

  it("let none through of too many, and say which was one too many", () => {
    expect(limitParams(repeat(101, (i) => [`a${i}`, "x"]))).toEqual({
      pairs: [],
      problems: [
        {
          param: "a100",
          got: "x",
          allowed: [],
          nearest: null,
          reason: { code: "too-many-params", max: 100 },
        },
      ],
    });
  });

  it("keep the other parameters in order", () => {
    const { pairs, problems } = limitParams([
      ["b", "1"],
      ["n".repeat(201), "2"],
      ["a", "x".repeat(2_001)],
      ["a", "3"],
    ]);
    expect(pairs).toEqual([
      ["b", "1"],
      ["a", "3"],
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      { code: "name-length", max: 200 },
      { code: "value-length", max: 2_000 },
    ]);
  });
});

describe("shorten", () => {
  it.each([
    ["x".repeat(100), "x".repeat(100)],
    ["x".repeat(101), `${"x".repeat(100)}…`],
    [`${"x".repeat(99)}😀😀`, `${"x".repeat(99)}…`],
    [`${"x".repeat(98)}😀😀`, `${"x".repeat(98)}😀…`],
  ])("%s is repeated as %s", (text, short) => {
    expect(shorten(text)).toBe(short);
  });
});
