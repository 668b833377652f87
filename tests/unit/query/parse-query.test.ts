import { describe, expect, it } from "vitest";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { FILTERS } from "@/lib/query/filters";
import { ALL_QUERY_PARAMS, type ParseContext, parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY, isSortKey } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { englishText } from "@/lib/text/english-text";
import { describeParamIssue } from "@/lib/text/issue-words";

const parse = (address: string, context?: ParseContext) =>
  parseQuery(new URLSearchParams(address), context);
/** The query of an address that must have no problem. */
const queryOf = (address: string, context?: ParseContext) => {
  const { query, problems } = parse(address, context);
  expect(problems).toEqual([]);
  return query;
};
/** The only problem of an address, and a check that the query stayed as it would be without it. */
const problem = (address: string, context?: ParseContext) => {
  const { query, problems } = parse(address, context);
  expect(query).toEqual(DEFAULT_QUERY);
  expect(problems).toHaveLength(1);
  return problems[0];
};
/** The only problem of an address, in words. */
const message = (address: string) => {
  const found = problem(address);
  return found && describeParamIssue(englishText, found).message;
};
const choice = (
  values: readonly string[],
  from: string | null = null,
  to: string | null = null,
) => ({
  values,
  from,
  to,
});

describe("an address without parameters", () => {
  it("lists the announced zones, furthest standing first", () => {
    expect(queryOf("")).toEqual(DEFAULT_QUERY);
    expect(DEFAULT_QUERY).toMatchObject({
      scope: "announced",
      readinessMode: "certainly",
      sort: [{ key: "standing", descending: true }],
      weights: BLOCK_WEIGHTS,
      asOf: null,
      knownOn: null,
    });
  });
});

describe("query parameters", () => {
  it("are read", () => {
    const address =
      "scope=cpec-nine&q=%20hattar%20&readinessMin=50&readinessMode=possibly&coverageMin=0.5" +
      "&weights=legal:30,access:0&sort=-status,name&asOf=2020-12-31&knownOn=r12";
    expect(queryOf(address)).toEqual({
      scope: "cpec-nine",
      q: "hattar",
      zones: [],
      filters: {},
      readinessMin: 50,
      readinessMode: "possibly",
      coverageMin: 0.5,
      weights: { ...BLOCK_WEIGHTS, legal: 30, access: 0 },
      sort: [
        { key: "status", descending: true },
        { key: "name", descending: false },
      ],
      asOf: "2020-12-31",
      knownOn: "r12",
    });
  });

  it("sort accepts any field or readiness, and nothing else", () => {
    expect(["status", "name", "readiness", "readinessHigh", "coverage"].every(isSortKey)).toBe(
      true,
    );
    expect(["", "slug", "tenancyStage", "readinessLow"].some(isSortKey)).toBe(false);
  });

  it("have names that no filter has", () => {
    expect(new Set(ALL_QUERY_PARAMS).size).toBe(ALL_QUERY_PARAMS.length);
  });
});

describe("filter parameters", () => {
  it("on vocabularies accept every value, asides and unknown", () => {
    expect(queryOf("status=operational,stalled, unknown,operational").filters).toEqual({
      status: choice(["operational", "stalled", "unknown"]),
    });
    expect(queryOf("electricity=not-applicable").filters.electricity?.values).toEqual([
      "not-applicable",
    ]);
  });

  it("on indicators accept the former word for absent, and are written with the present one", () => {
    const query = queryOf("gas=none,partial,absent");
    expect(query.filters).toEqual({ gas: choice(["absent", "partial"]) });
    expect(writeQuery(query)).toEqual([["gas", "absent,partial"]]);
    expect(problem("status=none")?.param).toBe("status");
  });

  it("on booleans accept true, false and unknown; on levels 0 to 4", () => {
    expect(queryOf("candidateForRemainder=true,unknown").filters.candidateForRemainder).toEqual(
      choice(["true", "unknown"]),
    );
    expect(queryOf("dependenceMarket=0,4").filters.dependenceMarket).toEqual(choice(["0", "4"]));
    expect(problem("dependenceMarket=5")?.allowed).toEqual(["0", "1", "2", "3", "4", "unknown"]);
  });

  it("on numbers accept one range, open at either end, with unknown beside it", () => {
    expect(queryOf("areaAcres=100..500").filters.areaAcres).toEqual(choice([], "100", "500"));
    expect(queryOf("areaAcres=..500").filters.areaAcres).toEqual(choice([], null, "500"));
    expect(queryOf("areaAcres=500..,unknown").filters.areaAcres).toEqual(
      choice(["unknown"], "500", null),
    );
    expect(queryOf("areaAcres=unknown").filters.areaAcres).toEqual(choice(["unknown"]));
    expect(queryOf("plotsBuiltPct=unknown,10..10,not-applicable").filters.plotsBuiltPct).toEqual(
      choice(["unknown", "not-applicable"], "10", "10"),
    );
  });

  it("on dates accept years, months and days", () => {
    expect(queryOf("approvedOn=2019..2021-06").filters.approvedOn).toEqual(
      choice([], "2019", "2021-06"),
    );
    expect(queryOf("approvedOn=2020-06..2020").filters.approvedOn).toEqual(
      choice([], "2020-06", "2020"),
    );
  });

  it("on evidence are accepted", () => {
    expect(queryOf("statusAge=over-5,unknown&contested=true").filters).toEqual({
      statusAge: choice(["over-5", "unknown"]),
      contested: choice(["true"]),
    });
  });

  it("on open lists accept values of the data, or any value without data", () => {
    const context = { openTerms: { sectors: ["textiles", "paper"] } };
    expect(queryOf("sectors=textiles,unknown", context).filters.sectors).toEqual(
      choice(["textiles", "unknown"]),
    );
    expect(problem("sectors=textile", context)).toMatchObject({
      nearest: "textiles",
      allowed: ["textiles", "paper", "unknown"],
    });
    expect(queryOf("sectors=anything at all").filters.sectors).toEqual(choice(["anything at all"]));
  });

  it("exist for every filterable field of the catalogue and three kinds of evidence", () => {
    const keys: string[] = FILTERS.map(({ key }) => key);
    for (const key of ["name", "aliases", "district", "location", "developer"]) {
      expect(keys).not.toContain(key);
    }
    expect(keys).toEqual(expect.arrayContaining(["sectors", "status", "areaAcres", "approvedOn"]));
    expect(keys.slice(-3)).toEqual(["statusAge", "support", "contested"]);
  });
});

describe("issues with parameters", () => {
  it.each([
    ["provinc=sindh", "provinc", "province"],
    ["readinesMin=50", "readinesMin", "readinessMin"],
    ["STATUS=operational", "STATUS", "status"],
    ["area=5", "area", "areaAcres"],
  ])("the name in %s gets the closest name", (address, param, nearest) => {
    expect(problem(address)).toMatchObject({
      param,
      nearest,
      reason: { code: "unknown-param" },
      allowed: ALL_QUERY_PARAMS,
    });
  });

  it("an unknown name gets the list of names", () => {
    expect(problem("utm_campaign=spring")).toMatchObject({
      nearest: null,
      reason: { code: "unknown-param" },
    });
    expect(problem("constructor=1")?.param).toBe("constructor");
  });

  it("the caller's own parameters are accepted and suggested", () => {
    const context = { alsoKnown: ["columns", "limit"] };
    expect(queryOf("columns=name&limit=5&limit=6", context)).toEqual(DEFAULT_QUERY);
    expect(problem("colums=name", context)?.nearest).toBe("columns");
  });

  it.each([
    ["scope=anounced", "announced"],
    ["readinessMode=possible", "possibly"],
    ["province=Sindh", "sindh"],
    ["province=sindh,panjab", "punjab"],
    ["status=operationel", "operational"],
    ["sort=-readines", "readiness"],
    ["sort=statu", "status"],
    ["weights=legl:10", "legal"],
    ["contested=ture", "true"],
    ["areaAcres=unknwon", "unknown"],
  ])("the value in %s gets the closest value", (address, nearest) => {
    expect(problem(address)?.nearest).toBe(nearest);
  });

  it.each([
    "readinessMin=",
    "readinessMin=-1",
    "readinessMin=100.1",
    "readinessMin=fifty",
    "readinessMin=0x10",
    "readinessMin=Infinity",
    "coverageMin=1.01",
    "coverageMin=50%25",
    "weights=",
    "weights=legal",
    "weights=legal:",
    "weights=legal:-1",
    "weights=legal:1:2",
    "weights=legal:1,legal:2",
    "weights=legal:1000001",
    "weights=legal:1e400",
    "weights=legal:0,utilities:0,access:0,services:0,investors:0,resilience:0",
    "sort=",
    "sort=-",
    "sort=--name",
    "sort=name,-name",
    "sort=tenancyStage",
    "asOf=2020",
    "asOf=2023-02-29",
    "asOf=today",
    "knownOn=12",
    "province=",
    "province=sindh,,punjab",
    "areaAcres=",
    "areaAcres=500",
    "areaAcres=..",
    "areaAcres=1..2..3",
    "areaAcres=1..2,3..4",
    "areaAcres=a..b",
    "areaAcres=not-applicable",
    "areaAcres=500..100",
    "approvedOn=2020",
    "approvedOn=2021..2020",
    "approvedOn=2020-07..2020-06-15",
    "approvedOn=2020-13..",
    `q=${"x".repeat(201)}`,
  ])("%s is one issue with a sentence and keeps the default", (address) => {
    expect(message(address)).toMatch(/^[“A-Z].*[.?]$/);
  });

  it("a reversed range gets the corrected range", () => {
    expect(message("areaAcres=500..100")).toBe(
      "The range starts at 500, after its end 100. Write 100..500.",
    );
  });

  it("a repeated parameter keeps its first value", () => {
    const { query, problems } = parse("province=sindh&province=punjab&q=a&q=b");
    expect(query.filters.province).toEqual(choice(["sindh"]));
    expect(query.q).toBe("a");
    expect(problems.map(({ param, got }) => [param, got])).toEqual([
      ["province", "punjab"],
      ["q", "b"],
    ]);
  });

  it("an issue does not stop other parameters from being read", () => {
    const { query, problems } = parse("scope=none&province=sindh&foo=1&readinessMin=50");
    expect(problems.map(({ param }) => param)).toEqual(["scope", "foo"]);
    expect(query).toEqual({
      ...DEFAULT_QUERY,
      filters: { province: choice(["sindh"]) },
      readinessMin: 50,
    });
  });
});

describe("the reason of an issue", () => {
  it.each([
    ["province=sindh,,punjab", { code: "value-missing" }, "punjab"],
    ["province=panjab", { code: "not-allowed", value: "panjab" }, "punjab"],
    ["areaAcres=500", { code: "range-format", form: "100..500", words: ["unknown"] }, "unknown"],
    [
      "plotsBuiltPct=5",
      { code: "range-format", form: "100..500", words: ["unknown", "not-applicable"] },
      "not-applicable",
    ],
    [
      "approvedOn=2020",
      { code: "range-format", form: "2019..2021-06", words: ["unknown"] },
      "2020..",
    ],
    ["approvedOn=2021..2020", { code: "range-order", from: "2021", to: "2020" }, "unknown"],
  ])("in %s is %j", (address, reason, allowed) => {
    expect(problem(address)?.reason).toEqual(reason);
    expect(problem(address)?.allowed).toContain(allowed);
  });

  it("an empty value of an open list asks for a value", () => {
    expect(problem("sectors=")?.reason).toEqual({ code: "value-missing" });
    expect(problem("sectors=", { openTerms: { sectors: ["paper"] } })?.allowed).toContain("paper");
  });

  it("the largest weight and a range of one day are read", () => {
    expect(queryOf("weights=legal:1000000").weights.legal).toBe(1_000_000);
    expect(queryOf("approvedOn=2020-06-15..2020-06-15").filters.approvedOn?.to).toBe("2020-06-15");
  });
});

describe("writeQuery", () => {
  it("leaves out defaults", () => {
    expect(writeQuery(DEFAULT_QUERY)).toEqual([]);
    expect(writeQuery({ ...DEFAULT_QUERY, weights: { ...BLOCK_WEIGHTS } })).toEqual([]);
  });

  it("has the same order for any order of parameters", () => {
    const there = "areaAcres=100..,unknown&knownOn=r3&q=khi&sort=name&province=sindh&scope=all";
    const back = there.split("&").reverse().join("&");
    const written = writeQuery(queryOf(there)).map((pair) => pair.join("="));
    expect(written).toEqual([
      "scope=all",
      "q=khi",
      "province=sindh",
      "areaAcres=100..,unknown",
      "sort=name",
      "knownOn=r3",
    ]);
    expect(writeQuery(queryOf(back)).map((pair) => pair.join("="))).toEqual(written);
  });

  it("writes only changed weights", () => {
    const weights = { ...BLOCK_WEIGHTS, access: 0, resilience: 12.5 };
    expect(writeQuery({ ...DEFAULT_QUERY, weights })).toEqual([
      ["weights", "access:0,resilience:12.5"],
    ]);
  });

  it("writes very small numbers so that they are read back", () => {
    const query = { ...DEFAULT_QUERY, coverageMin: 1e-7 };
    expect(parseQuery(writeQuery(query))).toEqual({ query, problems: [] });
  });

  it("writes ranges with one end, and leaves out an empty choice and an empty sort", () => {
    const filters = { areaAcres: choice([], null, "5"), jobs: choice([], "5"), gas: choice([]) };
    expect(writeQuery({ ...DEFAULT_QUERY, filters, sort: [] })).toEqual([
      ["areaAcres", "..5"],
      ["jobs", "5.."],
    ]);
  });
});
