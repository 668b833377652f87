import { describe, expect, it } from "vitest";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { summarizeZone } from "@/lib/text/zone-summary";
import { seededZone, seededZones } from "../zones/seeded-zones";

describe("summaryOf", () => {
  it("tells paper and ground apart", () => {
    expect(summarizeZone(seededZone("rashakai-sez"))).toBe(
      "On paper it is bound to a developer, first told of on 14 September 2020. On the ground it is under development: no claim that counts shows a firm in production, and the last word on it is from 1 July 2024.",
    );
    expect(summarizeZone(seededZone("hattar-sez"))).toBe(
      "On paper it is notified. On the ground it is partly operational, by a source of 9 March 2022; 3 firms were last counted as producing on 2 June 2022.",
    );
  });

  it("says that nothing is known where nothing is", () => {
    expect(summarizeZone(seededZone("oil-village-rawalpindi"))).toBe(
      "On paper it is approved; no claim that counts shows its notification. How far it has come on the ground is unknown: both claims on it were deprecated. Nothing that readiness asks for is known.",
    );
  });

  it("never calls a zone approved whose approval is not evidenced", () => {
    const unconfirmed = seededZones().filter(({ values }) => !isApprovalConfirmed(values));
    expect(unconfirmed).toHaveLength(16);
    for (const zone of unconfirmed) {
      const summary = summarizeZone(zone);
      expect(summary).toMatch(/not evidenced/);
      expect(summary).not.toMatch(/is approved|was approved|is notified|On paper/);
      expect(summary.startsWith("A candidate")).toBe(isCandidate(zone.values));
    }
  });

  it("tells of a past day only what holds by then", () => {
    const summary = summarizeZone(seededZone("rashakai-sez", "2021-06-30"));
    const years = [...summary.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(years.length).toBeGreaterThan(0);
    expect(Math.max(...years)).toBeLessThanOrEqual(2021);
  });

  it("is made of whole sentences for every zone of every golden day", () => {
    for (const day of ["2019-01-01", "2021-06-30", "2024-06-30", "2026-11-24"]) {
      for (const zone of seededZones(day)) {
        expect(summarizeZone(zone), zone.slug).toMatch(/^[A-Z].*\.$/);
        expect(summarizeZone(zone), zone.slug).not.toMatch(/null|undefined|\.\.| {2}/);
      }
    }
  });
});
