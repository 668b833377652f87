import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "@/lib/evidence/claim-status";
import type { ContextFigure, Event } from "@/lib/evidence/ledger-records";
import { englishText } from "@/lib/text/english-text";
import { describeReadiness } from "@/lib/text/readiness-score";
import { describeSearch } from "@/lib/text/search-words";
import { listOtherUses, sourceAnswer, sourceSummary } from "@/lib/text/source-summary";
import { createDecision, createEvidence, createRow, createSource } from "@/tests/support/facts";

/** Claims on a zone each, with these marks; the first is displayed. */
function statuses(...marks: readonly ClaimStatus["mark"][]): ClaimStatus[] {
  return marks.map((mark, i) => {
    const evidence = createEvidence({ field: "gas", value: "absent", zone: `zone-${i}` });
    const decision = createDecision(evidence.claim);
    return {
      evidence,
      tenancy: null,
      standing: i === 0 ? "shown" : "live",
      contradicts: false,
      mark,
      against: [],
      decisions: [decision],
      decision,
      reason: null,
    };
  });
}

const answer = (claims: readonly ClaimStatus[], events = 0, figures = 0) =>
  sourceAnswer(englishText, {
    claims,
    events: Array.from({ length: events }, () => ({}) as Event),
    figures: Array.from({ length: figures }, () => ({}) as ContextFigure),
  });

describe("what one source is used for", () => {
  it.each<[readonly ClaimStatus["mark"][], string]>([
    [[null], "1 report on 1 zone; we display 1. No other report contradicts it."],
    [[null, null], "2 reports on 2 zones; we display 1. No other report contradicts them."],
    [["contested", null], "2 reports on 2 zones; we display 1. Other reports dispute 1 of them."],
    [
      ["settled"],
      "1 report on 1 zone; we display 1. An editor resolved the dispute about 1 report.",
    ],
    [
      ["contested", "settled", "settled"],
      "3 reports on 3 zones; we display 1. Other reports dispute 1 of them. An editor resolved the dispute about 2 reports.",
    ],
  ])("with reports of marks %j", (marks, words) => {
    expect(answer(statuses(...marks))).toBe(words);
  });

  it("names events and figures that refer to it", () => {
    expect(answer([])).toBe("Not used for any fact yet.");
    expect(answer([], 1)).toBe("It has no report on a zone. It is the source of 1 event.");
    expect(answer(statuses(null), 0, 2)).toMatch(/ It is also the source of 2 national figures\.$/);
    expect(listOtherUses(englishText, { events: 0, figures: 0 })).toEqual([]);
    expect(listOtherUses(englishText, { events: 2, figures: 1 })).toHaveLength(2);
  });
});

describe("the summary of listed sources", () => {
  const row = (part: Parameters<typeof createSource>[0], claims: number, contested = 0) => ({
    source: createSource(part),
    claims,
    shown: claims,
    contested,
    settled: 0,
    zones: 1,
    events: 0,
    figures: 0,
  });
  const dated = { publishedOn: "2020", kind: "government" } as const;
  const everything = { q: "", kind: null, year: null };
  const summary = (rows: Parameters<typeof sourceSummary>[1], ask = {}) =>
    sourceSummary(englishText, rows, { ...everything, ...ask });

  it("leaves out what does not apply", () => {
    expect(summary([row({ id: "a", ...dated }, 1), row({ id: "b", ...dated }, 2)])).toBe(
      "2 sources: none is news, 2 are from the government. These 2 sources support 3 displayed facts with 3 reports. No other report contradicts them.",
    );
    expect(summary([row({ id: "a", ...dated }, 1, 2)])).toBe(
      "This source supports 1 displayed fact with 1 report. 2 reports are disputed.",
    );
    expect(summary([row({ id: "a", ...dated }, 0), row({ id: "b", ...dated }, 0)])).toBe(
      "2 sources: none is news, 2 are from the government. These 2 sources support no displayed fact with 0 reports. 2 have no report on a zone.",
    );
  });

  it("counts estimated and missing dates, but not of one kind alone", () => {
    const rows = [row({ id: "a", ...dated, publishedOnEstimated: true }, 1), row({ id: "b" }, 1)];
    expect(summary(rows)).toContain("1 has an estimated date. 1 has no date.");
    expect(summary(rows, { kind: "news" })).not.toContain("date.");
  });

  it.each([{ q: "dawn" }, { kind: "news" }, { year: "2020" }])(
    "speaks of what was found by %o",
    (ask) => {
      expect(summary([row({ id: "a", ...dated }, 1)], ask)).toMatch(/^The 1 source found supports/);
    },
  );
});

describe("the search for evidence", () => {
  const search = (lastSearchedOn: string | null, publishedOn: string | null) =>
    describeSearch(englishText, {
      rows: [createRow({ lastSearchedOn })],
      sources: [createSource({ id: "a", publishedOn })],
      asOf: "2026-11-24",
    });
  it.each([
    [
      "2026-11-20",
      "2026-10-17",
      "Evidence searched to 20 Nov 2026; newest outside source 17 Oct 2026",
    ],
    ["2026-11-20", null, "Evidence searched to 20 Nov 2026"],
    [null, "2026-10", "Newest outside source Oct 2026"],
    [null, null, ""],
  ])("to %s with a source of %s", (searched, newest, words) => {
    expect(search(searched, newest)).toBe(words);
  });
});

it.each([
  [{ low: 48.6, high: 86.2, coverage: 0.634 }, /49 to 86 of 100.*63%/],
  [{ low: 54.1, high: 54.3, coverage: 1 }, /54 of 100.*100%/],
  [{ low: 0, high: 20 }, /0 to 20 of 100$/],
])("the score %o is said with its share of known facts", (score, words) => {
  expect(describeReadiness(englishText, score)).toMatch(words);
});
