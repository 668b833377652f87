import { describe, expect, it } from "vitest";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import { type Claim, CONFIDENCES, ORIGINS } from "@/lib/evidence/ledger-records";
import { createClaim } from "@/tests/support/facts";

const TODAY = "2026-11-24";
const sound = createClaim({
  id: "9f66c66c-86db-5cdf-aac4-5ccc51665d2f",
  field: "status",
  value: "serviced",
  asOf: "2026-11",
  note: "The zone's power line was switched on.",
});
const listParams = (part: { readonly [K in keyof Claim]?: unknown }) =>
  listClaimIssues({ ...sound, ...part } as Claim, TODAY).map(({ param }) => param);

describe("listClaimIssues", () => {
  it("refuses texts of signs, an area of 0 and future days of what has happened", () => {
    expect(listParams({ field: "name", value: "---" })).toEqual(["value"]);
    expect(listParams({ field: "aliases", value: ["Hub", "???"] })).toEqual(["value"]);
    expect(listParams({ field: "areaAcres", value: 0 })).toEqual(["value"]);
    expect(listParams({ field: "approvedOn", value: "2027" })).toEqual(["value"]);
    expect(listParams({ field: "targetGas", value: "2027" })).toEqual([]);
    expect(listParams({ lastSeenOn: "2999-01-01" })).toEqual(["lastSeenOn"]);
    expect(listParams({ note: ".", locator: "-" })).toEqual(["locator", "note"]);
    expect(listParams({ quotation: { text: "…", lang: "en" } })).toEqual(["quotation"]);
  });

  it("a valid claim has no issues", () => {
    expect(listClaimIssues(sound, TODAY)).toEqual([]);
    expect(listParams({ asOf: null, locator: null, note: null })).toEqual([]);
    expect(listParams({ locator: "p. 4\n\tline 2", note: "x".repeat(4000) })).toEqual([]);
  });

  it.each([
    ["id", { id: "9F66C66C-86DB-5CDF-AAC4-5CCC51665D2F" }],
    ["id", { id: "claim-1" }],
    ["field", { field: "colour" }],
    ["field", { field: "tenancyStage", value: "mou" }],
    ["field", { tenancy: "a-firm" }],
    ["value", { value: "open" }],
    ["asOf", { asOf: "2026-02-30" }],
    ["asOf", { asOf: "" }],
    ["asOf", { asOf: "1946-12" }],
    ["origin", { origin: "hearsay" }],
    ["confidence", { confidence: "certain" }],
    ["locator", { locator: " " }],
    ["note", { note: "x".repeat(4001) }],
    ["note", { note: "a hidden\u200e mark" }],
  ])("a wrong %s is an issue: %j", (part, change) => {
    expect(listParams(change)).toEqual([part]);
  });

  it("a claim can be about today, this month and this year but not later", () => {
    for (const asOf of ["2026-11-24", "2026-11", "2026"]) expect(listParams({ asOf })).toEqual([]);
    for (const asOf of ["2026-11-25", "2026-12", "2027"])
      expect(listParams({ asOf })).toEqual(["asOf"]);
  });

  it("the value of a target can be in the future", () => {
    expect(listParams({ field: "targetGas", value: "2031-06" })).toEqual([]);
  });

  it("a claim on a firm takes only a firm's fields", () => {
    expect(listParams({ tenancy: "a-firm", field: "tenancyStage", value: "mou" })).toEqual([]);
    expect(listParams({ tenancy: "a-firm", field: "tenancyStage", value: "open" })).toEqual([
      "value",
    ]);
  });

  it.each([
    ["a text without a word", { text: " ", lang: "en" }],
    ["41 words", { text: "word ".repeat(41).trim(), lang: "en" }],
    ["601 characters", { text: "x".repeat(601), lang: "en" }],
    ["a line break", { text: "two\nlines", lang: "en" }],
    ["a language that is no code", { text: "The line is on.", lang: "English!" }],
  ])("a quotation cannot be %s", (_, quotation) => {
    expect(listParams({ quotation })).toEqual(["quotation"]);
  });

  it("a quotation can have 40 words in any language", () => {
    const quotation = { text: "word ".repeat(40).trim(), lang: "ur-Arab" };
    expect(listParams({ quotation })).toEqual([]);
  });

  it("money is kept only where the value is an amount of US dollars", () => {
    const money = { amount: 7e9, currency: "PKR" };
    const sum = { field: "investmentRealisedUsdM", value: 39, money };
    expect(listParams(sum)).toEqual([]);
    expect(listParams({ tenancy: "a-firm", field: "investmentUsdM", value: 39, money })).toEqual(
      [],
    );
    expect(listParams({ money })).toEqual(["money"]);
    expect(listParams({ field: "jobs", value: 39, money })).toEqual(["money"]);
    expect(listParams({ ...sum, money: { amount: -1, currency: "PKR" } })).toEqual(["money"]);
    expect(listParams({ ...sum, money: { amount: 1, currency: "rupees" } })).toEqual(["money"]);
    expect(listParams({ ...sum, money: { amount: Number.NaN, currency: "PKR" } })).toEqual([
      "money",
    ]);
  });

  it("all issues are returned at once", () => {
    expect(listParams({ id: "x", value: "open", asOf: "2030", origin: "me" })).toEqual([
      "id",
      "value",
      "asOf",
      "origin",
    ]);
  });

  it.each([
    [{ id: "x" }, { code: "id" }],
    [{ field: "tenancyStage" }, { code: "field", field: "tenancyStage", subject: "zone" }],
    [{ tenancy: "a-firm" }, { code: "field", field: "status", subject: "firm" }],
    [
      { field: "preExistingEstate", value: 1 },
      { code: "value", field: "preExistingEstate", rule: { code: "flag" } },
    ],
    [{ asOf: "soon" }, { code: "date-format" }],
    [{ asOf: "2027" }, { code: "future-date", today: TODAY }],
    [{ origin: "hearsay" }, { code: "one-of", allowed: ORIGINS }],
    [{ confidence: "certain" }, { code: "one-of", allowed: CONFIDENCES }],
    [{ locator: "" }, { code: "text-length", part: "locator", max: 4000 }],
    [{ note: "\u200e" }, { code: "characters", part: "note" }],
  ])("%j gives the reason %j", (change, reason) => {
    const issues = listClaimIssues({ ...sound, ...change } as Claim, TODAY);
    expect(issues).toEqual([{ param: expect.any(String), reason }]);
  });
});
