import { describe, expect, it, test } from "vitest";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { listNewsItems } from "@/lib/changes/event-timeline";
import type { Event } from "@/lib/evidence/ledger-records";
import { changeSummary, countKinds, learnedTitle } from "@/lib/text/change-summary";
import { englishText } from "@/lib/text/english-text";
import { type NewsSummary, newsTitle, summarizeNews } from "@/lib/text/news-summary";

const events = (...dates: string[]): Event[] =>
  dates.map((date, i) => ({
    ...{ id: String(i), revision: 1, reason: null, date, kind: "policy", title: "", body: "" },
    ...{ zones: [], sourceId: "a-source", quotation: null },
  }));

const summary = (dates: string[], part: Partial<NewsSummary> = {}): NewsSummary => ({
  items: listNewsItems(events(...dates), [], []),
  ...{ kinds: [], year: null, zones: 44, zone: null, withCountry: true, asOf: "2024-02-01" },
  ...part,
});
const summarize = (dates: string[], part: Partial<NewsSummary> = {}) =>
  summarizeNews(englishText, summary(dates, part));
const titleOf = (dates: string[], part: Partial<NewsSummary> = {}) =>
  newsTitle(englishText, summary(dates, part));

describe("what happened", () => {
  test("is counted, with the one year in which most of it falls", () => {
    expect(summarize(["2022", "2023-01", "2023-02"])).toBe(
      "3 events and no change are recorded for 44 zones or the whole country up to 1 Feb 2024. The busiest year was 2023, with 2.",
    );
    expect(summarize(["2022", "2022", "2023", "2023"])).not.toContain("busiest");
    expect(summarize(["2022", "2023"])).not.toContain("busiest");
    expect(summarize(["2023-01", "2023-02"], { year: 2023 })).toBe(
      "2 events and no change are recorded for 44 zones or the whole country in 2023.",
    );
  });

  test("names the kinds and the one zone asked for", () => {
    const one = { kinds: ["policy", "progress"] as const, zones: 1, zone: "Dhabeji" };
    expect(summarize(["2022"], { ...one, withCountry: false })).toBe(
      "1 entry is recorded for Dhabeji up to 1 Feb 2024. Kinds: policy or progress.",
    );
    expect(summarize([], { ...one, withCountry: false })).toBe(
      "No entry is recorded for Dhabeji up to 1 Feb 2024. Kinds: policy or progress.",
    );
    expect(titleOf(["2022", "2023"], one)).toBe("2022–2023: 2 entries (policy or progress)");
  });

  test("has its steps, setbacks and missed targets as its title", () => {
    const change = (kind: NewsSummary["items"][number]["kind"]) =>
      ({ date: "2023", kind, event: { id: kind } }) as NewsSummary["items"][number];
    expect(
      titleOf([], {
        items: ["progress", "progress", "setback"].map((kind) => change(kind as "progress")),
      }),
    ).toBe("2023: 2 steps forward, 1 setback, no missed target date");
    expect(titleOf([], { year: 2023 })).toBe("Nothing is recorded for 2023");
    expect(titleOf([])).toBe("Nothing is recorded here yet");
  });
});

const SPAN = {
  from: { asOf: "2025-11-24", revision: 1 },
  to: { asOf: "2026-11-24", revision: 1 },
};
const VERSIONS = {
  from: { asOf: "2026-11-24", revision: 3 },
  to: { asOf: "2026-11-24", revision: 4 },
};

const summaryOf = (
  kinds: Partial<Record<ChangeKind, number>>,
  span = SPAN,
  limits = { conditions: "", ofKinds: false },
) =>
  changeSummary(
    englishText,
    countKinds(
      Object.entries(kinds).flatMap(([kind, count]) =>
        Array.from({ length: count }, () => ({ kind: kind as ChangeKind })),
      ),
    ),
    span,
    limits,
  );

describe("the summary of the changes", () => {
  it("counts progress, targets, disputes, new information and zones", () => {
    expect(
      summaryOf({
        "moved-up": 2,
        "slipped-later": 1,
        "slipped-earlier": 1,
        contradicted: 1,
        "first-known": 5,
        "went-silent": 41,
        "zone-added": 1,
        "approval-evidenced": 2,
      }),
    ).toBe(
      "Between 24 Nov 2025 and 24 Nov 2026, 2 facts advanced and none is reported lower. 1 target was postponed and 1 was brought forward. 1 fact is newly disputed, 5 facts became known and 41 facts have had no report for 2 years. 1 zone was added and 2 approvals were confirmed.",
    );
  });

  it("names the revisions that are compared, and says if nothing changed", () => {
    expect(summaryOf({}, VERSIONS)).toBe("Nothing changed between revision 3 and revision 4.");
    expect(summaryOf({ settled: 1 }, VERSIONS)).toBe(
      "Between revision 3 and revision 4, no fact advanced and none is reported lower. No target was postponed. 1 dispute was resolved.",
    );
  });

  it("names its conditions, and says nothing about kinds that are left out", () => {
    const sindh = { conditions: "Sindh", ofKinds: false };
    expect(summaryOf({ "moved-up": 1 }, SPAN, sindh)).toBe(
      "Filter: Sindh. Between 24 Nov 2025 and 24 Nov 2026, 1 fact advanced and none is reported lower. No target was postponed.",
    );
    expect(summaryOf({}, SPAN, sindh)).toBe(
      "Filter: Sindh. No such change was found between 24 Nov 2025 and 24 Nov 2026.",
    );
    const kinds = { conditions: "Progress or Postponed", ofKinds: true };
    expect(summaryOf({ "moved-up": 2, "slipped-later": 1 }, SPAN, kinds)).toBe(
      "Filter: Progress or Postponed. Between 24 Nov 2025 and 24 Nov 2026, 2 facts advanced and 1 target was postponed.",
    );
  });
});

describe("the title of what we learned", () => {
  const counts = countKinds([
    { kind: "first-known" },
    { kind: "first-known" },
    { kind: "moved-up" },
  ]);

  it("is how many facts became known, disputed or silent", () => {
    expect(learnedTitle(englishText, counts, null, undefined)).toBe(
      "2 facts became known, none became disputed and none had no report for 2 years",
    );
    expect(learnedTitle(englishText, counts, { name: "2025-Q4" }, undefined)).toMatch(
      /^Changes in the fourth quarter of 2025: 2 facts became known/,
    );
  });

  it("counts only the kinds that are asked for", () => {
    expect(learnedTitle(englishText, counts, null, ["moved-up", "moved-down"])).toBe(
      "Progress or Reported lower: 1",
    );
  });
});
