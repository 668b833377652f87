import { describe, expect, test } from "vitest";
import { countNeeds, NEED_FIELDS, NEEDS, sortByNeeds } from "@/lib/readiness/needs";
import { englishText } from "@/lib/text/english-text";
import { describeNeeds } from "@/lib/text/needs-summary";
import { createRow } from "@/tests/support/facts";

const zone = (name: string, values: Parameters<typeof createRow>[0]) =>
  createRow({ name, ...values }, { slug: name });

const full = zone("Full", {
  ...{ electricity: "available", gas: "partial", water: "partial", sewerage: "absent" },
  ...{ landTitle: "not-applicable", province: "sindh" },
});
const planned = zone("Planned", { electricity: "planned", gas: "absent", province: "punjab" });
const unknown = zone("Any", {});

describe("what zones need", () => {
  test("are the indicators with steps, each once, power first", () => {
    expect(NEED_FIELDS).toHaveLength(18);
    expect(new Set(NEED_FIELDS).size).toBe(18);
    expect(NEEDS[0]?.fields.slice(0, 3)).toEqual(["electricity", "gas", "water"]);
    expect(NEED_FIELDS).not.toContain("enterprisesProducing");
  });

  test("is in place from partial on; unknown is counted as unknown, and what does not apply not at all", () => {
    expect(countNeeds(full)).toMatchObject({ reached: 3, unknown: 13, all: 17 });
    expect(countNeeds(planned)).toMatchObject({ reached: 0, unknown: 16, all: 18 });
    expect(countNeeds({ ...full, weak: ["gas", "status"] }).weak).toBe(1);
  });

  test("is sorted by province, name or share, an unknown province last", () => {
    const names = (order: Parameters<typeof sortByNeeds>[1]) =>
      sortByNeeds([unknown, full, planned], order, (province) => province, "en").map(
        ({ values }) => values.name,
      );
    expect(names("province")).toEqual(["Planned", "Full", "Any"]);
    expect(names("name")).toEqual(["Any", "Full", "Planned"]);
    expect(names("reached")).toEqual(["Full", "Any", "Planned"]);
  });
});

describe("the words of the page", () => {
  test("count the zones with power, gas and water, and those of which nothing is reported", () => {
    expect(describeNeeds(englishText, [full, planned, unknown])).toEqual({
      title: "Electricity is reported in 1 of 3 zones, at least in part; gas in 1 and water in 1",
      summary: "1 zone is reported to have all 3: Full. For 1 zone nobody reports any of them.",
      finding: "47 of the 53 facts about what these zones need are unknown",
    });
    expect(describeNeeds(englishText, [{ ...full, weak: ["gas"] }]).summary).toBe(
      "1 zone is reported to have all 3, 1 of them on weak evidence: Full.",
    );
    const weak = { ...planned, weak: ["electricity" as const] };
    expect(describeNeeds(englishText, [weak])).toMatchObject({
      summary: "No zone is reported to have all 3.",
      finding:
        "16 of the 18 facts about what these zones need are unknown; 1 more has weak evidence",
    });
    expect(describeNeeds(englishText, []).title).toBe("No matching zones");
  });
});
