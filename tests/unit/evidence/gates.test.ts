import { describe, expect, test } from "vitest";
import { type FieldKey, isZoneField } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { type GatedClaim, listGateRequirements } from "@/lib/evidence/gates";
import { createValues } from "../../support/facts";

const claim = (field: FieldKey, value: FieldValue, part: Partial<GatedClaim> = {}): GatedClaim => ({
  field,
  value,
  asOf: "2026-01",
  locator: null,
  note: null,
  origin: "official",
  quotation: { text: "So it is.", lang: "en" },
  gateConfirmed: true,
  ...part,
});

const LINKED = { title: "A page", publisher: "A paper", url: "https://example.org" };
const PRINTED = { ...LINKED, url: null };
const BARE = { asOf: null, quotation: null, gateConfirmed: false };

const list = (
  gated: GatedClaim,
  shown: Parameters<typeof createValues>[0] = {},
  source: typeof LINKED | typeof PRINTED | null = LINKED,
) => {
  const values = createValues(shown);
  const present = isZoneField(gated.field) ? values[gated.field] : null;
  return listGateRequirements(gated, source, present, values);
};
const missing = (...args: Parameters<typeof list>) =>
  list(...args).flatMap(({ part, met }) => (met ? [] : [part]));

describe("listGateRequirements", () => {
  test.each([
    ["status", "serviced", { status: "under-development" }],
    ["status", "not-started", {}],
    ["status", "serviced", { status: "stalled" }],
    ["legalStatus", "notified", { legalStatus: "approved" }],
    ["status", "cancelled", { status: "operational" }],
    ["status", "idle", { status: "operational" }],
    ["status", "stalled", {}],
    ["legalStatus", "denotified", { legalStatus: "notified" }],
    ["legalStatus", "suspended", { legalStatus: "notified" }],
  ] as const)("%s %s in place of %o needs a day, a source, its words and the box", (...args) => {
    const [field, value, shown] = args;
    expect(missing(claim(field, value, BARE), shown, null)).toEqual([
      "asOf",
      "sourceId",
      "quotation",
      "gateConfirmed",
    ]);
    expect(missing(claim(field, value), shown)).toEqual([]);
  });

  test.each([
    ["status", "under-development", { status: "serviced" }],
    ["status", null, { status: "serviced" }],
    ["electricity", null, { electricity: "available" }],
  ] as const)("%s %s in place of %o needs the same without the box", (field, value, shown) => {
    expect(missing(claim(field, value, BARE), shown, null)).toEqual([
      "asOf",
      "sourceId",
      "quotation",
    ]);
  });

  test("an emptied value of a firm needs the same", () => {
    const emptied = claim("tenancyStage", null, BARE);
    expect(
      listGateRequirements(emptied, LINKED, "producing", createValues()).map(({ part }) => part),
    ).toEqual(["asOf", "sourceId", "quotation"]);
    expect(listGateRequirements(emptied, LINKED, null, createValues())).toEqual([]);
  });

  test("the same value, a null over nothing and other fields need nothing", () => {
    const shown = { status: "serviced", legalStatus: "notified" } as const;
    expect(list(claim("status", "serviced", BARE), shown)).toEqual([]);
    expect(list(claim("status", null, BARE))).toEqual([]);
    expect(list(claim("electricity", "available", BARE))).toEqual([]);
    expect(list(claim("tenancyStage", "producing", BARE))).toEqual([]);
  });

  test("a source without a link needs the place in it", () => {
    expect(missing(claim("status", "serviced"), {}, PRINTED)).toEqual(["sourceId"]);
    expect(missing(claim("status", "serviced", { locator: "p. 4" }), {}, PRINTED)).toEqual([]);
  });

  test("what editors conclude needs a day and a reason, because no source says it", () => {
    expect(missing(claim("status", "stalled-inferred", BARE))).toEqual(["asOf", "note"]);
    const noted = { ...BARE, asOf: "2026", note: "No report for 2 years." };
    expect(missing(claim("status", "stalled-inferred", noted))).toEqual([]);
  });

  test("an official source for operational is told the numbers", () => {
    const told = (enterprisesProducing: number | "not-applicable" | null) =>
      list(claim("status", "operational"), { enterprisesProducing }).at(-1);
    expect(told(2)).toEqual({ part: "origin", met: false, needed: 5, known: 2 });
    expect(told(null)).toMatchObject({ known: null });
    expect(told("not-applicable")).toMatchObject({ known: null });
  });

  test.each([
    [{ enterprisesProducing: 5 }, "official", []],
    [{ enterprisesProducing: 4 }, "official", ["origin"]],
    [{}, "official", ["origin"]],
    [{}, "independent", []],
    [{}, "tenant", []],
    [{ zoneType: "sole-enterprise", enterprisesProducing: 1 }, "official", []],
    [{ zoneType: "sole-enterprise", enterprisesProducing: 0 }, "official", ["origin"]],
    [{ enterprisesProducing: "not-applicable" }, "official", ["origin"]],
  ] as const)("operational with %o by an %s source does not meet %o", (shown, origin, lacks) => {
    expect(missing(claim("status", "operational", { origin }), shown)).toEqual(lacks);
  });
});
