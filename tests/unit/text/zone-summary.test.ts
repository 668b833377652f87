import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { listOperationConflicts } from "@/lib/readiness/operation";
import { englishText } from "@/lib/text/english-text";
import { answerOperating, describeBackground, summarizeZone } from "@/lib/text/zone-summary";
import { seedFacts } from "@/tests/support/seed-facts";
import { seededZone, seededZones, seedSources } from "../zones/seeded-zones";

const TODAY = "2026-11-26";
const second = await seedFacts(2);
const registry = buildRegistry(second, indexEvidence(second), { asOf: TODAY, revision: 2 });
const sources = new Map(
  listSourcesAt(second.sourceVersions, 2).map((source) => [source.id, source]),
);

/** A zone of the data set's second edition. */
function find(slug: string) {
  const zone = registry.zones.find((candidate) => candidate.slug === slug);
  if (!zone) throw new Error(`no zone ${slug}`);
  return zone;
}

const answer = (slug: string) =>
  answerOperating(englishText, { zone: find(slug), asOf: TODAY, sources });
const conflicts = (slug: string) => listOperationConflicts(find(slug)).map(({ kind }) => kind);

describe("the answer to whether a zone is operating", () => {
  it.each([
    [
      "allama-iqbal-industrial-city",
      "Partly, firms producing since at least August 2022, last reported 28 February 2025: a firm in the zone says so in a report by Mettis Global of 28 February 2025 (2 publishers agree), and 2 firms are named as producing, 1 of them in the last 2 years.",
    ],
    [
      "m-3-industrial-city",
      "Yes, operational since at least 11 August 2021, last reported 2 December 2025: we conclude it from a report by PACRA (Pakistan Credit Rating Agency) of 27 June 2025 (1 source), and 8 firms are named as producing, 4 of them in the last 2 years.",
    ],
    [
      "bin-qasim-industrial-park",
      "Partly, firms producing since at least 6 September 2018, last reported 12 September 2025: we conclude it from a report by Business Recorder of 12 September 2025 (4 publishers agree, at least one of them independent), and 2 firms are named as producing, 1 of them in the last 2 years.",
    ],
    [
      "hattar-sez",
      "Partly, firms producing since at least 24 November 2020, last reported 26 December 2025: a firm in the zone says so in a report by Dunya of 26 December 2025 (3 publishers agree), but only 3 of the 4 firms counted as producing are confirmed by name, 1 of them in the last 2 years.",
    ],
    [
      "dhabeji-sez",
      "Not when last reported (16 April 2025): it was under development; a government body said so in a report by UrduPoint of 16 April 2025 (1 source).",
    ],
    [
      "rashakai-sez",
      "Not when last reported (1 July 2024): it was under development; a government body said so in a report by UrduPoint of 1 July 2024 (1 source).",
    ],
    [
      "khairpur-sez",
      "Partly, on weak evidence, firms producing, last reported 11 October 2025: the zone’s own developer says so in a report by Business Recorder of 11 October 2025 (1 source), but no firm is named as producing.",
    ],
    [
      "service-long-march-sez",
      "Yes, operational since at least 28 March 2022, last reported 27 June 2025: an independent source says so in a report by PACRA (Pakistan Credit Rating Agency) of 27 June 2025 (1 source), and 1 firm is named as producing.",
    ],
    [
      "bhalwal-industrial-estate",
      "Partly, when last reported (8 April 2023): firms producing since at least 14 December 2022; a government body said so in a report by Pakistan Observer / APP of 8 April 2023 (2 publishers agree), and 2 firms are named as producing, none of them in the last 2 years.",
    ],
    [
      "siddiqsons-tin-plate-sez",
      "Not when last reported (4 September 2024): production had stopped; a firm in the zone said so in a report by Business Recorder of 4 September 2024 (1 source).",
    ],
    [
      "korangi-creek-industrial-park",
      "It was, when last reported (12 January 2019): operational; an independent source said so in a report by Dawn of 12 January 2019 (1 source), but no firm is named as producing, although 20 were counted.",
    ],
    [
      "armstrong-ze-tyres-sez",
      "Not known: the only report on its progress, by a government body in Profit (Pakistan Today) of 23 December 2024, is not used for the reason given below.",
    ],
    ["naushahro-feroze-industrial-park", "Not known: we found no report on its progress."],
    [
      "fatima-cement-sez",
      "Not when last reported (19 May 2024): no firm was producing; we conclude it from a report by UrduPoint / APP of 19 May 2024 (1 source).",
    ],
  ])("for %s", (slug, sentence) => {
    expect(answer(slug)).toBe(sentence);
  });

  it("is one whole sentence for every zone on every golden day", () => {
    for (const day of ["2019-01-01", "2021-06-30", "2024-06-30", "2026-11-24"]) {
      for (const zone of seededZones(day)) {
        const view = { zone, asOf: day, sources: seedSources };
        const sentence = answerOperating(englishText, view);
        expect(sentence, zone.slug).toMatch(
          /^(Yes,|It was, when last reported|Partly,|No,|Not when last reported|Not known:) .*\.$/,
        );
        expect(sentence, zone.slug).not.toMatch(/null|undefined|\.\.| {2}|\. [A-Z]/);
        expect(summarizeZone(englishText, view)).toContain(sentence);
      }
    }
  });

  it("names no date after the day looked at", () => {
    const day = "2021-06-30";
    const zone = seededZone("rashakai-sez", day);
    const summary = summarizeZone(englishText, { zone, asOf: day, sources: seedSources });
    const years = [...summary.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
    expect(years.length).toBeGreaterThan(0);
    expect(Math.max(...years)).toBeLessThanOrEqual(2021);
  });
});

describe("the disagreements between progress on site and the count of producers", () => {
  it("are listed where the count has no names, and where no firm is counted or named", () => {
    expect(conflicts("korangi-creek-industrial-park")).toEqual(["unnamed"]);
    expect(conflicts("khairpur-sez")).toEqual(["nobody"]);
  });

  it("are listed where another valid count would lead to another status", () => {
    expect(conflicts("hattar-sez")).toEqual(["unnamed", "rival", "rival"]);
  });

  it("are none where names, count and status agree", () => {
    for (const slug of ["m-3-industrial-city", "service-long-march-sez", "dhabeji-sez"]) {
      expect(conflicts(slug)).toEqual([]);
    }
  });

  it("are listed for a count that fits no status", () => {
    const zone = find("m-3-industrial-city");
    const kinds = (status: string, enterprisesProducing: number | null) =>
      listOperationConflicts({
        ...zone,
        values: { ...zone.values, status, enterprisesProducing } as typeof zone.values,
        named: { admitted: 0, producing: 0 },
      }).map(({ kind }) => kind);
    expect(kinds("operational", 3)).toEqual(["few", "unnamed"]);
    expect(kinds("partially-operational", 0)).toEqual(["none"]);
    expect(kinds("partially-operational", 5)).toEqual(["enough", "unnamed"]);
    expect(kinds("under-development", 1)).toEqual(["producing", "unnamed"]);
    expect(kinds("operational", null)).toEqual(["nobody"]);
    expect(
      listOperationConflicts({ ...zone, values: { ...zone.values, enterprisesProducing: 2 } })
        .map(({ kind }) => kind)
        .at(-1),
    ).toBe("uncounted");
  });
});

describe("the legal status in the summary of a zone", () => {
  it("has its date", () => {
    expect(describeBackground(englishText, seededZone("rashakai-sez"))).toBe(
      "Legal status: developer contract signed (first reported 14 September 2020).",
    );
    expect(describeBackground(englishText, seededZone("hattar-sez"))).toBe(
      "Legal status: notified.",
    );
  });

  it("is followed by what is unknown", () => {
    expect(describeBackground(englishText, seededZone("oil-village-rawalpindi"))).toBe(
      "Legal status: approved; we found no report of a notification. We know none of the facts that the readiness score needs.",
    );
  });

  it("is never approved where the approval is not confirmed", () => {
    const unconfirmed = seededZones().filter(({ values }) => !isApprovalConfirmed(values));
    expect(unconfirmed).toHaveLength(16);
    for (const zone of unconfirmed) {
      const summary = describeBackground(englishText, zone);
      expect(summary).toMatch(/approval is not confirmed/);
      expect(summary).not.toMatch(/Legal status|is confirmed/);
      expect(summary.startsWith("Candidate:")).toBe(isCandidate(zone.values));
    }
  });
});
