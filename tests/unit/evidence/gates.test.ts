import { describe, expect, test } from "vitest";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { type GatedClaim, listGateRequirements } from "@/lib/evidence/gates";
import { createValues } from "../../support/facts";

const claim = (field: FieldKey, value: FieldValue, part: Partial<GatedClaim> = {}): GatedClaim => ({
  field,
  value,
  tenancy: null,
  asOf: "2026-01",
  locator: null,
  note: "Says so.",
  origin: "official",
  gateConfirmed: true,
  ...part,
});

const missing = (gated: GatedClaim, shown: Parameters<typeof createValues>[0] = {}) =>
  listGateRequirements(gated, createValues(shown)).flatMap(({ part, met }) => (met ? [] : [part]));

describe("listGateRequirements", () => {
  test("every step up a ladder has requirements, from unknown and from asides too", () => {
    expect(
      listGateRequirements(
        claim("status", "serviced"),
        createValues({ status: "under-development" }),
      ),
    ).not.toEqual([]);
    expect(listGateRequirements(claim("status", "not-started"), createValues())).not.toEqual([]);
    expect(
      listGateRequirements(claim("status", "serviced"), createValues({ status: "stalled" })),
    ).not.toEqual([]);
    expect(
      listGateRequirements(
        claim("legalStatus", "notified"),
        createValues({ legalStatus: "approved" }),
      ),
    ).not.toEqual([]);
  });

  test("other claims have no requirements", () => {
    const shown = createValues({ status: "serviced", legalStatus: "notified" });
    expect(listGateRequirements(claim("status", "serviced"), shown)).toEqual([]);
    expect(listGateRequirements(claim("status", "under-development"), shown)).toEqual([]);
    expect(listGateRequirements(claim("status", "stalled"), shown)).toEqual([]);
    expect(listGateRequirements(claim("status", null), shown)).toEqual([]);
    expect(listGateRequirements(claim("electricity", "available"), createValues())).toEqual([]);
    expect(
      listGateRequirements(claim("tenancyStage", "producing", { tenancy: "a" }), shown),
    ).toEqual([]);
  });

  test("a step needs a date, a place in the source or a note, and the confirmation", () => {
    const bare = { asOf: null, note: null, gateConfirmed: false };
    expect(missing(claim("status", "serviced", bare))).toEqual(["asOf", "note", "gateConfirmed"]);
    expect(missing(claim("status", "serviced", { note: null, locator: "p. 4" }))).toEqual([]);
    expect(missing(claim("status", "serviced", { note: "  " }))).toEqual(["note"]);
  });

  test("a firm's field of that name, another ladder's value and an aside have none", () => {
    expect(
      listGateRequirements(claim("status", "serviced", { tenancy: "a" }), createValues()),
    ).toEqual([]);
    expect(listGateRequirements(claim("status", "stalled"), createValues())).toEqual([]);
    expect(listGateRequirements(claim("legalStatus", "serviced"), createValues())).toEqual([]);
    expect(
      listGateRequirements(claim("legalStatus", "approved"), createValues()).map(
        ({ part }) => part,
      ),
    ).toEqual(["asOf", "note", "gateConfirmed"]);
  });

  test("an official source for operational is told the numbers", () => {
    const told = (enterprisesProducing: number | "not-applicable" | null) =>
      listGateRequirements(
        claim("status", "operational"),
        createValues({ enterprisesProducing }),
      ).at(-1);
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
