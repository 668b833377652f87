import { describe, expect, it } from "vitest";
import { listFirmFiles } from "@/components/features/firms/firm-page";
import { firmPath } from "@/lib/firms/firm-address";
import { buildInvestmentRows, computeTotal } from "@/lib/firms/firm-counts";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { englishText } from "@/lib/text/english-text";
import { firmSummary } from "@/lib/text/firm-words";
import type { Day } from "@/lib/time/day";
import { COMPILED_ON } from "@/tests/support/seed-facts";
import { seededZones } from "../zones/seeded-zones";

const firmsOn = (asOf: Day = COMPILED_ON) => listPlacedFirms(seededZones(asOf));
const firm = (id: string, asOf?: Day): PlacedFirm[] =>
  firmsOn(asOf).filter((placed) => placed.id === id);
const summary = (id: string, asOf: Day = COMPILED_ON) =>
  firmSummary(englishText, firm(id, asOf), asOf);

describe("firmSummary", () => {
  it("has the stage, the first report, the disputed fields and the origin", () => {
    expect(summary("century-steel")).toBe(
      "When last reported, on 15 November 2024, it was building in Rashakai. It was first named there on 15 December 2020. The last report on its stage is more than 2 years old. Sources disagree about its investment. It is registered in China, and its ultimate owner is also from China.",
    );
  });

  it("calls a zone of the same name the firm's own, and says when a firm left", () => {
    expect(summary("siddiqsons-tin-plate")).toBe(
      "It left its own zone or gave up, as last reported on 4 September 2024. How far it had come before that is unknown. It is registered in Pakistan, and its ultimate owner is also from Pakistan.",
    );
  });

  it("says what is unknown, and that a sector is strategic", () => {
    expect(summary("daewoo-treet-battery-venture")).toMatch(
      /This is the only report on it there\..* Its country of registration and its ultimate owner are unknown\. Its sector, batteries, is a strategic sector\.$/,
    );
  });

  it("has a sentence for each of two zones, and one for what both share", () => {
    const both = [...firm("century-steel"), ...firm("vivo")];
    const text = firmSummary(englishText, both, COMPILED_ON);
    expect(text).toMatch(/building in Rashakai\. .* building in M-3 Industrial City\. /);
    expect(
      text.match(/It is registered in China, and its ultimate owner is also from China\./g),
    ).toHaveLength(1);
  });

  it("of a past day has no later report", () => {
    const then = summary("century-steel", "2021-06-30");
    const years = [...then.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(Math.max(...years)).toBe(2021);
    expect(then).not.toContain("no news");
  });

  it("is whole sentences for every firm on several days", () => {
    for (const day of ["2016-01-01", "2021-06-30", COMPILED_ON]) {
      for (const placed of firmsOn(day)) {
        const text = firmSummary(englishText, [placed], day);
        expect(text, placed.id).toMatch(/^[A-Z].*\.$/);
        expect(text, placed.id).not.toMatch(/null|undefined|\.\.| {2}/);
      }
    }
  });
});

describe("the files of a firm", () => {
  it("have a fixed day and revision", () => {
    const files = listFirmFiles(englishText, firm("century-steel"), {
      asOf: "2026-11-24",
      knownOn: "r3-3f9a2c1e",
    });
    expect(files.map(({ href }) => href)).toEqual([
      "/api/v1/tenancies?firm=century-steel&asOf=2026-11-24&knownOn=r3-3f9a2c1e",
      "/api/v1/zones/rashakai-sez/tenancies?asOf=2026-11-24&knownOn=r3-3f9a2c1e",
      "/api/v1/zones/rashakai-sez/claims?asOf=2026-11-24&knownOn=r3-3f9a2c1e",
    ]);
  });

  it("and its page have an encoded address", () => {
    expect(firmPath("g-s-médicure", "?asOf=2020-01-01")).toBe(
      "/firms/g-s-m%C3%A9dicure?asOf=2020-01-01",
    );
  });
});

describe("investment", () => {
  it("is summed within each kind, never across kinds", () => {
    const rows = buildInvestmentRows(seededZones(), firmsOn());
    const known = (kind: "committed" | "realised") =>
      rows.flatMap((row) => row[kind] ?? []).reduce((sum, amount) => sum + amount, 0);
    expect(computeTotal(rows, "committed").sum).toBeCloseTo(known("committed"));
    expect(computeTotal(rows, "realised").sum).toBeCloseTo(known("realised"));
    expect(computeTotal(rows, "realised")).toMatchObject({ known: 3, all: rows.length });
    expect(computeTotal([], "stated")).toEqual({ sum: null, known: 0, all: 0 });
  });
});
