import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DeliveryText } from "@/components/features/zones/delivery-section";
import { listZoneFiles } from "@/components/features/zones/zone-head";
import { fieldSpec, type ZoneValues } from "@/lib/catalogue/fields";
import { getFirstRegisteredDay } from "@/lib/evidence/active-evidence";
import { countFieldClaims, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { Claim } from "@/lib/evidence/ledger-records";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { byStage, countStages, countUnnamed } from "@/lib/firms/firm-counts";
import { UTILITIES, type Utility } from "@/lib/gaps/gaps";
import { listSimilarZones } from "@/lib/query/compare";
import { findNearestZones } from "@/lib/query/nearest-zones";
import { longCitation, permalink, shortCitation } from "@/lib/text/citation";
import { englishText } from "@/lib/text/english-text";
import {
  describeAge,
  describeClaimDate,
  getLastChecked,
  getNewestEvidence,
  listEvidence,
  summarizeEvidence,
} from "@/lib/text/evidence-summary";
import { createEvidence, createSource } from "@/tests/support/facts";
import { claimsOf, resolveTestZone } from "@/tests/support/test-zone";
import { WithText } from "@/tests/support/with-text";
import {
  seedClaimCount,
  seededZone,
  seededZones,
  seedIndex,
  seedSources,
} from "../zones/seeded-zones";

describe("a value", () => {
  it("says unknown in words and gives every unit", () => {
    expect(englishText.value("areaAcres", null)).toBe("unknown");
    expect(englishText.value("areaAcres", 1000)).toBe("1,000 acres");
    expect(englishText.value("plotsAllottedPct", 9.7)).toBe("9.7%");
    expect(englishText.value("enterprisesProducing", 1)).toBe("1 firm");
    expect(englishText.value("investmentCommittedUsdM", 350)).toBe("USD 350 million");
    expect(englishText.value("location", { lon: 72.1, lat: 34.1 })).toBe("34.10° N, 72.10° E");
    expect(englishText.value("managementEntity", "not-applicable")).toBe("Not applicable");
    expect(englishText.value("dependenceFinancial", 0)).toBe("Level 0 of 4");
    expect(englishText.value("nationality", "CN")).toBe("China");
    expect(englishText.country("elsewhere")).toBe("elsewhere");
  });
});

describe("the ledger", () => {
  it("has every claim on every zone and its firms, except withdrawn ones", () => {
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

describe("the evidence of a zone in a sentence", () => {
  const zone = seededZone("rashakai-sez");
  const evidence = listEvidence(zone);

  it("counts reports and sources, with the newest date and the last check", () => {
    const newest = getNewestEvidence(zone);
    expect(summarizeEvidence(englishText, evidence, seedSources, newest)).toBe(
      "110 reports from 42 sources. Latest: 13 Mar 2026. Last checked 24 Nov 2026.",
    );
  });

  it("says to when evidence was searched, where that is known", () => {
    expect(summarizeEvidence(englishText, evidence, seedSources, null, "2026-11-25")).toBe(
      "110 reports from 42 sources. Evidence searched to 25 Nov 2026.",
    );
  });

  it("says that the last check is unknown where no source was read on a known day", () => {
    expect(getLastChecked(evidence, new Map())).toBeNull();
    expect(summarizeEvidence(englishText, evidence.slice(0, 1), new Map())).toBe(
      "1 report from 1 source. We do not know when the sources were last checked.",
    );
  });
});

describe("the age of a value in a sentence", () => {
  const asOf = "2024-01-01";
  const electricity = (...evidence: readonly Evidence[]) =>
    describeAge(
      englishText,
      resolve(fieldSpec("electricity"), evidence, { asOf, revision: 9 }),
      asOf,
    );
  const report = (part: Partial<Claim>) =>
    createEvidence({ field: "electricity", value: "partial", asOf, ...part });

  it("says how old it is and whether it is confirmed", () => {
    expect(electricity(report({}))).toBe("Reported for this day and not independently confirmed.");
    expect(electricity(report({ asOf: "2023-10-01" }))).toBe(
      "3 months old and not independently confirmed.",
    );
    expect(electricity(report({ asOf: "2020-01-01" }))).toBe(
      "Older than 2 years and not independently confirmed.",
    );
    expect(electricity(report({ asOf: "2023-12-31", origin: "independent" }))).toBe(
      "1 day old. Last independently confirmed 1 day ago (31 Dec 2023).",
    );
  });

  it("asks for no confirmation of what is not known, or does not change", () => {
    expect(electricity(report({ value: null, asOf: "2023-12-30" }))).toBe("2 days old.");
    const lease = resolve(
      fieldSpec("landLease"),
      [createEvidence({ field: "landLease", value: "signed", asOf: "2014-01-01" })],
      { asOf, revision: 9 },
    );
    expect(describeAge(englishText, lease, asOf)).toBe("10 years old.");
  });

  it("is empty of what a zone is", () => {
    const area = resolve(
      fieldSpec("areaAcres"),
      [createEvidence({ field: "areaAcres", value: 1000, asOf: "2014-01-01" })],
      { asOf, revision: 9 },
    );
    expect(describeAge(englishText, area, asOf)).toBe("");
  });

  it("names where the date of a report is from", () => {
    const undated = createEvidence({ field: "gas", value: "absent", asOf: null });
    const date = { ...undated, date: "2021-05" };
    expect(describeClaimDate(englishText, report({ asOf: "2020" }), undefined)).toBe("as of 2020");
    expect(
      describeClaimDate(englishText, date, createSource({ id: "a-paper", publishedOn: "2021-05" })),
    ).toBe("source dated May 2021");
    expect(
      describeClaimDate(englishText, date, createSource({ id: "a-paper", publishedOn: null })),
    ).toBe("recorded May 2021");
  });
});

describe("firms", () => {
  it("count once each at their stage, and stages without firms count 0", () => {
    const { tenancies } = seededZone("rashakai-sez");
    const counts = countStages(tenancies);
    expect(counts.map(({ count }) => count)).toEqual([0, 0, 3, 0, 2, 0, 0]);
    expect(byStage(tenancies)[0]?.values.tenancyStage).toBe("building");
    for (const zone of seededZones()) {
      const sum = countStages(zone.tenancies).reduce((n, { count }) => n + count, 0);
      expect(sum, zone.slug).toBe(zone.tenancies.length);
    }
  });

  it("are unnamed only where more were counted than named", () => {
    expect(countUnnamed(5, 24)).toBe(19);
    expect(countUnnamed(5, 5)).toBe(0);
    expect(countUnnamed(5, 4)).toBe(0);
    expect(countUnnamed(5, null)).toBe(0);
  });
});

describe("what is delivered of what a zone needs", () => {
  const [power, gas] = UTILITIES;
  if (!power || !gas) throw new Error("no utility is kept");
  const describeDelivery = (utility: Utility, values: Partial<ZoneValues>, delivered = "2020") => {
    const zone = resolveTestZone(
      claimsOf(values).map((claim) =>
        claim.field === utility.delivered ? { ...claim, asOf: delivered } : claim,
      ),
    );
    const words = createElement(DeliveryText, { utility, zone });
    return renderToStaticMarkup(createElement(WithText, null, words)).replace(/<[^>]*>/g, "");
  };

  it("is a share only where both quantities are known, and 0 is known", () => {
    expect(describeDelivery(power, { powerNeededMw: 210, powerEnergisedMw: 10 })).toBe(
      "4.8% of the power needed is confirmed delivered.",
    );
    expect(describeDelivery(power, { powerNeededMw: 210, powerEnergisedMw: 0 })).toBe(
      "0% of the power needed is confirmed delivered.",
    );
  });

  it("is no share of figures that are over 2 years apart", () => {
    const values = { powerNeededMw: 210, powerEnergisedMw: 10 };
    expect(describeDelivery(power, values, "2022-01-01")).toBe(
      "The figures are of 1 Jan 2020 (needed) and 1 Jan 2022 (delivered), more than 2 years apart, so we give no share.",
    );
  });

  it("says which quantity is unknown", () => {
    expect(describeDelivery(power, { powerNeededMw: 210 })).toBe(
      "How much power is delivered is unknown.",
    );
    expect(describeDelivery(gas, { gasSuppliedMmcfd: 10 })).toBe(
      "How much gas the zone will need is unknown, so we cannot give a share.",
    );
    expect(describeDelivery(gas, {})).toBe("The gas needed and the gas delivered are unknown.");
    expect(describeDelivery(power, { powerNeededMw: 0, powerEnergisedMw: 0 })).toBe(
      "No power is needed.",
    );
  });
});

describe("the first day of a zone in the registry", () => {
  it("is the first day on which the registry holds it", () => {
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

  it("lists others of the same province, highest confirmed score first", () => {
    const { shown, total } = listSimilarZones(seededZone("rashakai-sez"), seededZones());
    expect(total).toBe(5);
    expect(shown.map(({ zone }) => zone.slug)).not.toContain("rashakai-sez");
    const scores = shown.map(({ readiness }) => readiness?.low ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe("citations and files of a zone", () => {
  const cited = {
    path: "/zones/rashakai-sez",
    name: "Rashakai Special Economic Zone",
    holds: "Evidence and readiness",
    asOf: "2026-11-24",
    revision: 12,
    knownOn: "r12-3f9a2c1e",
    method: 1,
    origin: "https://tracker.example.org",
  } as const;

  it("name the day, the revision and the method in every citation", () => {
    const address =
      "https://tracker.example.org/zones/rashakai-sez?asOf=2026-11-24&knownOn=r12-3f9a2c1e";
    expect(permalink(cited)).toBe(address);
    expect(shortCitation(englishText, cited)).toContain(address);
    expect(shortCitation(englishText, cited)).toContain(
      "as of 24 November 2026 (revision 12, method 1)",
    );
    expect(longCitation(englishText, cited)).toBe(
      `CPEC SEZ Tracker (2026). “Rashakai Special Economic Zone”. Evidence and readiness as of 24 November 2026, revision 12, method 1. Compiled data licensed CC BY 4.0. ${address}`,
    );
  });

  it("name them in the address of every file, for a zone in any scope", () => {
    for (const { href, file } of listZoneFiles(englishText, { ...cited, slug: "rashakai-sez" })) {
      expect(href).toMatch(/asOf=2026-11-24&knownOn=r12-3f9a2c1e$/);
      if (file) expect(href).toContain("zones=rashakai-sez&scope=all");
    }
  });
});
