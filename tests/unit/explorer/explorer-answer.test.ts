import { describe, expect, it } from "vitest";
import { buildAnswer, relaxations } from "@/components/features/explorer/explorer-answer";
import { funnelCells } from "@/components/features/explorer/funnel-cells";
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

  it("draws what is not evidenced and what is unknown hollow, never as zero", () => {
    const { funnels } = buildAnswer(ROWS, ask({}), TODAY);
    const paper = funnelCells(funnels.legalStatus, null, () => []);
    expect(paper[0]).toMatchObject({ label: "Approved", count: 3, low: 75, high: 100 });
    expect(paper[0]?.note).toBe("1 not evidenced");
    const ground = funnelCells(funnels.status, { label: "Zones", note: "" }, () => []);
    expect(ground.map(({ count }) => count)).toEqual([4, 1, 1, 1, 1]);
    expect(ground.at(-1)).toMatchObject({ low: 25, high: 75, note: "2 unknown" });
  });

  it("names the few at a rung of which nothing is unknown", () => {
    const { funnels } = buildAnswer(ROWS, ask({}), TODAY);
    const cells = funnelCells(funnels.legalStatus, null, () => ["Three"]);
    expect(cells.at(-1)).toMatchObject({ rung: "developer-bound", count: 1, note: "Three" });
  });

  it("counts the few where their names are long, and says of no last rung that more lie beyond", () => {
    const known = [
      zone("a", { legalStatus: "developer-bound", status: "operational" }),
      zone("b", { legalStatus: "notified", status: "operational" }),
    ];
    const { funnels } = buildAnswer(known, ask({}), TODAY);
    const long = () => ["Korangi Creek Industrial Park", "Mohmand Marble City"];
    const notes = (ladder: "legalStatus" | "status") =>
      funnelCells(funnels[ladder], null, long).map(({ note }) => note);
    expect(notes("legalStatus")).toEqual(["all evidenced", "or beyond", "by agreement"]);
    expect(notes("status")).toEqual(["or beyond", "or beyond", "or beyond", "of 2"]);
  });

  it("says which condition keeps every zone out", () => {
    const query = ask({ q: "one", filters: { province: anyOf("punjab") } });
    expect(buildAnswer(ROWS, query, TODAY).rows).toEqual([]);
    expect(relaxations(ROWS, query, TODAY)).toEqual(
      [
        { key: "province", found: 1 },
        { key: "q", found: 2 },
      ].sort((a, b) => b.found - a.found),
    );
  });
});
