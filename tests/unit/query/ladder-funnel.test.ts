import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { countFunnel, listStepsFrom } from "@/lib/query/ladder-funnel";
import { inScope } from "@/lib/query/scope";
import { createRow } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

describe("countFunnel", () => {
  const rows = [
    createRow({ status: "not-started" }),
    createRow({ status: "serviced" }),
    createRow({ status: "operational" }),
    createRow({ status: "operational" }),
    createRow({ status: "stalled" }),
    createRow({ status: "cancelled" }),
    createRow(),
    createRow(),
    createRow(),
  ];

  it("zones are counted at or beyond each step, and by aside and unknown", () => {
    const funnel = countFunnel(rows, "status");
    expect(funnel.rungs.map(({ value, reached }) => [value, reached])).toEqual([
      ["not-started", 4],
      ["under-development", 3],
      ["serviced", 3],
      ["partially-operational", 2],
      ["operational", 2],
    ]);
    expect(funnel.asides.map(({ value, reached }) => [value, reached])).toEqual([
      ["idle", 0],
      ["stalled", 1],
      ["stalled-inferred", 0],
      ["cancelled", 1],
    ]);
    expect(funnel).toMatchObject({ ladder: "status", total: 9, unknown: 3 });
  });

  it("first step, asides and unknown add up to all zones", () => {
    const { rungs, asides, unknown, total } = countFunnel(rows, "status");
    const beside = asides.reduce((sum, { reached }) => sum + reached, 0);
    expect((rungs[0]?.reached ?? 0) + beside + unknown).toBe(total);
  });

  it("steps are in the order of the ladder", () => {
    expect(countFunnel([], "legalStatus").rungs.map(({ value }) => value)).toEqual([
      "identified",
      "applied",
      "approved",
      "notified",
      "developer-bound",
    ]);
  });
});

describe("listStepsFrom", () => {
  it("returns a step and all later ones, and only itself for an aside", () => {
    expect(listStepsFrom("status", "serviced")).toEqual([
      "serviced",
      "partially-operational",
      "operational",
    ]);
    expect(listStepsFrom("legalStatus", "developer-bound")).toEqual(["developer-bound"]);
    expect(listStepsFrom("status", "stalled")).toEqual(["stalled"]);
  });
});

describe("the real funnels today", () => {
  it("15 zones are notified or beyond and 22 have construction", async () => {
    const facts = await seedFacts();
    const moment = { asOf: COMPILED_ON, revision: 1 };
    const rows = buildRegistry(facts, indexEvidence(facts), moment).zones.filter(({ values }) =>
      inScope(values, "announced"),
    );
    const reached = (ladder: "legalStatus" | "status", rung: string) =>
      countFunnel(rows, ladder).rungs.find(({ value }) => value === rung)?.reached;
    expect(reached("legalStatus", "notified")).toBe(15);
    expect(reached("status", "under-development")).toBe(22);
  });
});
