import { createElement, type ReactElement } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { dayScale } from "@/components/charts/scales";
import { TargetChart } from "@/components/features/zones/targets-section";
import { type EvidenceIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import {
  countTargets,
  getZoneTargets,
  listTargetHistories,
  TARGET_KEYS,
} from "@/lib/targets/targets";
import { englishText } from "@/lib/text/english-text";
import {
  describeHistory,
  describeOutcome,
  describeRenewals,
  describeSlip,
  describeTargetCounts,
} from "@/lib/text/target-words";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";
import { isHollow, markupOf, shapesOf } from "../charts/markup";

const NOW = { asOf: COMPILED_ON, revision: 1 };
let facts: Facts;
let index: EvidenceIndex;

beforeAll(async () => {
  facts = await seedFacts();
  index = indexEvidence(facts);
});

const of = (slug: string) => listTargetHistories(index, slug, NOW);

describe("the targets on a zone's page", () => {
  it("are those of the ledger, read from the zone's record", () => {
    for (const zone of buildRegistry(facts, index, NOW).zones) {
      expect(getZoneTargets(zone, NOW)).toEqual(of(zone.slug));
    }
  });

  it("say how often they were changed, and which way", () => {
    expect(describeRenewals(englishText, { later: 0, earlier: 0, same: 0 })).toBe("never changed");
    expect(describeRenewals(englishText, { later: 1, earlier: 0, same: 0 })).toBe(
      "changed once: 1 later",
    );
    expect(describeRenewals(englishText, { later: 3, earlier: 3, same: 1 })).toBe(
      "changed 7 times: 3 later, 3 earlier and 1 within the same month",
    );
  });

  it("are counted in a sentence", () => {
    const counts = (slug: string) => describeTargetCounts(englishText, countTargets(of(slug)));
    expect(counts("rashakai-sez")).toBe(
      "Of 10 target dates, 3 were met late, 6 were missed and 1 is open",
    );
    expect(counts("hattar-sez")).toBe("The only target was met late");
    expect(counts("dhabeji-sez")).toBe("Both targets were missed");
    expect(counts("bin-qasim-industrial-park")).toBe("We found no target with a date");
  });

  it("say how far they moved and what the outcome is", () => {
    const operation = of("rashakai-sez").find(({ field }) => field === "targetOperational");
    expect(operation && describeHistory(englishText, operation)).toBe(
      "set 3 times; 40 months later in total",
    );
    expect(
      operation?.targets.map((promise) =>
        describeOutcome(englishText, "targetOperational", promise, COMPILED_ON),
      ),
    ).toEqual([
      "missed, 6 years overdue: reported as “under development” on 1 July 2024",
      "open, 402 days left",
      "missed, 3 years overdue: reported as “under development” on 1 July 2024",
    ]);
    expect(describeSlip(englishText, -57)).toBe("57 months earlier");
    expect(describeSlip(englishText, 1)).toBe("1 month later");
    expect(describeSlip(englishText, 0)).toBe("same month");
  });

  it("have words for each state of each target", () => {
    for (const { slug } of facts.zones) {
      for (const { field, targets: promises } of of(slug)) {
        for (const promise of promises) {
          expect(TARGET_KEYS).toContain(field);
          expect(describeOutcome(englishText, field, promise, COMPILED_ON)).not.toMatch(
            /undefined|null|NaN/,
          );
        }
      }
    }
  });

  it("are drawn from the day they were set to their due day, and an open one is hollow", () => {
    const histories = of("rashakai-sez");
    const chart = createElement(
      WithText,
      null,
      createElement(TargetChart, { histories, asOf: COMPILED_ON }),
    );
    const targets = histories.flatMap((history) => history.targets);
    const { at } = dayScale({
      days: [COMPILED_ON, ...targets.flatMap(({ madeOn, dueOn }) => [madeOn, dueOn])],
      margin: 0.02,
    });
    const marks = listMarks(chart);
    const due = marks.filter(({ shape }) => shape === "diamond").slice(0, targets.length);
    const set = marks.filter(({ shape }) => shape === "circle").slice(0, targets.length);
    expect(set.map((mark) => mark.at)).toEqual(targets.map(({ madeOn }) => at(madeOn)));
    expect(due.map((mark) => mark.at)).toEqual(targets.map(({ dueOn }) => at(dueOn)));
    expect(due.map(({ hollow }) => hollow)).toEqual(
      targets.map(({ outcome }) => outcome.state === "open"),
    );
  });

  it("are overdue from their due day on, hollow where no report came", () => {
    const asOf = "2020-01-01";
    const histories = listTargetHistories(index, "rashakai-sez", { asOf, revision: 1 });
    const states = histories.flatMap(({ targets }) => targets.map(({ outcome }) => outcome.state));
    expect(states).toContain("not-known");
    const chart = createElement(WithText, null, createElement(TargetChart, { histories, asOf }));
    const bars = shapesOf(chart, "rect").filter(({ attributes }) => attributes.x !== undefined);
    const drawn = bars.filter(({ attributes }) => attributes.height === "5");
    expect(drawn.map(isHollow)).toEqual(
      states
        .filter((state) => state !== "open" && state !== "kept")
        .map((state) => state === "not-known"),
    );
  });
});

/** The marks in the drawings, not those of the legend, with their places in percent. */
function listMarks(chart: ReactElement) {
  const found = markupOf(chart).matchAll(
    /<svg aria-hidden="true" x="([\d.]+)%"[^>]*><path [^>]*class="([^"]*)" data-mark="(\w+)"/g,
  );
  return [...found].map(([, at, classes = "", shape]) => ({
    at: Number(at),
    shape,
    hollow: classes.includes("fill-paper"),
  }));
}
