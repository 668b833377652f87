import { describe, expect, it, test } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import { parseQuery } from "@/lib/query/parse-query";
import { listActiveConditions } from "@/lib/query/query-edits";
import { SCOPES } from "@/lib/query/scope";
import { englishText } from "@/lib/text/english-text";
import { lowerFirst } from "@/lib/text/first-letter";
import {
  describeChoice,
  describeCondition,
  describeQuery,
  filterTerm,
  scopeLabel,
  scopeRule,
} from "@/lib/text/query-words";

const label = (field: Parameters<typeof fieldSpec>[0]) => fieldSpec(field).label;

describe("a condition in words", () => {
  const names = new Map([["hub-sez", "Hub Special Economic Zone"]]);
  const describeAll = (search: string) => {
    const { query } = parseQuery(new URLSearchParams(search));
    return listActiveConditions(query).map((key) =>
      describeCondition(englishText, query, key, names),
    );
  };

  it.each([
    ["province=sindh,punjab", `${label("province")}: Sindh or Punjab`],
    [
      "status=serviced,partially-operational,operational",
      `${label("status")}: serviced or further`,
    ],
    ["legalStatus=notified", `${label("legalStatus")}: notified`],
    ["legalStatus=notified,unknown", `${label("legalStatus")}: notified or unknown`],
    ["cpecStatus=cpec-nine", `${label("cpecStatus")}: CPEC nine`],
    ["areaAcres=100..500,unknown", `${label("areaAcres")}: 100 to 500 acres or unknown`],
    ["areaAcres=1500..", `${label("areaAcres")}: 1,500 acres or more`],
    ["areaAcres=100..100", `${label("areaAcres")}: 100 acres`],
    [
      "enterprisesProducing=..3,not-applicable",
      `${label("enterprisesProducing")}: up to 3 firms or not applicable`,
    ],
    ["approvedOn=2019..2021-06", `${label("approvedOn")}: 2019 to Jun 2021`],
    ["approvedOn=2019..", `${label("approvedOn")}: 2019 or later`],
    ["approvedOn=..2019", `${label("approvedOn")}: 2019 or earlier`],
    ["preExistingEstate=true", `${label("preExistingEstate")}: yes`],
    ["contested=true", "Has disputed values: yes"],
    ["statusAge=under-1,unknown", "Status last reported: under 1 year ago or unknown"],
    ["q=karachi", "“karachi”"],
    ["readinessMin=50", "Readiness certainly at least 50"],
    ["readinessMin=50&readinessMode=possibly", "Readiness possibly at least 50"],
    ["coverageMin=0.4", "Data at least 40% complete"],
    ["q=%20karachi%20", "“karachi”"],
    ["status=operational,serviced", `${label("status")}: operational or serviced`],
    ["status=stalled,operational", `${label("status")}: stalled or operational`],
    [
      "status=operational,partially-operational,serviced",
      `${label("status")}: serviced or further`,
    ],
    ["contested=false", "Has disputed values: no"],
    ["dependenceMarket=2,unknown", expect.stringMatching(/: 2: .+ or unknown$/)],
    ["support=single", expect.stringMatching(/^[A-Z].+: .+/)],
    ["areaAcres=unknown", `${label("areaAcres")}: unknown`],
    ["zones=hub-sez,a", "Only Hub and a"],
    ["zones=hub-sez", "Only Hub"],
    ["zones=hub-sez,a,b", "Only 3 selected zones"],
  ])("%s", (search, words) => {
    expect(describeAll(search)).toEqual([words]);
  });
});

describe("a query in words", () => {
  const describeParams = (params: string): Record<string, string> => {
    const { query, problems } = parseQuery(new URLSearchParams(params));
    expect(problems).toEqual([]);
    return Object.fromEntries(
      describeQuery(englishText, query).map((line) => [line.label, line.words]),
    );
  };

  it("has at least the scope and the sort", () => {
    expect(describeParams("")).toEqual({
      "Zones included": `Announced: ${scopeRule(englishText, "announced", null)}`,
      "Sorted by": "Standing, descending",
    });
  });

  it("does not call zones announced before the announcement of 44", () => {
    expect(describeParams("asOf=2026-01-15")["Zones included"]).toMatch(/^Approved then: /);
    expect(describeParams("asOf=2026-01-16")["Zones included"]).toMatch(/^Announced: /);
  });

  it("has every condition under the label of its filter", () => {
    expect(
      describeParams(
        "q=hub&zones=hub-sez&province=sindh,unknown&areaAcres=100..500,unknown&targetGas=..2020&jobs=5..&readinessMin=40&readinessMode=possibly&coverageMin=0.5&weights=legal:0&sort=-jobs,name",
      ),
    ).toMatchObject({
      "Search text": "“hub”",
      "Selected zones": "hub-sez",
      [label("province")]: "Sindh or unknown",
      [label("areaAcres")]: "100 to 500 acres or unknown",
      [label("targetGas")]: "2020 or earlier",
      [label("jobs")]: "5 jobs or more",
      Readiness: "possibly at least 40",
      "Data completeness": "at least 50%",
      "Readiness weights": expect.stringContaining(`${englishText.groupLabel("legal")} 0`),
      "Sorted by": `${label("jobs")}, descending; ${label("name")}`,
    });
  });
});

test("every scope has a label, and its rule is a sentence", () => {
  for (const scope of SCOPES) {
    expect(scopeLabel(englishText, scope, null)).not.toBe("");
    expect(scopeRule(englishText, scope, null)).toMatch(/\.$/);
  }
});

test("inside a phrase a label begins with a small letter unless it is an acronym", () => {
  expect(lowerFirst(englishText, "Notified")).toBe("notified");
  expect(lowerFirst(englishText, "CPEC nine")).toBe("CPEC nine");
  expect(lowerFirst(englishText, "")).toBe("");
});

describe("the parts of a query", () => {
  const query = (search: string) => parseQuery(new URLSearchParams(search)).query;

  it("have words for each value of a filter", () => {
    expect(filterTerm(englishText, "support", "single")).not.toBe("single");
    expect(filterTerm(englishText, "statusAge", "over-5")).toMatch(/5 years/);
    expect(filterTerm(englishText, "preExistingEstate", "false")).toBe("No");
    expect(filterTerm(englishText, "dependenceMarket", "0")).toMatch(/^0: /);
    expect(filterTerm(englishText, "province", "sindh")).toBe("Sindh");
  });

  it("have no words for a filter without a choice", () => {
    expect(describeChoice(englishText, query(""), "status")).toBe("");
    expect(describeChoice(englishText, query("status=unknown"), "status")).toBe("unknown");
  });

  it("name scores and completeness in the order, and nothing without an order", () => {
    const sorted = (sort: string) =>
      describeQuery(englishText, query(`sort=${sort}`)).at(-1)?.words;
    expect(new Set([sorted("readiness"), sorted("readinessHigh"), sorted("coverage")]).size).toBe(
      3,
    );
    expect(sorted("name,-areaAcres")).toMatch(/^Name; .*Area/);
    const none = describeQuery(englishText, { ...query(""), sort: [] });
    expect(none).toHaveLength(1);
  });

  it("name the scope by the day only for the announced zones", () => {
    const early = "2020-01-01";
    expect(scopeLabel(englishText, "announced", early)).not.toBe(
      scopeLabel(englishText, "announced", null),
    );
    expect(scopeLabel(englishText, "announced", "2026-01-16")).toBe(
      scopeLabel(englishText, "announced", null),
    );
    for (const scope of SCOPES.filter((one) => one !== "announced")) {
      expect(scopeRule(englishText, scope, early)).toBe(scopeRule(englishText, scope, null));
    }
  });

  it("have no line for a search of spaces", () => {
    expect(describeQuery(englishText, { ...query(""), q: "  ", sort: [] })).toHaveLength(1);
    expect(describeQuery(englishText, { ...query(""), q: " hub ", sort: [] })[1]?.words).toBe(
      "“hub”",
    );
  });
});
