import { describe, expect, it } from "vitest";
import { buildAnswer, listRelaxations } from "@/components/features/explorer/explorer-answer";
import { buildFunnelCells } from "@/components/features/explorer/funnel-strip";
import { englishText } from "@/lib/text/english-text";
import { anyOf, ask, zone } from "./rows";

const TODAY = "2026-11-25";
const ROWS = [
  zone("one", { legalStatus: "notified", status: "operational", province: "sindh" }),
  zone("two", { legalStatus: "approved", status: "stalled", province: "punjab" }),
  zone("three", { legalStatus: "developer-bound", province: "punjab" }),
  zone("four", { legalStatus: "applied", cohort: "unconfirmed", candidateForRemainder: true }),
];

describe("the answer", () => {
  it("counts a ladder under all conditions but its own", () => {
    const { rows, funnels } = buildAnswer(
      ROWS,
      ask({ filters: { legalStatus: anyOf("notified", "developer-bound") } }),
      TODAY,
    );
    expect(rows).toHaveLength(2);
    expect(funnels.legalStatus.total).toBe(4);
    expect(funnels.status.total).toBe(2);
  });

  it("gives what is not confirmed and what is unknown as possible, never as zero", () => {
    const { funnels } = buildAnswer(ROWS, ask({}), TODAY);
    const legal = buildFunnelCells(englishText, funnels.legalStatus);
    expect(legal[0]).toMatchObject({ label: "Approved", count: 3, low: 75, high: 100 });
    expect(legal[0]?.note).toBe("1 unconfirmed");
    const progress = buildFunnelCells(englishText, funnels.status);
    expect(progress.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(progress.at(-1)).toMatchObject({ low: 25, high: 75, note: "2 unknown" });
  });

  it("says nothing of unknowns where there are none", () => {
    const known = [zone("a", { legalStatus: "developer-bound", status: "operational" })];
    const { funnels } = buildAnswer(known, ask({}), TODAY);
    const cells = [funnels.legalStatus, funnels.status].flatMap((funnel) =>
      buildFunnelCells(englishText, funnel),
    );
    expect(new Set(cells.map(({ note }) => note))).toEqual(new Set([""]));
  });

  it("lists the conditions that alone exclude every zone", () => {
    const query = ask({ q: "one", filters: { province: anyOf("punjab") } });
    expect(buildAnswer(ROWS, query, TODAY).rows).toEqual([]);
    expect(listRelaxations(ROWS, query, TODAY)).toEqual(
      [
        { key: "province", found: 1 },
        { key: "q", found: 2 },
      ].sort((a, b) => b.found - a.found),
    );
  });
});
