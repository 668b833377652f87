import { describe, expect, it } from "vitest";
import { readSourceQuery } from "@/components/features/sources/source-form";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { isFigure } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { countAllClaims } from "@/lib/evidence/source-counts";
import {
  buildSourceRows,
  countClaims,
  listClaimsBySource,
  listYears,
  SOURCE_SORTS,
  type SourceRow,
  selectSources,
} from "@/lib/evidence/source-rows";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { createClaim, createFacts, createSource } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const registry = buildRegistry(facts, evidence, { asOf: COMPILED_ON, revision: 1 });
const { events } = facts;
const context = facts.context.filter(isFigure);
const sources = listSourcesAt(facts.sourceVersions, 1);
const rows = buildSourceRows({ registry, evidence, sources, events, context, facts });

describe("buildSourceRows", () => {
  it("every claim is counted once, and displayed claims are at most all claims", () => {
    expect(rows).toHaveLength(facts.sourceVersions.length);
    expect(rows.reduce((sum, { claims }) => sum + claims, 0)).toBe(facts.claims.length);
    for (const { claims, shown, zones } of rows) {
      expect(shown).toBeLessThanOrEqual(claims);
      expect(zones > 0).toBe(claims > 0);
    }
  });

  it("the claims of all sources together are those that are counted without their sources", async () => {
    const later = await seedFacts(2);
    const index = indexEvidence(later);
    // Some are withdrawn by then, and others are not in effect yet.
    for (const moment of [
      { asOf: "2026-11-25", revision: 2 },
      { asOf: "2021-06-30", revision: 2 },
    ]) {
      const then = buildRegistry(later, index, moment);
      const listed = [...listClaimsBySource(then, index, later).values()].flat();
      expect(countAllClaims(then, index)).toBe(listed.length);
      expect(listed.length).toBeLessThan(later.claims.length);
    }
  });

  it("the counts of a source are those of its claims", async () => {
    const claims = listClaimsBySource(registry, evidence, facts);
    for (const { source, events: _, figures: __, ...counts } of rows) {
      expect(counts).toEqual(countClaims(claims.get(source.id) ?? []));
    }
  });
});

describe("selectSources", () => {
  const ask = (params: Record<string, string>) =>
    selectSources(rows, readSourceQuery(params, listYears(rows)).query);

  it("finds by title, publisher or id, ignoring case", () => {
    expect(ask({ q: "DAWN" }).length).toBeGreaterThan(5);
    expect(ask({ q: "pid-2026-01-16" }).map(({ source }) => source.id)).toEqual(["pid-2026-01-16"]);
    expect(ask({ q: "no such words at all" })).toEqual([]);
  });

  it("names the values of the address that do not exist, with the nearest that does", () => {
    const { query, problems } = readSourceQuery(
      { kind: "goverment", sort: ["zzz"], year: "20x4", q: "dawn" },
      listYears(rows),
    );
    expect(query).toEqual({ q: "dawn", kind: null, year: null, sort: "claims" });
    expect(problems.map(({ param, got, nearest }) => [param, got, nearest])).toEqual([
      ["kind", "goverment", "government"],
      ["year", "20x4", expect.stringMatching(/^20\d4$/)],
      ["sort", "zzz", null],
    ]);
    for (const year of ["unknown", "1947"])
      expect(readSourceQuery({ year }, []).query.year).toBe(year);
  });

  it("filters by kind", () => {
    const official = rows.filter(({ source }) => source.kind === "government");
    expect(ask({ kind: "government" })).toHaveLength(official.length);
  });

  it("sorts sources without a date last", () => {
    const claims = ask({}).map((row) => row.claims);
    expect(claims).toEqual([...claims].sort((a, b) => b - a));
    expect(ask({ sort: "published" }).at(-1)?.source.publishedOn).toBeNull();
  });
});

describe("a small list of sources", () => {
  const row = (id: string, part: Partial<SourceRow>, publishedOn: string | null): SourceRow => ({
    source: createSource({ id, publishedOn, publisher: part.claims === 9 ? "Aaj" : "Dawn" }),
    claims: 0,
    shown: 0,
    contested: 0,
    settled: 0,
    zones: 0,
    events: 0,
    figures: 0,
    ...part,
  });
  const small = [
    row("d", { claims: 9, settled: 1 }, "2020-05"),
    row("c", { claims: 3, shown: 2, settled: 2 }, null),
    row("b", { claims: 5, contested: 1 }, "2020"),
    row("a", { claims: 5, shown: 1 }, "2019-12-31"),
  ];
  const ids = (query: Partial<Parameters<typeof selectSources>[1]>) =>
    selectSources(small, { q: "", kind: null, year: null, sort: "title", ...query })
      .map(({ source }) => source.id)
      .join("");

  it.each([
    ["claims", "dabc"],
    ["shown", "cabd"],
    ["contradicted", "bcda"],
    ["published", "dbac"],
    ["oldest", "abdc"],
    ["title", "abcd"],
    ["publisher", "dabc"],
  ] as const)("sorted by %s is %s, equals by title", (sort, expected) => {
    expect(SOURCE_SORTS).toContain(sort);
    expect(ids({ sort })).toBe(expected);
  });

  it("is found by year, or by having none", () => {
    expect(ids({ year: "2020" })).toBe("bd");
    expect(ids({ year: "unknown" })).toBe("c");
    expect(ids({ year: "2018" })).toBe("");
  });

  it("counts claims by standing and mark, and zones once", () => {
    const claims = [
      createClaim({ field: "status", value: "serviced" }),
      createClaim({ field: "areaAcres", value: 100, asOf: "2021", sourceId: "other" }),
      createClaim({ field: "areaAcres", value: 200 }),
      createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm" }),
    ];
    const tenancies = [
      { id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 },
    ];
    const index = indexEvidence(createFacts({ claims, tenancies }));
    const counted = buildSourceRows({
      registry: buildRegistry(createFacts({ claims, tenancies }), index, {
        asOf: COMPILED_ON,
        revision: 1,
      }),
      evidence: index,
      sources: ["a-source", "other", "unused"].map((id) => createSource({ id })),
      events: [],
      context: [],
      facts: { retirements: [] },
    });
    const none = { claims: 0, shown: 0, contested: 0, settled: 0, zones: 0, events: 0, figures: 0 };
    expect(counted.map(({ source, ...counts }) => counts)).toEqual([
      { ...none, claims: 3, shown: 2, contested: 1, zones: 1 },
      { ...none, claims: 1, shown: 1, contested: 1, zones: 1 },
      none,
    ]);
  });
});
