import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { computeShare, type DatedFigure } from "@/lib/gaps/share";

const figure = (value: number, effectiveOn = "2020-01-01", basis: string | null = null) =>
  ({ value, effectiveOn, basis }) satisfies DatedFigure;

describe("a share", () => {
  it.each<[string, DatedFigure, DatedFigure, number | null]>([
    ["of figures of one day", figure(10), figure(40), 0.25],
    ["above the whole", figure(80), figure(40), 2],
    ["of figures 730 days apart", figure(10, "2021-12-31"), figure(40), 0.25],
    ["of figures 731 days apart", figure(10, "2022-01-01"), figure(40), null],
    ["of a whole that is 731 days later", figure(10), figure(40, "2022-01-01"), null],
    ["of one basis", figure(10, "2020-01-01", "a"), figure(40, "2020-01-01", "a"), 0.25],
    ["of different bases", figure(10, "2020-01-01", "a"), figure(40, "2020-01-01", "b"), null],
    ["of a basis that is not known", figure(10), figure(40, "2020-01-01", "b"), 0.25],
    ["of nothing", figure(10), figure(0), null],
  ])("%s", (_, part, whole, share) => {
    expect(computeShare(part, whole)).toBe(share);
  });
});

it("is the only division of figures that people report", () => {
  const figures = /(?:needed|delivered|sanctioned|energised|supplied|committed|realised)\w*\)?/i;
  const division = new RegExp(`[\\w)\\]] / [\\w.(]*${figures.source}\\b(?!\\w*\\()`, "i");
  const files = ["lib", "components", "app"].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))),
  );
  const dividing = files
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => {
      const lines = readFileSync(file, "utf8").split("\n");
      return lines.some((line) => division.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line));
    });
  expect(dividing).toEqual([]);
});
