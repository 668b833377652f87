import { describe, expect, it } from "vitest";
import { fromSearch, toSearch } from "@/lib/query/search-string";

describe("toSearch and fromSearch", () => {
  it("no parameters give an empty string", () => {
    expect(toSearch([])).toBe("");
    expect(fromSearch("")).toEqual([]);
  });

  it("commas and colons stay readable", () => {
    expect(
      toSearch([
        ["status", "serviced,operational"],
        ["weights", "legal:20"],
      ]),
    ).toBe("?status=serviced,operational&weights=legal:20");
  });

  it.each(["karachi & co", "a+b", "ü?=#/", "100 % (sure)", "٪ اردو"])("%s is read back", (text) => {
    expect(fromSearch(toSearch([["q", text]]))).toEqual([["q", text]]);
  });

  it("repeated parameters are kept, so that they can be reported", () => {
    expect(fromSearch("?q=a&q=b")).toEqual([
      ["q", "a"],
      ["q", "b"],
    ]);
  });
});
