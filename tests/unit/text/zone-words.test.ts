import { describe, expect, it } from "vitest";
import { zoneFiles } from "@/components/evidence/zone-files";
import { getFirstRegisteredDay } from "@/lib/evidence/first-seen";
import { countFieldClaims, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import { byStage, countStages, unnamedWords } from "@/lib/firms/stage-counts";
import { UTILITIES } from "@/lib/gaps/gaps";
import { findNearestZones } from "@/lib/query/nearest-zones";
import { listSimilarZones } from "@/lib/query/similar-zones";
import { longCitation, permalink, shortCitation } from "@/lib/text/citation";
import { gapWords } from "@/lib/text/delivery-words";
import {
  evidenceWords,
  lastChecked,
  listEvidence,
  newestEvidence,
} from "@/lib/text/evidence-summary";
import { countryName, valueWords } from "@/lib/text/value-words";

import { valuesOf } from "@/tests/support/facts";
import {
  seedClaimCount,
  seededZone,
  seededZones,
  seedIndex,
  seedSources,
} from "../zones/seeded-zones";

describe("valueWords", () => {
  it("says unknown in words and gives every unit", () => {
    expect(valueWords("areaAcres", null)).toBe("unknown");
    expect(valueWords("areaAcres", 1000)).toBe("1,000 acres");
    expect(valueWords("plotsAllottedPct", 9.7)).toBe("9.7%");
    expect(valueWords("enterprisesProducing", 1)).toBe("1 firm");
    expect(valueWords("investmentCommittedUsdM", 350)).toBe("USD 350 million");
    expect(valueWords("location", { lon: 72.1, lat: 34.1 })).toBe("34.10° N, 72.10° E");
    expect(valueWords("managementEntity", "not-applicable")).toBe("Not applicable");
    expect(valueWords("dependenceFinancial", 0)).toBe("Level 0 of 4");
    expect(valueWords("nationality", "CN")).toBe("China");
    expect(countryName("elsewhere")).toBe("elsewhere");
  });
});

describe("the ledger", () => {
  it("reaches every claim of every zone and its firms, retracted ones aside", () => {
    const zones = seededZones();
    const reached = zones.flatMap((zone) =>
      listLedgerGroups(zone).flatMap(({ entries }) => entries.map(({ resolution }) => resolution)),
    );
    expect(reached.reduce((sum, resolution) => sum + countFieldClaims(resolution), 0)).toBe(
      seedClaimCount,
    );
    expect(zones.reduce((sum, zone) => sum + listEvidence(zone).length, 0)).toBe(seedClaimCount);
  });

  it("counts marks and unknown fields by group", () => {
    const groups = listLedgerGroups(seededZone("rashakai-sez"));
    const access = groups.find(({ key }) => key === "access");
    expect(access).toMatchObject({ contested: 2, settled: 0, unknown: 1 });
    expect(groups.at(-1)?.key).toBe("tenancy");
  });
});

describe("the evidence line of a zone", () => {
  it("counts claims, sources and who speaks", () => {
    expect(evidenceWords(listEvidence(seededZone("rashakai-sez")))).toBe(
      "110 claims from 42 sources: 88 official, 16 inferred, 3 independent and 3 from firms.",
    );
  });

  it("knows when its sources were last read, and the newest claim that shows", () => {
    const zone = seededZone("rashakai-sez");
    const evidence = listEvidence(zone);
    expect(lastChecked(evidence, seedSources)?.day).toBe("2026-11-24");
    expect(lastChecked(evidence, new Map())).toBeNull();
    expect(newestEvidence(zone)?.effectiveOn).toBe("2026-03-13");
  });
});

describe("firms", () => {
  it("counts each named firm once, zeroes included", () => {
    const { tenancies } = seededZone("rashakai-sez");
    const counts = countStages(tenancies);
    expect(counts.map(({ count }) => count)).toEqual([0, 0, 3, 0, 2, 0, 0]);
    expect(byStage(tenancies)[0]?.values.tenancyStage).toBe("building");
    for (const zone of seededZones()) {
      const sum = countStages(zone.tenancies).reduce((n, { count }) => n + count, 0);
      expect(sum, zone.slug).toBe(zone.tenancies.length);
    }
  });

  it("speaks of unnamed firms only where more were counted", () => {
    expect(unnamedWords(5, 24)).toBe("19 more were counted and never named.");
    expect(unnamedWords(5, 6)).toBe("One more was counted and never named.");
    expect(unnamedWords(5, 5)).toBeNull();
    expect(unnamedWords(5, null)).toBeNull();
  });
});

describe("gapOf", () => {
  const [power] = UTILITIES;
  if (!power) throw new Error("no utility is kept");

  it("gives a share only where both ends are known, and zero is known", () => {
    expect(gapWords(power, valuesOf({ powerNeededMw: 210, powerEnergisedMw: 10 })).share).toBe(
      "4.8%",
    );
    expect(gapWords(power, valuesOf({ powerNeededMw: 210, powerEnergisedMw: 0 })).share).toBe("0%");
    expect(gapWords(power, valuesOf({ powerNeededMw: 210 }))).toEqual({
      share: null,
      words: "How much power arrives is unknown.",
    });
    expect(gapWords(power, valuesOf({ powerEnergisedMw: 10 })).share).toBeNull();
    expect(gapWords(power, valuesOf()).words).toMatch(/^Neither/);
  });
});

describe("registeredFrom", () => {
  it("is the first day on which the registry holds the zone", () => {
    for (const { slug } of seededZones()) {
      const day = getFirstRegisteredDay(seedIndex, slug, 1);
      if (day === null) throw new Error(`${slug} is never registered`);
      expect(
        seededZones(day).some((zone) => zone.slug === slug),
        slug,
      ).toBe(true);
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect(
        seededZones(before).some((zone) => zone.slug === slug),
        slug,
      ).toBe(false);
    }
    expect(getFirstRegisteredDay(seedIndex, "rashakai-sez", 0)).toBeNull();
    expect(getFirstRegisteredDay(seedIndex, "nowhere", 1)).toBeNull();
  });
});

describe("finding other zones", () => {
  const named = seededZones().map(({ slug, values }) => ({ slug, name: values.name ?? slug }));
  const nearest = (typed: string) => findNearestZones(typed, named).map(({ slug }) => slug);

  it("forgives a misspelled address", () => {
    expect(nearest("rashaki-sez")[0]).toBe("rashakai-sez");
    expect(nearest("dhabeji")[0]).toBe("dhabeji-sez");
    expect(nearest("alama-iqbal")[0]).toBe("allama-iqbal-industrial-city");
    expect(nearest("qqqq")).toEqual([]);
    expect(nearest("special-economic-zone")).toEqual([]);
  });

  it("lists others of the same province, by the floor", () => {
    const { shown, total } = listSimilarZones(seededZone("rashakai-sez"), seededZones());
    expect(total).toBe(5);
    expect(shown.map(({ zone }) => zone.slug)).not.toContain("rashakai-sez");
    const floors = shown.map(({ readiness }) => readiness?.low ?? -1);
    expect(floors).toEqual([...floors].sort((a, b) => b - a));
  });
});

describe("taking a zone away", () => {
  const cited = {
    path: "/zones/rashakai-sez",
    name: "Rashakai Special Economic Zone",
    holds: "Claims and readiness",
    asOf: "2026-11-24",
    revision: 12,
    method: 1,
    origin: "https://tracker.example.org",
  } as const;

  it("pins the day and the version in every citation", () => {
    const address = "https://tracker.example.org/zones/rashakai-sez?asOf=2026-11-24&knownOn=r12";
    expect(permalink(cited)).toBe(address);
    expect(shortCitation(cited)).toContain(address);
    expect(shortCitation(cited)).toContain("24 November 2026 (r12)");
    expect(longCitation(cited)).toMatch(/version r12, method 1\. .*CC BY 4\.0/);
  });

  it("pins them in every file, in whatever scope the zone lies", () => {
    for (const { href, file } of zoneFiles({ ...cited, slug: "rashakai-sez" })) {
      expect(href).toMatch(/asOf=2026-11-24&knownOn=r12$/);
      if (file) expect(href).toContain("zones=rashakai-sez&scope=all");
    }
  });
});
