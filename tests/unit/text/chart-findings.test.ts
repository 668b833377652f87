import { describe, expect, test } from "vitest";

import {
  findComparison,
  findDelivery,
  findDependence,
  findReadiness,
  findSourceYear,
  findTrace,
} from "@/lib/text/chart-findings";
import { englishText } from "@/lib/text/english-text";
import { findLegalStatus, findStanding } from "@/lib/text/headline";
import { createValues } from "@/tests/support/facts";

const unknown = createValues();

describe("what a chart shows", () => {
  test("legal status and standing: how many of the zones", () => {
    expect(findLegalStatus(englishText, 35, 44)).toBe("Legal status: 35 of 44 approved");
    expect(findLegalStatus(englishText, 0, 0)).toBe("Legal status: no zone");
    const counts = { running: 7, "reported-running": 6, stopped: 1, unknown: 19 };
    expect(findStanding(englishText, counts)).toBe("Standing: 13 of 33 reported running");
    expect(findStanding(englishText, { unknown: 2 })).toBe("Standing: 0 of 2 reported running");
    expect(findStanding(englishText, {})).toBe("Standing: no zone");
  });

  test("readiness: the highest score that a zone reaches, and the lowest where none does", () => {
    const at = (...counts: number[]) =>
      counts.map((count, i) => ({ count, score: [75, 50, 25][i] ?? 0 }));
    expect(findReadiness(englishText, at(0, 2, 5), 9)).toBe(
      "Readiness: 2 of 9 confirmed at 50 or more",
    );
    expect(findReadiness(englishText, at(0, 0, 0), 9)).toBe(
      "Readiness: no zone confirmed at 25 or more",
    );
  });

  test("sources: the first year with most, and those without a date", () => {
    const years = [
      { year: "2023", total: 2 },
      { year: "2024", total: 5 },
      { year: "2025", total: 5 },
      { year: "unknown", total: 9 },
    ];
    expect(findSourceYear(englishText, years, "sources")).toBe(
      "2024 has the most sources: 5 of 21; 9 have no date",
    );
    expect(findSourceYear(englishText, years.slice(0, 3), "claims")).toBe(
      "2024 has the most reports: 5 of 12",
    );
    expect(findSourceYear(englishText, [], "sources")).toBe("No source has a date");
    expect(findSourceYear(englishText, years.slice(3), "claims")).toBe(
      "No source has a date; 9 come from undated sources",
    );
  });

  test("a national problem: the known share of the facts that it affects", () => {
    const fields = ["electricity", "gas"] as const;
    const zones = [{ values: { ...unknown, electricity: "partial" as const } }];
    expect(findTrace(englishText, "Power", zones, fields)).toBe(
      "Power: we know 50% of the zone facts it affects",
    );
    const none = "Power: we know none of the zone facts it affects";
    expect(findTrace(englishText, "Power", [{ values: unknown }], fields)).toBe(none);
    expect(findTrace(englishText, "Power", [], fields)).toBe(none);
  });

  test("a comparison: how often the least is in the most, and no ratio to 0", () => {
    const amount = (label: string, value: number) => ({ label, value, words: `USD ${value}` });
    const [gdp, exports] = [amount("GDP", 90), amount("Exports", 40)];
    expect(findComparison(englishText, [exports, gdp], null)).toBe(
      "GDP: 2.3 times the amount of “Exports”",
    );
    expect(findComparison(englishText, [amount("Exports", 0), gdp], null)).toBe("GDP: USD 90");
    expect(findComparison(englishText, [gdp, exports], 35)).toBe(
      "Sources report 40 to USD 90; this tracker confirms 35",
    );
    expect(findComparison(englishText, [], null)).toBe("");
  });

  test("power and gas of a zone: need and delivery, unknown where no report says", () => {
    expect(findDelivery(englishText, { ...unknown, powerNeededMw: 210, powerEnergisedMw: 0 })).toBe(
      "Power: 210 MW needed, 0 MW delivered; gas: need unknown, delivery unknown",
    );
  });

  test("dependence of a zone: the highest level known, which can be 0", () => {
    const title = "Dependence on Chinese partners: ";
    expect(findDependence(englishText, unknown)).toBe(`${title}unknown in all 6 kinds`);
    expect(findDependence(englishText, { ...unknown, dependenceMarket: 0 })).toBe(
      `${title}level 0 in the only known of 6 kinds`,
    );
    const two = { ...unknown, dependenceMarket: 1, dependenceFinancial: 3 };
    expect(findDependence(englishText, two)).toBe(
      `${title}up to level 3 in the 2 known of 6 kinds`,
    );
  });
});
