import { describe, expect, it } from "vitest";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { englishText } from "@/lib/text/english-text";
import { summarizeZone } from "@/lib/text/zone-summary";
import { seededZone, seededZones } from "../zones/seeded-zones";

describe("the summary of a zone", () => {
  it("gives the legal status and the progress on site, each with its date", () => {
    expect(summarizeZone(englishText, seededZone("rashakai-sez"))).toBe(
      "Legal status: developer contract signed (first reported 14 September 2020). Progress on site: under development; no reliable source reports a firm producing; last report 1 July 2024.",
    );
    expect(summarizeZone(englishText, seededZone("hattar-sez"))).toBe(
      "Legal status: notified. Progress on site: partly operational (reported 9 March 2022); 3 firms were producing at the last count (2 June 2022).",
    );
  });

  it("says what is unknown", () => {
    expect(summarizeZone(englishText, seededZone("oil-village-rawalpindi"))).toBe(
      "Legal status: approved; no reliable source reports a notification. Progress on site: unknown; none of the 2 reports is used. We know none of the facts that the readiness score needs.",
    );
  });

  it("never calls a zone approved whose approval is not confirmed", () => {
    const unconfirmed = seededZones().filter(({ values }) => !isApprovalConfirmed(values));
    expect(unconfirmed).toHaveLength(16);
    for (const zone of unconfirmed) {
      const summary = summarizeZone(englishText, zone);
      expect(summary).toMatch(/approval is not confirmed/);
      expect(summary).not.toMatch(/Legal status|is confirmed/);
      expect(summary.startsWith("Candidate:")).toBe(isCandidate(zone.values));
    }
  });

  it("names no date after the day looked at", () => {
    const summary = summarizeZone(englishText, seededZone("rashakai-sez", "2021-06-30"));
    const years = [...summary.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(years.length).toBeGreaterThan(0);
    expect(Math.max(...years)).toBeLessThanOrEqual(2021);
  });

  it("is whole sentences for every zone on every golden day", () => {
    for (const day of ["2019-01-01", "2021-06-30", "2024-06-30", "2026-11-24"]) {
      for (const zone of seededZones(day)) {
        expect(summarizeZone(englishText, zone), zone.slug).toMatch(/^[A-Z].*\.$/);
        expect(summarizeZone(englishText, zone), zone.slug).not.toMatch(/null|undefined|\.\.| {2}/);
      }
    }
  });
});
