import { describe, expect, it } from "vitest";
import { formatAge, formatDay, formatPartialDate } from "@/lib/text/format-date";
import { formatNumber, formatRange, formatShare } from "@/lib/text/format-number";

describe("dates", () => {
  it("are no more precise than what is known", () => {
    expect(formatPartialDate("2020")).toBe("2020");
    expect(formatPartialDate("2020-10")).toBe("Oct 2020");
    expect(formatPartialDate("2020-10-07")).toBe("7 Oct 2020");
    expect(formatDay("2026-11-24")).toBe("24 Nov 2026");
  });

  it("that are none are shown as they are", () => {
    expect(formatPartialDate("soon")).toBe("soon");
    expect(formatPartialDate("2020-13")).toBe("2020-13");
  });
});

describe("formatAge", () => {
  it.each([
    [0, "today"],
    [1, "1 day"],
    [29, "29 days"],
    [31, "1 month"],
    [310, "10 months"],
    [365, "1 year"],
    [600, "1 year"],
    [1950, "5 years"],
  ])("says %i days as %s", (days, words) => {
    expect(formatAge(days)).toBe(words);
  });
});

describe("numbers", () => {
  it("are grouped and keep what they have", () => {
    expect(formatNumber(2800)).toBe("2,800");
    expect(formatNumber(1.2)).toBe("1.2");
  });

  it("of a range are said once where both ends read alike", () => {
    expect(formatRange(49.1, 86.2)).toBe("49–86");
    expect(formatRange(54, 54)).toBe("54");
  });

  it("of a share never pretend nothing or all", () => {
    expect(formatShare(0)).toBe("0%");
    expect(formatShare(0.001)).toBe("under 1%");
    expect(formatShare(0.63)).toBe("63%");
    expect(formatShare(0.999)).toBe("over 99%");
    expect(formatShare(1)).toBe("100%");
  });
});
