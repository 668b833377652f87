import { describe, expect, test } from "vitest";
import { methodAnswer } from "@/lib/contract/method-answer";
import { englishText } from "@/lib/text/english-text";
import { describeSearch } from "@/lib/text/search-words";
import { createRow, createSource } from "@/tests/support/facts";

const ASKED = "2026-11-25";
const source = createSource({ id: "a-source", publishedOn: "2026-10-17" });

const rowsSearched = (...days: (string | null)[]) =>
  days.map((lastSearchedOn, i) =>
    createRow({ cohort: "added-37", lastSearchedOn }, { slug: `zone-${i}` }),
  );
const describeRows = (rows: ReturnType<typeof rowsSearched>, asOf = ASKED) =>
  describeSearch(englishText, { rows, sources: [source], asOf });

describe("how far the search reached", () => {
  test("is one day where every zone was searched up to it", () => {
    expect(describeRows(rowsSearched("2026-11-20", "2026-11-20"))).toBe(
      "Evidence searched to 20 Nov 2026; newest outside source 17 Oct 2026",
    );
  });

  test("names some zones where others were searched up to an earlier day or at no known day", () => {
    const words =
      "Evidence on some zones searched to 20 Nov 2026; newest outside source 17 Oct 2026";
    expect(describeRows(rowsSearched("2026-11-20", "2025-01-01"))).toBe(words);
    expect(describeRows(rowsSearched("2026-11-20", null))).toBe(words);
  });

  test("is never after the selected day, and a month counts to its end", () => {
    expect(describeRows(rowsSearched("2026-11"))).toContain("searched to 25 Nov 2026");
    expect(describeRows(rowsSearched("2026-10"))).toContain("searched to 31 Oct 2026");
    const answer = methodAnswer({ rows: rowsSearched("2026"), sources: [], asOf: ASKED });
    expect(answer.searchedTo).toBe(ASKED);
  });

  test("is not given where no search is recorded", () => {
    expect(describeRows(rowsSearched(null))).toBe("Newest outside source 17 Oct 2026");
    expect(describeSearch(englishText, { rows: [], sources: [], asOf: ASKED })).toBe("");
  });
});
