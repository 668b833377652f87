import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { CountLines, type LinkedCount } from "@/components/evidence/count-lines";
import { TargetBar } from "@/components/evidence/target-bar";
import { WithText } from "@/tests/support/with-text";
import { isHollow, lengthOf, markupOf, partsOf } from "../charts/markup";

const line = (part: Partial<LinkedCount>): LinkedCount => ({
  key: "a",
  label: "A",
  count: 12,
  atMost: 12,
  unknown: false,
  href: "/a",
  ...part,
});
const lines = (part: Partial<LinkedCount>, of = 48) =>
  createElement(CountLines, { lines: [line(part)], of });

describe("a line of counts", () => {
  test("is solid to the count and hollow to the possible count", () => {
    const [possible, known, ...others] = partsOf(lines({ atMost: 36 }));
    expect(others).toEqual([]);
    expect([lengthOf(known, "width"), isHollow(known)]).toEqual([25, false]);
    expect([lengthOf(possible, "x"), lengthOf(possible, "width")]).toEqual([25, 50]);
    expect(isHollow(possible)).toBe(true);
  });

  test("of unknown values has no solid part", () => {
    expect(partsOf(lines({ unknown: true })).map(isHollow)).toEqual([true]);
  });

  test("of no zones has no length", () => {
    expect(partsOf(lines({ count: 0, atMost: 0 }, 0))).toEqual([]);
  });
});

test("the bar of targets leaves out states without targets and draws unknown outcomes hollow", () => {
  const counts = { kept: 1, "kept-late": 0, missed: 2, "not-known": 1, open: 0 };
  const bar = createElement(WithText, null, createElement(TargetBar, { counts, full: 4 }));
  const parts = partsOf(bar);
  expect(parts.map(({ attributes }) => attributes["data-part"])).toEqual([
    "kept",
    "missed",
    "not-known",
  ]);
  expect(parts.map((part) => lengthOf(part, "width"))).toEqual([25, 50, 25]);
  expect(parts.map(isHollow)).toEqual([false, false, true]);
  expect(markupOf(bar)).toContain("<title>Missed: 2</title>");
});
