import { describe, expect, it } from "vitest";
import { buildAddress, readChangesRequest } from "@/components/features/changes/changes-request";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { changeSummary, changesTitle, countKinds } from "@/lib/text/change-summary";
import { englishText } from "@/lib/text/english-text";
import { createFacts } from "@/tests/support/facts";

const SPAN = {
  from: { asOf: "2025-11-24", revision: 1 },
  to: { asOf: "2026-11-24", revision: 1 },
};
const VERSIONS = {
  from: { asOf: "2026-11-24", revision: 3 },
  to: { asOf: "2026-11-24", revision: 4 },
};

const summary = (
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
      summary({
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
      "Between 24 Nov 2025 and 24 Nov 2026, 2 facts advanced and none went back. 1 target was postponed and 1 was brought forward. 1 fact is newly disputed, 5 facts became known and 41 facts have had no report for 2 years. 1 zone was added and 2 approvals were confirmed.",
    );
  });

  it("names the revisions that are compared, and says if nothing changed", () => {
    expect(summary({}, VERSIONS)).toBe("Nothing changed between revision 3 and revision 4.");
    expect(summary({ settled: 1 }, VERSIONS)).toBe(
      "Between revision 3 and revision 4, no fact advanced and none went back. No target was postponed. 1 dispute was resolved.",
    );
  });

  it("names its conditions, and says nothing about kinds that are left out", () => {
    const sindh = { conditions: "Sindh", ofKinds: false };
    expect(summary({ "moved-up": 1 }, SPAN, sindh)).toBe(
      "Filter: Sindh. Between 24 Nov 2025 and 24 Nov 2026, 1 fact advanced and none went back. No target was postponed.",
    );
    expect(summary({}, SPAN, sindh)).toBe(
      "Filter: Sindh. No such change was found between 24 Nov 2025 and 24 Nov 2026.",
    );
    const kinds = { conditions: "Progress or Postponed", ofKinds: true };
    expect(summary({ "moved-up": 2, "slipped-later": 1 }, SPAN, kinds)).toBe(
      "Filter: Progress or Postponed. Between 24 Nov 2025 and 24 Nov 2026, 2 facts advanced and 1 target was postponed.",
    );
  });
});

describe("the page's address", () => {
  const facts = createFacts({ claims: [] });

  it("has the parameters of the API; empty ones are ignored", () => {
    const { span, filter, issues, conditions } = readChangesRequest(
      englishText,
      [...new URLSearchParams("from=2020-01-01&to=&kind=moved-up&zone=&province=sindh")],
      facts,
    );
    expect(issues).toEqual([]);
    expect(span).toMatchObject({ from: { day: "2020-01-01" }, to: null, quarter: null });
    expect(filter).toMatchObject({ kind: ["moved-up"], province: ["sindh"] });
    expect(conditions).toEqual([
      ["kind", "moved-up"],
      ["province", "sindh"],
    ]);
  });

  it("names each parameter that cannot be used", () => {
    const { issues } = readChangesRequest(
      englishText,
      [
        ["quarter", "2025"],
        ["zone", "test-zon"],
      ],
      facts,
    );
    expect(issues.map(({ param, nearest }) => [param, nearest])).toEqual([
      ["zone", "test-zone"],
      ["quarter", null],
    ]);
  });

  it("has a question mark only with parameters", () => {
    expect(buildAddress("/changes", [])).toBe("/changes");
    expect(buildAddress("/changes", [["kind", "moved-up,changed"]])).toBe(
      "/changes?kind=moved-up%2Cchanged",
    );
  });
});

describe("the title", () => {
  it("names the quarter, if one is shown", () => {
    expect(changesTitle(englishText, { name: "2025-Q4" })).toBe(
      "Changes in the fourth quarter of 2025",
    );
    expect(changesTitle(englishText, null)).toBe("Changes");
  });
});
