import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openHistory } from "@/lib/client/history";
import { historyAnswer } from "@/lib/contract/history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { day, evidenceOn } from "@/tests/support/arbitraries";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
  identityOf,
} from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const seed = await seedFacts();
const seedEvidence = indexEvidence(seed);
const GOLDEN_DAYS = ["2019-01-01", "2021-06-30", "2024-06-30", COMPILED_ON];

function serverRows(facts: Facts, asOf: string, knownOn: number): ZoneRow[] {
  return buildRegistry(facts, indexEvidence(facts), { asOf, revision: knownOn }).zones.map(
    buildRow,
  );
}

/** As it comes out of the wire. */
function opened(facts: Facts) {
  const answer = historyAnswer({ facts, evidence: indexEvidence(facts) }, facts.revision);
  return openHistory(JSON.parse(JSON.stringify(answer)), facts.revision);
}

describe("the history of the data set", () => {
  const history = opened(seed);

  it.each(GOLDEN_DAYS)("gives the server's rows of %s", (asOf) => {
    const expected = buildRegistry(seed, seedEvidence, { asOf, revision: 1 }).zones.map(buildRow);
    expect(history.rowsAt(asOf, 1)).toEqual({
      rows: expected,
      asOf,
      revision: 1,
      knownOn: `r1-${identityOf(1).slice(0, 8)}`,
    });
  });

  it("gives the server's rows of any day, in any order of days", () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const expected = buildRegistry(seed, seedEvidence, { asOf, revision: 1 }).zones.map(
          buildRow,
        );
        expect(history.rowsAt(asOf, 1).rows).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps the row objects of zones without a change between two days", () => {
    const before = new Map(history.rowsAt("2022-03-14", 1).rows.map((row) => [row.slug, row]));
    const after = history.rowsAt("2022-03-15", 1).rows;
    const same = after.filter((row) => before.get(row.slug) === row);
    expect(same.length).toBeGreaterThan(after.length - 10);
    expect(history.rowsAt("2022-03-14", 1)).toBe(history.rowsAt("2022-03-14", 1));
  });

  it("is empty before the first revision", () => {
    expect(history.rowsAt(COMPILED_ON, 0).rows).toEqual([]);
    expect(history.rowsAt(COMPILED_ON, 1).rows).toHaveLength(seed.zones.length);
  });

  it("lists the days on which claims take effect, in order", () => {
    const days = history.daysOn(1);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days).toContain("2012-01-01");
    expect(history.daysOn(0)).toEqual([]);
  });

  it("contains no reasons, notes and sources", () => {
    const text = JSON.stringify(historyAnswer({ facts: seed, evidence: seedEvidence }, 1));
    const note = seed.claims.find((claim) => (claim.note?.length ?? 0) > 20)?.note ?? "";
    expect(text).not.toContain(note);
    expect(text).not.toContain(seed.claims.at(0)?.id);
  });
});

it("the history up to a revision has no publisher that a later revision corrects", () => {
  const paper = (publisher: string) => createSource({ id: "a-source", publisher });
  const facts = createFacts({
    revision: 2,
    revisions: [
      createRevision(1, "2026-11-23T19:00:00Z"),
      createRevision(2, "2026-11-24T19:00:00Z"),
    ],
    claims: [createClaim({ field: "cohort", value: "original-7" })],
    sourceVersions: [
      createVersion(paper("First paper")),
      createVersion(paper("Second paper"), { revision: 2 }),
    ],
  });
  const publishersBy = (revision: number) =>
    historyAnswer({ facts, evidence: indexEvidence(facts) }, revision).publishers;
  expect(publishersBy(1)).toEqual(["first paper"]);
  expect(publishersBy(2)).toEqual(["first paper", "second paper"]);
});

/** A zone and a firm in it, of which claims were made and judged in six revisions. */
const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    fc.array(evidenceOn("status"), { maxLength: 5 }),
    fc.array(evidenceOn("areaAcres"), { maxLength: 5 }),
    fc.array(evidenceOn("location"), { maxLength: 3 }),
    fc.array(fc.tuple(day, fc.integer({ min: 1, max: 6 })), { maxLength: 2 }),
  )
  .map(([status, area, location, stages]) => {
    const evidence = [...status, ...area, ...location];
    const ofFirm = stages.map(([asOf, revision]) =>
      createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm", asOf, revision }),
    );
    return createFacts({
      revision: 12,
      revisions: Array.from({ length: 12 }, (_, i) =>
        createRevision(i + 1, "2026-11-24T00:00:00Z"),
      ),
      claims: [...evidence.map(({ claim }) => claim), ...ofFirm],
      decisions: [
        ...evidence.flatMap(({ claim, decisions, waits }) =>
          waits ? decisions : [createDecision(claim), ...decisions],
        ),
        ...ofFirm.map((claim) => createDecision(claim)),
      ].sort((a, b) => a.sequence - b.sequence),
      tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
    });
  });

describe("any history", () => {
  it("gives the server's rows of any day and revision", () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.array(fc.tuple(day, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 6 }),
        (facts, moments) => {
          const history = opened(facts);
          for (const [asOf, knownOn] of moments) {
            const expected = serverRows(facts, asOf, knownOn);
            expect(history.rowsAt(asOf, knownOn).rows).toEqual(expected);
          }
        },
      ),
    );
  });

  it("reads a revision from its name, a day or an instant", () => {
    const facts = createFacts({
      claims: [],
      revision: 2,
      revisions: [
        createRevision(1, "2026-11-23T19:00:00Z"),
        createRevision(2, "2026-12-02T09:00:00Z"),
      ],
    });
    const history = opened(facts);
    expect(history.resolveRevision(null)).toBe(2);
    expect(history.resolveRevision("r1")).toBe(1);
    expect(history.resolveRevision("2026-11-30")).toBe(1);
    expect(history.resolveRevision("r3")).toBeNull();
    const { knownOn } = history.rowsAt("2026-11-30", 1);
    expect(history.resolveRevision(knownOn)).toBe(1);
    expect(history.resolveRevision(knownOn.replace("r1", "r2"))).toBeNull();
  });
});
