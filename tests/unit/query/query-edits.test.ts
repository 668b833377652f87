import { describe, expect, it } from "vitest";
import { DEFAULT_QUERY } from "@/lib/query/query";
import {
  isAtRung,
  listActiveConditions,
  sortedBy,
  withChoice,
  withoutCondition,
  withoutConditions,
  withRung,
  withToggled,
} from "@/lib/query/query-edits";
import { anyOf, ask } from "../explorer/rows";

describe("edits of a query", () => {
  it("toggling keeps the vocabulary's order and leaves no empty filter", () => {
    const one = withToggled(DEFAULT_QUERY, "status", "unknown");
    const two = withToggled(one, "status", "serviced");
    expect(two.filters.status).toEqual(anyOf("serviced", "unknown"));
    expect(
      withToggled(withToggled(two, "status", "unknown"), "status", "serviced").filters,
    ).toEqual({});
  });

  it("toggling sorts by the vocabulary, or by letters where the values are in the data", () => {
    const toggled = (key: "province" | "sectors", ...values: readonly string[]) =>
      values.reduce((query, value) => withToggled(query, key, value), DEFAULT_QUERY).filters[key]
        ?.values;
    expect(toggled("province", "sindh", "unknown", "punjab")).toEqual([
      "punjab",
      "sindh",
      "unknown",
    ]);
    expect(toggled("sectors", "steel", "unknown", "food", "paper")).toEqual([
      "food",
      "paper",
      "steel",
      "unknown",
    ]);
  });

  it("toggling several adds those that miss, and removes them where all are chosen", () => {
    const planned = withToggled(DEFAULT_QUERY, "electricity", "planned", "partial");
    const both = withToggled(planned, "electricity", "partial", "available");
    expect(both.filters.electricity).toEqual(anyOf("planned", "partial", "available"));
    expect(withToggled(both, "electricity", "partial", "available").filters.electricity).toEqual(
      anyOf("planned"),
    );
  });

  it("a range with one end is a choice, an empty one is none", () => {
    const range = (from: string | null, to: string | null) =>
      withChoice(DEFAULT_QUERY, "areaAcres", { values: [], from, to }).filters;
    expect(range(null, "5").areaAcres).toEqual({ values: [], from: null, to: "5" });
    expect(range("5", null).areaAcres).toEqual({ values: [], from: "5", to: null });
    expect(range(null, null)).toEqual({});
  });

  it("a step is not chosen where others are, or none", () => {
    const chosen = (...values: string[]) => ask({ filters: { status: anyOf(...values) } });
    expect(isAtRung(chosen("operational", "stalled"), "status", "partially-operational")).toBe(
      false,
    );
    expect(isAtRung(DEFAULT_QUERY, "status", "operational")).toBe(false);
  });

  it("toggling unknown keeps the range", () => {
    const range = withChoice(DEFAULT_QUERY, "areaAcres", { values: [], from: "10", to: null });
    expect(withToggled(range, "areaAcres", "unknown").filters.areaAcres).toEqual({
      values: ["unknown"],
      from: "10",
      to: null,
    });
  });

  it("toggling a step filters by at or beyond it", () => {
    const on = withRung(DEFAULT_QUERY, "status", "partially-operational");
    expect(on.filters.status).toEqual(anyOf("partially-operational", "operational"));
    expect(isAtRung(on, "status", "partially-operational")).toBe(true);
    expect(isAtRung(on, "status", "operational")).toBe(false);
    expect(withRung(on, "status", "partially-operational").filters).toEqual({});
    expect(withRung(on, "status", "operational").filters.status).toEqual(anyOf("operational"));
  });

  it("removing conditions, one or all, keeps scope, sort and day", () => {
    const query = ask({
      scope: "all",
      q: "hub",
      zones: ["hub-sez"],
      filters: { province: anyOf("sindh") },
      readinessMin: 20,
      coverageMin: 0.5,
      sort: [{ key: "name", descending: false }],
      asOf: "2024-01-01",
    });
    const keys = listActiveConditions(query);
    expect(keys).toEqual(["q", "zones", "province", "readiness", "coverageMin"]);
    for (const key of keys) {
      expect(listActiveConditions(withoutCondition(query, key))).toEqual(
        keys.filter((k) => k !== key),
      );
    }
    expect(withoutConditions(query)).toEqual(
      ask({ scope: "all", sort: query.sort, asOf: "2024-01-01" }),
    );
  });

  it("a click on a head sorts by it, a second click reverses, shift adds", () => {
    const byArea = sortedBy(DEFAULT_QUERY.sort, "areaAcres", true, false);
    expect(byArea).toEqual([{ key: "areaAcres", descending: true }]);
    expect(sortedBy(byArea, "areaAcres", true, false)).toEqual([
      { key: "areaAcres", descending: false },
    ]);
    const further = sortedBy(byArea, "name", false, true);
    expect(further).toEqual([...byArea, { key: "name", descending: false }]);
    expect(sortedBy(further, "name", false, true)[1]).toEqual({ key: "name", descending: true });
    expect(sortedBy(further, "name", false, true)[0]).toEqual(byArea[0]);
    expect(sortedBy(further, "name", false, false)).toEqual([{ key: "name", descending: false }]);
    expect(sortedBy([], "name", true, false)).toEqual([{ key: "name", descending: true }]);
  });
});
