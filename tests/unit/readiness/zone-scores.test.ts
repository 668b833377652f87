import { describe, expect, it } from "vitest";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { scoreZones } from "@/lib/readiness/zone-scores";
import { createRow } from "@/tests/support/facts";

const TODAY = "2026-11-24";
const ROWS = [
  createRow(
    {
      electricity: "partial",
      status: "operational",
      cohort: "unconfirmed",
      candidateForRemainder: true,
    },
    {
      slug: "second",
      order: 2,
      dates: { electricity: "2026-01" },
      marks: { electricity: "contested", gas: "settled", status: "contested" },
    },
  ),
  createRow(
    { electricity: "available", cohort: "added-37", candidateForRemainder: true },
    { slug: "first", order: 1, dates: { electricity: "2019" } },
  ),
  createRow({}, { slug: "third", order: 3 }),
];
const score = (part: Partial<Query> = {}) => scoreZones(ROWS, { ...DEFAULT_QUERY, ...part }, TODAY);
const slugs = (part: Partial<Query> = {}) => score(part).zones.map(({ slug }) => slug);

describe("scoreZones", () => {
  it("orders by confirmed score where the reader chose no order", () => {
    expect(slugs()).toEqual(["first", "second", "third"]);
    expect(slugs({ sort: [{ key: "status", descending: true }] })[0]).toBe("second");
  });

  it("gives each zone its caveats", () => {
    const [first, second, third] = score().zones;
    expect(first).toMatchObject({
      fresh: 0,
      candidate: false,
      disputed: [],
      readiness: { low: 5 },
    });
    expect(second).toMatchObject({
      fresh: 1,
      candidate: true,
      disputed: ["electricity"],
    });
    expect(third).toMatchObject({ fresh: null });
  });

  it("scores the zones that the query keeps, in every scope", () => {
    expect(slugs({ coverageMin: 0.01, scope: "priority-four" })).toEqual(["first", "second"]);
    expect(slugs({ readinessMin: 4 })).toEqual(["first"]);
    expect(slugs({ readinessMin: 99, readinessMode: "possibly" })).toEqual(["first", "third"]);
  });

  it("uses the weights of the query", () => {
    const weights = { ...BLOCK_WEIGHTS, utilities: 0 };
    const { zones, order, weights: used } = score({ weights });
    expect(used).toBe(weights);
    expect(zones.map(({ readiness }) => readiness?.low)).toEqual([0, 0, 0]);
    expect(order).toMatchObject({ zones: 3, certain: 0 });
    expect(
      score({
        weights: {
          ...BLOCK_WEIGHTS,
          legal: 0,
          access: 0,
          services: 0,
          investors: 0,
          resilience: 0,
        },
      }).zones[0]?.readiness,
    ).toMatchObject({ low: 20 });
  });

  it("gives zones to which nothing applies no score", () => {
    const none = createRow({
      securityArrangements: "not-applicable",
      worksFinanced: "not-applicable",
    });
    const weights = { legal: 0, utilities: 0, access: 0, services: 0, investors: 0, resilience: 1 };
    expect(scoreZones([none], { ...DEFAULT_QUERY, weights }, TODAY).zones[0]).toMatchObject({
      readiness: null,
    });
  });
});
