import { describe, expect, it } from "vitest";
import { DEFAULT_COLUMNS } from "@/components/features/explorer/columns";
import { readState, writeState } from "@/components/features/explorer/explorer-state";
import { DEFAULT_VIEW } from "@/components/features/explorer/view-params";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { suggestFix, withoutParam } from "@/lib/query/suggest-fix";
import { englishText } from "@/lib/text/english-text";
import { describeParamIssue } from "@/lib/text/issue-words";

const context = { openTerms: { sectors: ["textiles"] }, zoneSlugs: ["hub-sez", "dhabeji-sez"] };
const read = (search: string) => readState(search, context);

describe("the explorer's address", () => {
  it("is empty for the first state", () => {
    expect(writeState({ query: DEFAULT_QUERY, view: DEFAULT_VIEW })).toBe("");
    expect(read("").state).toEqual({ query: DEFAULT_QUERY, view: DEFAULT_VIEW });
  });

  it("gives every part of a state back", () => {
    const search =
      "?scope=all&q=hub+port&status=serviced,unknown&areaAcres=100..500,unknown&readinessMin=30" +
      "&readinessMode=possibly&coverageMin=0.4&sort=name&columns=areaAcres,readiness&density=compact" +
      "&layers=routes,power&map=30.123,69.5,6.25&markers=area&provinces=median&selected=hub-sez";
    const { state, problems } = read(search);
    expect(problems).toEqual([]);
    expect(state.view).toEqual({
      columns: ["areaAcres", "readiness"],
      density: "compact",
      layers: ["routes", "power"],
      map: { lat: 30.123, lon: 69.5, zoom: 6.25 },
      markers: "area",
      shading: "median",
      selected: ["hub-sez"],
    });
    expect(read(writeState(state)).state).toEqual(state);
  });

  it("tells an empty list of columns from the default ones", () => {
    const { state } = read("?columns=none");
    expect(state.view.columns).toEqual([]);
    expect(writeState(state)).toBe("?columns=none");
    expect(read("").state.view.columns).toBe(DEFAULT_COLUMNS);
  });

  it("has one address for the same layers, and tells none of them from the default ones", () => {
    expect(writeState(read("?layers=power,routes").state)).toBe("?layers=routes,power");
    expect(writeState(read("?layers=ports,routes").state)).toBe("");
    expect(read("?layers=none").state.view.layers).toEqual([]);
    expect(writeState(read("?layers=none").state)).toBe("?layers=none");
  });

  it.each([
    ["?columns=area", "columns"],
    ["?density=tight", "density"],
    ["?layers=roads", "layers"],
    ["?map=somewhere", "map"],
    ["?map=91,0,4", "map"],
    ["?map=,,", "map"],
    ["?markers=big", "markers"],
    ["?provinces=yes", "provinces"],
    ["?selected=nowhere", "selected"],
    ["?density=compact&density=dated", "density"],
    ["?statsu=serviced", "statsu"],
    ["?sectors=textile", "sectors"],
  ])("reports the wrong parameter of %s", (search, param) => {
    const described = read(search).problems.map((each) => describeParamIssue(englishText, each));
    expect(described.map((issue) => issue.param)).toEqual([param]);
    expect(described[0]?.message).toMatch(/\.$|\?$/);
  });

  it("knows the page of the table, which the server alone reads", () => {
    expect(read("?page=2").problems).toEqual([]);
  });

  it("replaces a wrong name or value by the nearest one", () => {
    const fix = (search: string) => {
      const [problem] = read(search).problems;
      return problem ? suggestFix(search, problem) : null;
    };
    expect(fix("?statsu=serviced&scope=all")).toBe("?status=serviced&scope=all");
    expect(fix("?status=servced,unknown")).toBe("?status=serviced,unknown");
    expect(fix("?sort=-readines")).toBe("?sort=-readiness");
    expect(fix("?columns=areaAcre,readiness")).toBe("?columns=areaAcres,readiness");
    expect(fix("?weights=legl:20")).toBeNull();
    expect(fix("?readinessMin=lots")).toBeNull();
  });

  it("removes one parameter and keeps the others", () => {
    const search = "?q=a&readinessMin=lots&scope=all";
    const [problem] = read(search).problems;
    expect(problem && withoutParam(search, problem)).toBe("?q=a&scope=all");
  });
});
