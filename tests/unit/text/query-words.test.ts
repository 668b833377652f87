import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../lib/query/parse-query";
import { queryInWords } from "../../../lib/text/query-words";

function said(params: string): Record<string, string> {
  const { query, problems } = parseQuery(new URLSearchParams(params));
  expect(problems).toEqual([]);
  return Object.fromEntries(queryInWords(query).map(({ label, words }) => [label, words]));
}

describe("a query in words", () => {
  it("says at least which zones count and in what order", () => {
    expect(said("")).toEqual({
      "Zones that count":
        "announced: Approval evidenced, or a candidate for the nine that nobody has named.",
      Order: "readiness by the floor (falling)",
    });
  });

  it("says every condition by its labels", () => {
    expect(
      said(
        "q=hub&zones=hub-sez&province=sindh,unknown&areaAcres=100..500,unknown&targetGas=..2020&jobs=5..&readinessMin=40&readinessMode=possibly&coverageMin=0.5&weights=legal:0&sort=-jobs,name",
      ),
    ).toMatchObject({
      Text: "“hub”",
      "Picked zones": "hub-sez",
      "Province or territory": "Sindh or unknown",
      Area: "from 100 to 500 acres or unknown",
      "Gas target": "up to 2020",
      Jobs: "from 5 jobs on",
      Readiness: "possibly at least 40",
      Coverage: "at least 0.5",
      "Weights of readiness": expect.stringContaining("Legal and land 0"),
      Order: "Jobs (falling), then Name",
    });
  });
});
