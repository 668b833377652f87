import { describe, expect, it } from "vitest";
import { type Accepts, listNames, readParams } from "../../../lib/contract/read-params";
import { factsOf } from "../../support/facts";

const ACCEPTS: Accepts = {
  query: ["asOf", "province"],
  paging: true,
  fields: true,
  choices: { zone: ({ zones }) => zones.map(({ slug }) => slug) },
};
const CONTEXT = { facts: factsOf({ claims: [] }), openTerms: {} };

const read = (params: string, accepts = ACCEPTS) =>
  readParams(new URLSearchParams(params), accepts, CONTEXT);

describe("the parameters of a request", () => {
  it("have defaults", () => {
    expect(read("")).toEqual({
      asked: expect.objectContaining({
        limit: 100,
        offset: 0,
        fields: null,
        minVersion: null,
        choices: {},
      }),
      faults: [],
    });
  });

  it("are read", () => {
    const { asked, faults } = read(
      "limit=1000&offset=20&fields=gas,name,gas&minVersion=12&zone=test-zone&asOf=2020-01-01",
    );
    expect(faults).toEqual([]);
    expect(asked).toMatchObject({
      limit: 1000,
      offset: 20,
      fields: ["gas", "name"],
      minVersion: 12,
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
    ["minVersion=r1", "whole number"],
    ["fields=", "not a value here"],
    ["fields=stats", "Did you mean “status”"],
    ["zone=tset-zone", "Did you mean “test-zone”"],
    ["limit=5&limit=6", "once"],
    ["asOf=2020-01-01&asOf=2020-01-01", "once"],
    ["province=sind", "Did you mean “sindh”"],
  ])("%s is refused with what to do", (params, words) => {
    const { faults } = read(params);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      code: "invalid-parameter",
      detail: expect.stringContaining(words),
    });
  });

  it("of a query that mean nothing here are refused, with the names that do", () => {
    const [fault] = read("readinessMin=50&limit=5").faults;
    expect(fault).toMatchObject({
      code: "unknown-parameter",
      param: "readinessMin",
      got: "50",
      allowed: listNames(ACCEPTS),
    });
  });

  it("for paging are refused with a reason where the answer holds all rows", () => {
    const [fault] = read("limit=5", { ...ACCEPTS, paging: false }).faults;
    expect(fault?.detail).toContain("holds all rows");
  });

  it("keep their names to themselves", () => {
    expect(read("constructor=1&__proto__=2&toString=3").faults.map(({ code }) => code)).toEqual([
      "unknown-parameter",
      "unknown-parameter",
      "unknown-parameter",
    ]);
  });
});
