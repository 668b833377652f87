import { describe, expect, it } from "vitest";
import {
  type AcceptedParams,
  listParamNames,
  parseMoment,
  parseRequest,
} from "../../../lib/contract/parse-request";
import { englishText } from "../../../lib/text/english-text";
import { createFacts } from "../../support/facts";

const ACCEPTED: AcceptedParams = {
  query: ["asOf", "province"],
  paging: true,
  fields: true,
  choices: { zone: ({ zones }) => zones.map(({ slug }) => slug) },
};
const CONTEXT = { facts: createFacts({ claims: [] }), openTerms: {} };

const parse = (params: string, accepted = ACCEPTED) =>
  parseRequest(englishText, new URLSearchParams(params), accepted, CONTEXT);

describe("parseRequest", () => {
  it("gives defaults for absent parameters", () => {
    expect(parse("")).toEqual({
      request: expect.objectContaining({
        limit: 100,
        offset: 0,
        fields: null,
        choices: {},
      }),
      issues: [],
    });
  });

  it("reads the parameters of an endpoint", () => {
    const { request, issues } = parse(
      "limit=1000&offset=20&fields=gas,name,gas&zone=test-zone&asOf=2020-01-01",
    );
    expect(issues).toEqual([]);
    expect(request).toMatchObject({
      limit: 1000,
      offset: 20,
      fields: ["gas", "name"],
      choices: { zone: ["test-zone"] },
      query: { asOf: "2020-01-01" },
    });
  });

  it.each([
    ["limit=0", "from 1 to 1000"],
    ["limit=1001", "from 1 to 1000"],
    ["limit=10.5", "whole number"],
    ["limit=", "whole number"],
    ["offset=-1", "0 or more"],
    ["fields=", "is not allowed here"],
    ["fields=stats", "Did you mean “status”"],
    ["zone=tset-zone", "Did you mean “test-zone”"],
    ["limit=5&limit=6", "once"],
    ["asOf=2020-01-01&asOf=2020-01-01", "once"],
    ["province=sind", "Did you mean “sindh”"],
  ])("rejects %s and says what to do", (params, words) => {
    const { issues } = parse(params);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: "invalid-parameter",
      message: expect.stringContaining(words),
    });
  });

  it("rejects a query parameter that the endpoint does not have, with the names that it has", () => {
    const [issue] = parse("readinessMin=50&limit=5").issues;
    expect(issue).toMatchObject({
      code: "unknown-parameter",
      param: "readinessMin",
      got: "50",
      allowed: listParamNames(ACCEPTED),
    });
  });

  it.each([
    ["minVersion=12", "knownOn=r12"],
    ["missing=word", "ValueStatus"],
  ])("says what replaces the removed parameter of %s", (params, words) => {
    const [param] = params.split("=");
    expect(parse(params).issues).toMatchObject([
      { code: "removed", param, message: expect.stringContaining(words) },
    ]);
  });

  it("explains why an answer with all rows has no paging", () => {
    const [issue] = parse("limit=5", { ...ACCEPTED, paging: false }).issues;
    expect(issue?.message).toContain("has all rows");
  });

  it("does not mistake names of object members for parameters", () => {
    expect(parse("constructor=1&__proto__=2&toString=3").issues.map(({ code }) => code)).toEqual([
      "unknown-parameter",
      "unknown-parameter",
      "unknown-parameter",
    ]);
  });
});

describe("parseMoment", () => {
  const parseAt = (params: string, query: readonly string[]) =>
    parseMoment(new URLSearchParams(params), { query });

  it("gives the same moment as parseRequest", () => {
    const params = "province=sindh&asOf=2020-01-01&knownOn=r3&asOf=2021-01-01";
    const query = ["province", "asOf", "knownOn"];
    const { request } = parse(params, { ...ACCEPTED, query });
    const { asOf, knownOn } = request.query;
    expect(parseAt(params, query)).toEqual({ asOf, knownOn });
    expect(asOf).toBe("2020-01-01");
  });

  it("ignores parameters that cannot be read or that the endpoint does not have", () => {
    const none = { asOf: null, knownOn: null };
    expect(parseAt("asOf=banana&knownOn=x", ["asOf", "knownOn"])).toEqual(none);
    expect(parseAt("asOf=2020-01-01&knownOn=r3", [])).toEqual(none);
  });
});
