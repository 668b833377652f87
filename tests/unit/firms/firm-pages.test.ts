import { describe, expect, it } from "vitest";
import { getFirstSeenDay } from "@/lib/evidence/first-seen";
import { getFirmId } from "@/lib/firms/firm-address";
import { listEventsNaming } from "@/lib/firms/firm-events";
import { listFirmTerms } from "@/lib/firms/firm-filter";
import { listPlacedFirms } from "@/lib/firms/firms";
import { englishText } from "@/lib/text/english-text";
import { getClimb } from "@/lib/text/ladder-rungs";
import { seedFacts } from "@/tests/support/seed-facts";
import { seededZone, seededZones, seedIndex } from "../zones/seeded-zones";

const facts = await seedFacts();
const tenanciesOf = (id: string) => facts.tenancies.filter(({ firm }) => getFirmId(firm) === id);

describe("getFirstSeenDay", () => {
  it("is the first day on which the firm is in a zone", () => {
    const from = getFirstSeenDay(seedIndex, tenanciesOf("century-steel"), 1);
    expect(from).toBe("2020-12-15");
    const ids = (asOf: string) => listPlacedFirms(seededZones(asOf)).map(({ id }) => id);
    expect(ids("2020-12-15")).toContain("century-steel");
    expect(ids("2020-12-14")).not.toContain("century-steel");
  });

  it("is never before the firm's zone is in the registry", () => {
    for (const tenancy of facts.tenancies) {
      const from = getFirstSeenDay(seedIndex, [tenancy], 1);
      if (from === null) throw new Error(`${tenancy.id} never shows`);
      expect(seededZone(tenancy.zone, from).tenancies.map((one) => one.tenancy.id)).toContain(
        tenancy.id,
      );
    }
  });

  it("is null for what was not known at the revision, and without firms", () => {
    expect(getFirstSeenDay(seedIndex, tenanciesOf("century-steel"), 0)).toBeNull();
    expect(getFirstSeenDay(seedIndex, [], 1)).toBeNull();
  });
});

describe("listEventsNaming", () => {
  const titles = (name: string, zones: readonly string[]) =>
    listEventsNaming(facts.events, name, zones).map(({ title }) => title);

  it("finds a firm in title and text, with or without brackets", () => {
    expect(titles("Century Steel", ["rashakai-sez"])).toHaveLength(2);
    expect(titles("Al-Futtaim (Renault)", ["bin-qasim-industrial-park"])).toEqual([
      "Renault venture leaves Bin Qasim",
    ]);
  });

  it("matches whole words and events of its zones only", () => {
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

  it("have a date where a source gives one, and none where they were skipped", () => {
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

  it("are unknown for a firm that left without any reported stage", () => {
    const { rungs, aside } = steps("siddiqsons-tin-plate-sez", "Siddiqsons Tin Plate");
    expect(aside?.value).toBe("exited");
    expect(new Set(rungs.map(({ state }) => state))).toEqual(new Set(["unknown"]));
  });
});

describe("listFirmTerms", () => {
  it("includes the strategic sectors without firms, without repeats", () => {
    const sectors = listFirmTerms(facts, "sector");
    expect(sectors).toContain("solar");
    expect(sectors.filter((word) => word === "batteries")).toHaveLength(1);
  });
});
