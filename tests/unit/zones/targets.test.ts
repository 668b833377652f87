import { beforeAll, describe, expect, it } from "vitest";
import { promiseScale } from "@/components/features/zones/target-scale";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, type EvidenceIndex, indexEvidence } from "@/lib/evidence/registry";
import {
  countTargets,
  getZoneTargets,
  listTargetHistories,
  TARGET_KEYS,
} from "@/lib/targets/targets";
import {
  anewInWords,
  countsInWords,
  historyInWords,
  outcomeInWords,
  slipInWords,
} from "@/lib/text/target-words";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const NOW = { asOf: COMPILED_ON, revision: 1 };
let facts: Facts;
let index: EvidenceIndex;

beforeAll(async () => {
  facts = await seedFacts();
  index = indexEvidence(facts);
});

const of = (slug: string) => listTargetHistories(index, slug, NOW);

describe("the promises on a zone's page", () => {
  it("are those of the ledger, read from the zone's record", () => {
    for (const zone of buildRegistry(facts, index, NOW).zones) {
      expect(getZoneTargets(zone, NOW)).toEqual(of(zone.slug));
    }
  });

  it("say how often they were made anew, and which way", () => {
    expect(anewInWords({ later: 0, earlier: 0, same: 0 })).toBe("none promised anew");
    expect(anewInWords({ later: 1, earlier: 0, same: 0 })).toBe("promised anew once, for later");
    expect(anewInWords({ later: 3, earlier: 3, same: 1 })).toBe(
      "promised anew seven times: three for later, three for earlier, one for the same month",
    );
  });

  it("are told in a sentence", () => {
    const counts = (slug: string) => countsInWords(countTargets(of(slug)));
    expect(counts("rashakai-sez")).toBe(
      "Of ten promises, three were kept late, six were missed and one is open.",
    );
    expect(counts("hattar-sez")).toBe("The one promise was kept late.");
    expect(counts("dhabeji-sez")).toBe("Both promises were missed.");
    expect(counts("bin-qasim-industrial-park")).toBe("No dated promise was found.");
  });

  it("say how they slipped and what became of them", () => {
    const operation = of("rashakai-sez").find(({ field }) => field === "targetOperational");
    expect(operation && historyInWords(operation)).toBe(
      "promised three times; in all 40 months later",
    );
    expect(
      operation?.targets.map((promise) =>
        outcomeInWords("targetOperational", promise, COMPILED_ON),
      ),
    ).toEqual([
      "missed, 6 years overdue: under development on 1 Jul 2024",
      "open, 402 days left",
      "missed, 3 years overdue: under development on 1 Jul 2024",
    ]);
    expect(slipInWords(-57)).toBe("57 months earlier");
    expect(slipInWords(1)).toBe("1 month later");
    expect(slipInWords(0)).toBe("same month");
  });

  it("have words for each state of each promise", () => {
    for (const { slug } of facts.zones) {
      for (const { field, targets: promises } of of(slug)) {
        for (const promise of promises) {
          expect(TARGET_KEYS).toContain(field);
          expect(outcomeInWords(field, promise, COMPILED_ON)).not.toMatch(/undefined|null|NaN/);
        }
      }
    }
  });

  it("lie on the scale from left to right, every day of them and today", () => {
    const targets = of("rashakai-sez");
    const { at, years } = promiseScale(targets, COMPILED_ON);
    expect(years[0]).toBe(2019);
    for (const { targets: promises } of targets) {
      for (const { madeOn, dueOn } of promises) {
        expect(at(madeOn)).toBeGreaterThanOrEqual(0);
        expect(at(dueOn)).toBeLessThan(100);
        expect(at(madeOn)).toBeLessThan(at(dueOn));
      }
    }
    expect(at(COMPILED_ON)).toBeLessThan(at("2027-12-31"));
  });
});
