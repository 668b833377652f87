import { describe, expect, it } from "vitest";
import { editDistance, findNearest } from "@/lib/query/edit-distance";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["status", "status", 0],
    ["statu", "status", 1],
    ["statsu", "status", 1], // neighbours swapped
    ["stxtus", "status", 1],
    ["sstatus", "status", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3], // a swapped pair is not edited again
  ])("%j to %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe("findNearest", () => {
  const words = ["province", "status", "statusAge", "areaAcres", "gas", "q"];

  it.each([
    ["provnice", "province"],
    ["PROVINCE", "province"],
    ["status", "status"],
    ["statusag", "statusAge"],
    ["area", "areaAcres"],
    ["gass", "gas"],
  ])("the closest word to %s is %s", (typed, word) => {
    expect(findNearest(typed, words)).toBe(word);
  });

  it("a word without any close match gives null", () => {
    expect(findNearest("utm_source", words)).toBeNull();
    expect(findNearest("anything", [])).toBeNull();
  });

  it("a word whose letters would all change gives null", () => {
    expect(findNearest("", words)).toBeNull();
    expect(findNearest("x", words)).toBeNull();
    expect(findNearest("zz", words)).toBeNull();
  });
});
