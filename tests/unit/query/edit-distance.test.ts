import { describe, expect, it } from "vitest";
import { editDistance, findNearest, listSuggestions } from "@/lib/query/edit-distance";

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

describe("editDistance with a limit", () => {
  const WORDS = ["", "a", "status", "statsu", "stauts", "tsatsu", "sitting", "kitten", "gnittis"];

  it("is the distance up to the limit, and infinite above it", () => {
    for (const a of WORDS) {
      for (const b of WORDS) {
        const distance = editDistance(a, b);
        for (let limit = 0; limit <= 8; limit++) {
          const expected = distance <= limit ? distance : Number.POSITIVE_INFINITY;
          expect([a, b, limit, editDistance(a, b, limit)]).toEqual([a, b, limit, expected]);
        }
      }
    }
  });

  it.each([
    ["abcd", "badc", 2],
    ["ab", "ba", 1],
    ["abc", "cab", 2],
    ["aab", "aba", 1],
    ["banana", "ananab", 2],
  ])("%s to %s is %i with swaps", (a, b, distance) => {
    expect(editDistance(a, b, distance)).toBe(distance);
    expect(editDistance(a, b, distance - 1)).toBe(Number.POSITIVE_INFINITY);
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

  it("the first of two equally close words wins, and a beginning beats an edit", () => {
    expect(findNearest("stat", ["start", "stark"])).toBe("start");
    expect(findNearest("stat", ["star", "status"])).toBe("status");
    expect(findNearest("status", ["statuses", "status"])).toBe("statuses");
  });

  it.each([
    ["of 3 letters", "gaz", "gas", 1],
    ["of 2 letters", "ga", "gas", 1],
    ["with 2 edits of 6 letters", "steels", "sttels", 1],
    ["with 3 edits of 6 letters", "stooly", "status", 0],
    ["with 3 edits of 9 letters", "provoncee", "province", 1],
    ["with 4 edits of 10 letters", "investorxy", "investment", 1],
    ["with 5 edits of 10 letters", "invesxyzwv", "investmens", 0],
  ])("a word %s: %s is near %s: %i", (_, typed, word, near) => {
    expect(findNearest(typed, [word])).toBe(near === 1 ? word : null);
  });

  it("compares only short texts with a limited number of words", () => {
    const long = "x".repeat(64);
    expect(findNearest(long, [`${long}y`])).toBe(`${long}y`);
    expect(findNearest(`${long}y`, [`${long}y`])).toBeNull();
    const others = Array.from({ length: 1_000 }, (_, i) => `other-${i}`);
    expect(findNearest("status", [...others.slice(1), "status"])).toBe("status");
    expect(findNearest("status", [...others, "status"])).toBeNull();
  });
});

describe("listSuggestions", () => {
  const many = Array.from({ length: 30 }, (_, i) => `word-${i}`);

  it("gives a list of up to 20 words whole and in its order", () => {
    const short = many.slice(0, 20);
    expect(listSuggestions("word-7", short)).toEqual(short);
  });

  it("gives 20 words of a longer one: the closest, then the first", () => {
    const list = listSuggestions("SECTOR-9", [...many, "zebra", "sectors-9", "sector-9"]);
    expect(list).toEqual(["sector-9", "sectors-9", ...many.slice(0, 18)]);
  });

  it("gives the closest 20 where more are near", () => {
    const list = listSuggestions("word-29", many);
    expect(list[0]).toBe("word-29");
    expect(list).toHaveLength(20);
    expect(new Set(list).size).toBe(20);
  });

  it("gives the first 20 where the text is too long to compare", () => {
    const long = "word-29".padEnd(65, "x");
    expect(listSuggestions(long, [...many, long])).toEqual(many.slice(0, 20));
  });
});
