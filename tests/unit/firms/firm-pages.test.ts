import { describe, expect, it } from "vitest";
import { getFirstSeenDay } from "@/lib/evidence/active-evidence";
import { getFirmId } from "@/lib/firms/firm-address";
import { listFirmTerms } from "@/lib/firms/firm-filter";
import { listEventsNaming } from "@/lib/firms/firm-view";
import { listPlacedFirms } from "@/lib/firms/firms";
import { englishText } from "@/lib/text/english-text";
import { getClimb } from "@/lib/text/ladder-rungs";
import { seedFacts } from "@/tests/support/seed-facts";
import { seededZone, seededZones, seedIndex } from "../zones/seeded-zones";

const facts = await seedFacts();
const tenanciesOf = (id: string) => facts.tenancies.filter(({ firm }) => getFirmId(firm) === id);

describe("the first day of a firm", () => {
  it("is the first day with the firm in a zone", () => {
    const from = getFirstSeenDay(seedIndex, tenanciesOf("century-steel"), 1);
    expect(from).toBe("2020-12-15");
    const ids = (asOf: string) => listPlacedFirms(seededZones(asOf)).map(({ id }) => id);
    expect(ids("2020-12-15")).toContain("century-steel");
    expect(ids("2020-12-14")).not.toContain("century-steel");
  });

  it("is never before its zone is in the register", () => {
    for (const tenancy of facts.tenancies) {
      const from = getFirstSeenDay(seedIndex, [tenancy], 1);
      if (from === null) throw new Error(`${tenancy.id} never shows`);
      expect(seededZone(tenancy.zone, from).tenancies.map((one) => one.tenancy.id)).toContain(
        tenancy.id,
      );
    }
  });

  it("is null in a revision before the first report, and without a tenancy", () => {
    expect(getFirstSeenDay(seedIndex, tenanciesOf("century-steel"), 0)).toBeNull();
    expect(getFirstSeenDay(seedIndex, [], 1)).toBeNull();
  });
});

describe("the events of a firm", () => {
  const titles = (name: string, zones: readonly string[]) =>
    listEventsNaming(facts.events, name, zones).map(({ title }) => title);

  it("name it in title or text, with or without the brackets of its name", () => {
    expect(titles("Century Steel", ["rashakai-sez"])).toHaveLength(2);
    expect(titles("Al-Futtaim (Renault)", ["bin-qasim-industrial-park"])).toEqual([
      "Renault venture leaves Bin Qasim",
    ]);
  });

  it("match whole words and concern its zones", () => {
    expect(titles("Century", ["rashakai-sez"])).toHaveLength(2);
    expect(titles("Centur", ["rashakai-sez"])).toEqual([]);
    expect(titles("Century Steel", ["hattar-sez"])).toEqual([]);
    expect(titles("(unnamed)", ["rashakai-sez"])).toEqual([]);
  });
});

describe("the stages of a firm", () => {
  const steps = (zone: string, firm: string) => {
    const record = seededZone(zone).tenancies.find(({ tenancy }) => tenancy.firm === firm);
    if (!record) throw new Error(`no ${firm}`);
    return getClimb(englishText, "tenancyStage", record.fields.tenancyStage);
  };

  it("have the date of their source, or none where they were passed without one", () => {
    expect(steps("rashakai-sez", "Century Steel").rungs.map(({ state }) => state)).toEqual([
      "assumed",
      "assumed",
      "confirmed",
      "assumed",
      "now",
      "ahead",
      "ahead",
    ]);
  });

  it("are unknown for a firm that left and has no report on a stage", () => {
    const { rungs, aside } = steps("siddiqsons-tin-plate-sez", "Siddiqsons Tin Plate");
    expect(aside?.value).toBe("exited");
    expect(new Set(rungs.map(({ state }) => state))).toEqual(new Set(["unknown"]));
  });
});

describe("the terms of the filters", () => {
  it("include strategic sectors that no firm has, each once", () => {
    const sectors = listFirmTerms(facts, "sector");
    expect(sectors).toContain("solar");
    expect(sectors.filter((word) => word === "batteries")).toHaveLength(1);
  });
});
