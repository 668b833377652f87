import { describe, expect, it } from "vitest";
import type { ZoneRow } from "@/lib/evidence/row";
import { parseQuery } from "@/lib/query/parse-query";
import { select } from "@/lib/query/select";
import { createRow } from "@/tests/support/facts";

const TODAY = "2026-11-24";

/** Does a zone match the filter of an address? */
function holds(address: string, row: ZoneRow): boolean {
  const { query, problems } = parseQuery(new URLSearchParams(address));
  expect(problems).toEqual([]);
  if (Object.keys(query.filters).length !== 1) throw new Error(`${address} is no filter`);
  return select([row], { ...query, scope: "all" }, TODAY).rows.length === 1;
}

describe("a vocabulary filter", () => {
  it("keeps zones with any chosen value", () => {
    const row = createRow({ status: "serviced" });
    expect(holds("status=operational,serviced", row)).toBe(true);
    expect(holds("status=operational", row)).toBe(false);
    expect(holds("status=unknown", row)).toBe(false);
  });

  it("keeps unknown only where unknown is chosen", () => {
    expect(holds("status=unknown", createRow())).toBe(true);
    expect(holds("status=not-started,unknown", createRow())).toBe(true);
    expect(holds("status=not-started", createRow())).toBe(false);
  });
});

describe("a yes/no filter", () => {
  it("treats no and unknown as different values", () => {
    const no = createRow({ preExistingEstate: false });
    expect(holds("preExistingEstate=false", no)).toBe(true);
    expect(holds("preExistingEstate=unknown", no)).toBe(false);
    expect(holds("preExistingEstate=false", createRow())).toBe(false);
  });
});

describe("a level filter", () => {
  it("treats level 0 and unknown as different values", () => {
    expect(holds("dependenceMarket=0", createRow({ dependenceMarket: 0 }))).toBe(true);
    expect(holds("dependenceMarket=0", createRow())).toBe(false);
    expect(holds("dependenceMarket=unknown", createRow())).toBe(true);
  });
});

describe("a list filter", () => {
  it("keeps zones with any chosen term", () => {
    const row = createRow({ sectors: ["paper", "steel"] });
    expect(holds("sectors=steel,tyres", row)).toBe(true);
    expect(holds("sectors=tyres", row)).toBe(false);
    expect(holds("sectors=unknown", createRow())).toBe(true);
  });
});

describe("a number filter", () => {
  const acres = (areaAcres: number) => createRow({ areaAcres });

  it("includes both ends of its range", () => {
    expect([99.9, 100, 500, 500.1].map((n) => holds("areaAcres=100..500", acres(n)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holds("areaAcres=..0", acres(0))).toBe(true);
    expect(holds("areaAcres=9..", acres(10))).toBe(true);
  });

  it("compares numbers, not text", () => {
    expect(holds("areaAcres=90..1000", acres(200))).toBe(true);
    expect(holds("areaAcres=1e2..1e3", acres(200))).toBe(true);
  });

  it("treats unknown and not-applicable as no number", () => {
    const notApplicable = createRow({ plotsBuiltPct: "not-applicable" });
    expect(holds("plotsBuiltPct=0..100", notApplicable)).toBe(false);
    expect(holds("plotsBuiltPct=not-applicable", notApplicable)).toBe(true);
    expect(holds("plotsBuiltPct=unknown", notApplicable)).toBe(false);
    expect(holds("plotsBuiltPct=0..100", createRow())).toBe(false);
    expect(holds("plotsBuiltPct=..50,unknown", createRow())).toBe(true);
  });

  it("keeps no number where only unknown is chosen", () => {
    expect(holds("areaAcres=unknown", acres(0))).toBe(false);
  });
});

describe("a date filter", () => {
  const approved = (approvedOn: string) => createRow({ approvedOn });

  it("keeps dates that overlap the range", () => {
    expect(holds("approvedOn=2019..2020", approved("2020-12-31"))).toBe(true);
    expect(holds("approvedOn=2019..2020", approved("2021-01-01"))).toBe(false);
    expect(holds("approvedOn=2020-06..", approved("2020"))).toBe(true);
    expect(holds("approvedOn=2020-06..", approved("2020-05"))).toBe(false);
    expect(holds("approvedOn=..2020-06-15", approved("2020-06"))).toBe(true);
    expect(holds("approvedOn=..2020-06-15", approved("2020-07"))).toBe(false);
    expect(holds("approvedOn=..2020", approved("2020-12-31"))).toBe(true);
  });

  it("keeps unknown dates only where unknown is chosen", () => {
    expect(holds("approvedOn=1900..2100", createRow())).toBe(false);
    expect(holds("approvedOn=1900..2100,unknown", createRow())).toBe(true);
    expect(holds("approvedOn=unknown", approved("2020"))).toBe(false);
  });
});

describe("evidence filters", () => {
  it("statusAge filters by the age of the status claim", () => {
    const since = (status: string) => createRow({ status: "serviced" }, { dates: { status } });
    expect(holds("statusAge=under-1", since("2026-01"))).toBe(true);
    expect(holds("statusAge=2-5", since("2024"))).toBe(true);
    expect(holds("statusAge=2-5", since("2021"))).toBe(false);
    expect(holds("statusAge=over-5", since("2021"))).toBe(true);
  });

  it("statusAge treats “not known” by a source as unknown, also for a recent claim", () => {
    const notKnown = createRow({}, { dates: { status: "2026-11" } });
    expect(holds("statusAge=unknown", notKnown)).toBe(true);
    expect(holds("statusAge=under-1", notKnown)).toBe(false);
  });

  it("contested keeps zones with a disputed value, not those with resolved ones only", () => {
    const contested = createRow({}, { marks: { gas: "settled", water: "contested" } });
    const settled = createRow({}, { marks: { gas: "settled" } });
    expect([contested, settled, createRow()].map((row) => holds("contested=true", row))).toEqual([
      true,
      false,
      false,
    ]);
    expect(holds("contested=false", settled)).toBe(true);
    expect(holds("contested=unknown", settled)).toBe(false);
  });
});
