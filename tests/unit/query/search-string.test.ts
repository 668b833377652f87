import { describe, expect, it } from "vitest";
import { fromSearch, toSearch } from "@/lib/query/search-string";

describe("the search string", () => {
  it("is empty without parameters", () => {
    expect(toSearch([])).toBe("");
    expect(fromSearch("")).toEqual([]);
  });

  it("leaves commas and colons readable", () => {
    expect(
      toSearch([
        ["status", "serviced,operational"],
        ["weights", "legal:20"],
      ]),
    ).toBe("?status=serviced,operational&weights=legal:20");
  });

  it.each(["karachi & co", "a+b", "ü?=#/", "100 % (sure)", "٪ اردو"])("carries %s back", (text) => {
    expect(fromSearch(toSearch([["q", text]]))).toEqual([["q", text]]);
  });

  it("keeps repeated parameters, so that they can be complained of", () => {
    expect(fromSearch("?q=a&q=b")).toEqual([
      ["q", "a"],
      ["q", "b"],
    ]);
  });
});
