import { describe, expect, it } from "vitest";
import { buildAddress, readChangesRequest } from "@/components/features/changes/changes-request";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { changeSummary, countKinds } from "@/lib/text/change-summary";
import { englishText } from "@/lib/text/english-text";
import { quarterInWords } from "@/lib/text/quarter-words";
import { createFacts } from "@/tests/support/facts";

const SPAN = {
  from: { asOf: "2025-11-24", revision: 1 },
  to: { asOf: "2026-11-24", revision: 1 },
};
const VERSIONS = {
  from: { asOf: "2026-11-24", revision: 3 },
  to: { asOf: "2026-11-24", revision: 4 },
};

const summary = (kinds: Partial<Record<ChangeKind, number>>, span = SPAN) =>
  changeSummary(
    countKinds(
      Object.entries(kinds).flatMap(([kind, count]) =>
        Array.from({ length: count }, () => ({ kind: kind as ChangeKind })),
      ),
    ),
    span,
  );

describe("the answer over the list of changes", () => {
  it("says what moved, slipped, became known and fell silent", () => {
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
      "Between 24 Nov 2025 and 24 Nov 2026, two values moved up and none moved down. One promise slipped and one came forward. One value came to be contradicted. Five values became known and forty-one went silent. One zone came into the registry and the approval of two zones was evidenced.",
    );
  });

  it("says that nothing changed, and which versions were compared", () => {
    expect(summary({}, VERSIONS)).toBe("Between version r3 and version r4 nothing changed.");
    expect(summary({ settled: 1 }, VERSIONS)).toBe(
      "Between version r3 and version r4, no values moved up and none moved down. No promise slipped. One value was settled.",
    );
  });
});

describe("the page's address", () => {
  const facts = createFacts({ claims: [] });

  it("means what the API's means, and what a form leaves empty means nothing", () => {
    const { span, filter, issues, conditions } = readChangesRequest(
      englishText,
      { from: "2020-01-01", to: "", kind: "moved-up", zone: "", province: "sindh" },
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

  it("says what is wrong with it", () => {
    const { issues } = readChangesRequest(
      englishText,
      { quarter: "2025", zone: "test-zon" },
      facts,
    );
    expect(issues.map(({ param, nearest }) => [param, nearest])).toEqual([
      ["zone", "test-zone"],
      ["quarter", null],
    ]);
  });

  it("is written with its parameters", () => {
    expect(buildAddress("/changes", [])).toBe("/changes");
    expect(buildAddress("/changes", [["kind", "moved-up,changed"]])).toBe(
      "/changes?kind=moved-up%2Cchanged",
    );
    expect(quarterInWords(englishText, { name: "2025-Q4" })).toBe("fourth quarter of 2025");
  });
});
