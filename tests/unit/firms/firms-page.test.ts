import { describe, expect, it } from "vitest";
import { firmFiles } from "@/components/features/firms/firm-files";
import { firmPath } from "@/lib/firms/firm-address";
import { countFirmFunnel } from "@/lib/firms/firm-funnel";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { buildInvestmentRows, computeTotal } from "@/lib/firms/investment-rows";
import { firmSummary } from "@/lib/text/firm-summary";
import { investorsAnswer } from "@/lib/text/firms-summary";
import type { Day } from "@/lib/time/day";
import { COMPILED_ON } from "@/tests/support/seed-facts";
import { seededZones } from "../zones/seeded-zones";

const firmsOn = (asOf: Day = COMPILED_ON) => listPlacedFirms(seededZones(asOf));
const firm = (id: string, asOf?: Day): PlacedFirm[] =>
  firmsOn(asOf).filter((placed) => placed.id === id);
const summary = (id: string, asOf: Day = COMPILED_ON) => firmSummary(firm(id, asOf), asOf);

describe("firmSummary", () => {
  it("says how far, since when, from where, and what is contested", () => {
    expect(summary("century-steel")).toBe(
      "When last heard of, on 15 November 2024, it was building in Rashakai; it was first named there on 15 December 2020. Nothing has been heard of it since, for over two years. Sources contradict each other on its investment. It is registered in China and owned from there.",
    );
  });

  it("names a zone that bears the firm's name as its own, and a firm that left", () => {
    expect(summary("siddiqsons-tin-plate")).toBe(
      "It left its own zone or gave up, by a source that speaks of 4 September 2024; how far it had come is unknown. It is registered in Pakistan and owned from there.",
    );
  });

  it("says what is unknown, and what is strategic", () => {
    expect(summary("daewoo-treet-battery-venture")).toMatch(
      /Where it is registered and who owns it in the end is unknown\. Its sector, batteries, is one that the brief treats as strategic\.$/,
    );
  });

  it("tells of a firm in two zones once for each, and what is the same once", () => {
    const both = [...firm("century-steel"), ...firm("vivo")];
    const text = firmSummary(both, COMPILED_ON);
    expect(text).toMatch(/building in Rashakai; .* building in M-3 Industrial City; /);
    expect(text.match(/It is registered in China and owned from there\./g)).toHaveLength(1);
  });

  it("tells of a past day only what held by then", () => {
    const then = summary("century-steel", "2021-06-30");
    const years = [...then.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(Math.max(...years)).toBe(2021);
    expect(then).not.toContain("Nothing has been heard");
  });

  it("is made of whole sentences for every firm of some days", () => {
    for (const day of ["2016-01-01", "2021-06-30", COMPILED_ON]) {
      for (const placed of firmsOn(day)) {
        const text = firmSummary([placed], day);
        expect(text, placed.id).toMatch(/^[A-Z].*\.$/);
        expect(text, placed.id).not.toMatch(/null|undefined|\.\.| {2}/);
      }
    }
  });
});

describe("the files of a firm", () => {
  it("pin the day and the version", () => {
    const files = firmFiles(firm("century-steel"), { asOf: "2026-11-24", revision: 3 });
    expect(files.map(({ href }) => href)).toEqual([
      "/api/v1/tenancies?firm=century-steel&asOf=2026-11-24&knownOn=r3",
      "/api/v1/zones/rashakai-sez/tenancies?asOf=2026-11-24&knownOn=r3",
      "/api/v1/zones/rashakai-sez/claims?asOf=2026-11-24&knownOn=r3",
    ]);
  });

  it("and its page have an address that can be asked for", () => {
    expect(firmPath("g-s-médicure", "?asOf=2020-01-01")).toBe(
      "/investors/g-s-m%C3%A9dicure?asOf=2020-01-01",
    );
  });
});

describe("investorsAnswer", () => {
  const answer = (firms: readonly PlacedFirm[]) =>
    investorsAnswer(firms, countFirmFunnel(firms, COMPILED_ON)).text;
  const at = (stage: string) =>
    firmsOn().filter(({ record }) => record.values.tenancyStage === stage);

  it("says one, all and none where it is so", () => {
    expect(answer(at("mou"))).toMatch(/^Of the two firms named, none is shown to produce\. /);
    expect(answer(at("mou"))).toContain("all of them over two years ago");
    expect(answer(at("mou").slice(0, 1))).toContain("and that was over two years ago");
    expect(answer(at("mou"))).toMatch(/None is shown to be in a strategic sector\.$/);
    expect(answer(firmsOn())).toMatch(
      /Two are in a strategic sector: EV assembly and batteries\.$/,
    );
  });

  it("gives a country its article", () => {
    const left = firm("al-futtaim-renault");
    expect(answer(left)).toContain("One from the United Arab Emirates by ultimate owner");
  });
});

describe("investment", () => {
  it("is summed within each kind and never across", () => {
    const rows = buildInvestmentRows(seededZones(), firmsOn());
    const known = (kind: "committed" | "realised") =>
      rows.flatMap((row) => row[kind] ?? []).reduce((sum, amount) => sum + amount, 0);
    expect(computeTotal(rows, "committed").sum).toBeCloseTo(known("committed"));
    expect(computeTotal(rows, "realised").sum).toBeCloseTo(known("realised"));
    expect(computeTotal(rows, "realised")).toMatchObject({ known: 3, all: rows.length });
    expect(computeTotal([], "stated")).toEqual({ sum: null, known: 0, all: 0 });
  });
});
