import { describe, expect, it } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts, Retirement } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { addStandings, followMerges, listShownEvents } from "@/lib/evidence/retirement";
import { createClaim, createFacts, createRevision } from "../../support/facts";

const retire = (part: Partial<Retirement> & Pick<Retirement, "revision">): Retirement => ({
  id: `00000000-0000-4000-8000-00000000000${part.revision}`,
  kind: "zone",
  subject: "one",
  act: "retired",
  into: null,
  reason: "A test.",
  ...part,
});

const tenancy = (zone: string, firm: string, order: number) => ({
  id: `${zone}--${firm}`,
  zone,
  firm,
  firmId: firm,
  order,
});

/** Two zones, each with a firm, and what happened to them. */
function factsWith(part: Partial<Facts>): Facts {
  const claims = ["one", "two"].flatMap((zone) => [
    createClaim({ id: `${zone}-a`, zone, field: "cohort", value: "added-37", asOf: "2020-01-01" }),
    createClaim({
      id: `${zone}-b`,
      zone,
      tenancy: `${zone}--${zone}-firm`,
      field: "tenancyStage",
      value: "mou",
      asOf: "2020-01-01",
    }),
  ]);
  return addStandings(
    createFacts({
      claims,
      zones: [
        { slug: "one", order: 1 },
        { slug: "two", order: 2 },
      ],
      tenancies: [tenancy("one", "one-firm", 1), tenancy("two", "two-firm", 2)],
      revisions: [1, 2, 3, 4].map((n) => createRevision(n, `2026-11-2${n}T06:00:00Z`)),
      revision: 4,
      ...part,
    }),
  );
}

/** The zones and firms shown at a moment. */
function shown(facts: Facts, asOf: string, revision: number): string[] {
  return buildRegistry(facts, indexEvidence(facts), { asOf, revision }).zones.map(
    ({ slug, tenancies }) => [slug, ...tenancies.map((one) => one.tenancy.firm)].join(" "),
  );
}

describe("standings", () => {
  it("a retired zone is hidden from the day of its retirement on, as known from then on", () => {
    const facts = factsWith({ retirements: [retire({ revision: 2 })] });
    expect(shown(facts, "2026-11-24", 4)).toEqual(["two two-firm"]);
    expect(shown(facts, "2026-11-22", 4)).toEqual(["two two-firm"]);
    expect(shown(facts, "2026-11-21", 4)).toEqual(["one one-firm", "two two-firm"]);
    expect(shown(facts, "2026-11-24", 1)).toEqual(["one one-firm", "two two-firm"]);
  });

  it("a merged zone is hidden on every day, and shown again once restored", () => {
    const merged = retire({ revision: 2, act: "merged", into: "two" });
    const facts = factsWith({ retirements: [merged, retire({ revision: 3, act: "restored" })] });
    expect(shown(facts, "2020-06-01", 2)).toEqual(["two two-firm"]);
    expect(shown(facts, "2020-06-01", 3)).toEqual(["one one-firm", "two two-firm"]);
  });

  it("a firm has the name and the address of its revision", () => {
    const version = { id: "one-firm", reason: null, name: "one-firm", otherNames: [] };
    const facts = factsWith({
      firmVersions: [
        { ...version, revision: 1 },
        { ...version, revision: 2, reason: "Its new name.", name: "One Ltd" },
      ],
      retirements: [
        retire({ revision: 3, kind: "firm", subject: "two-firm", act: "merged", into: "one-firm" }),
      ],
    });
    expect(shown(facts, "2026-11-24", 1)).toEqual(["one one-firm", "two two-firm"]);
    expect(shown(facts, "2026-11-24", 2)).toEqual(["one One Ltd", "two two-firm"]);
    expect(shown(facts, "2026-11-24", 3)).toEqual(["one One Ltd", "two One Ltd"]);
  });

  it("merges are followed to the record that stays, and never in circles", () => {
    const merge = (revision: number, subject: string, into: string) =>
      retire({ revision, subject, act: "merged", into });
    const facts = { retirements: [merge(2, "a", "b"), merge(3, "b", "c")] };
    expect(followMerges(facts, "zone", "a", 2)).toBe("b");
    expect(followMerges(facts, "zone", "a", 3)).toBe("c");
    const circle = { retirements: [merge(2, "a", "b"), merge(3, "b", "a")] };
    expect(["a", "b"]).toContain(followMerges(circle, "zone", "a", 3));
  });

  it("an event moves to the zone that stays, and a retired one is hidden from that day on", () => {
    const event = {
      id: "an-event",
      revision: 1,
      reason: null,
      date: "2020-01-01",
      kind: "policy" as const,
      title: "An event",
      body: "",
      zones: ["one", "two"],
      sourceId: "a-source",
      quotation: null,
    };
    const merged = factsWith({
      retirements: [retire({ revision: 2, act: "merged", into: "two" })],
    });
    const at = { asOf: "2026-11-24", revision: 4 };
    expect(listShownEvents([event], merged, at)[0]?.zones).toEqual(["two"]);
    const retired = factsWith({
      retirements: [retire({ revision: 2, kind: "event", subject: "an-event" })],
    });
    expect(listShownEvents([event], retired, at)).toEqual([]);
    expect(listShownEvents([event], retired, { ...at, asOf: "2026-11-21" })).toHaveLength(1);
  });

  it("records that nothing happened to stay the same objects", () => {
    const facts = factsWith({ retirements: [retire({ revision: 2 })] });
    const again = addStandings(facts);
    expect(again.zones[1]).toBe(facts.zones[1]);
    expect(again.tenancies[0]).toBe(facts.tenancies[0]);
  });
});
