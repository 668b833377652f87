import { describe, expect, it } from "vitest";
import { readSourceQuery } from "@/components/features/sources/source-form";
import { webAddress } from "@/lib/evidence/addresses";
import { isFigure } from "@/lib/evidence/ledger-records";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildSourceRows, selectSources } from "@/lib/evidence/source-rows";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const registry = buildRegistry(facts, evidence, { asOf: COMPILED_ON, revision: 1 });
const { events } = facts;
const context = facts.context.filter(isFigure);
const sources = listSourcesAt(facts.sourceVersions, 1);
const rows = buildSourceRows({ registry, evidence, sources, events, context });

describe("buildSourceRows", () => {
  it("every claim is counted once, and displayed claims are at most all claims", () => {
    expect(rows).toHaveLength(facts.sourceVersions.length);
    expect(rows.reduce((sum, { claims }) => sum + claims, 0)).toBe(facts.claims.length);
    for (const { claims, shown, zones } of rows) {
      expect(shown).toBeLessThanOrEqual(claims);
      expect(zones > 0).toBe(claims > 0);
    }
  });
});

describe("selectSources", () => {
  const ask = (params: Record<string, string>) => selectSources(rows, readSourceQuery(params));

  it("finds by title, publisher or id, ignoring case", () => {
    expect(ask({ q: "DAWN" }).length).toBeGreaterThan(5);
    expect(ask({ q: "pid-2026-01-16" }).map(({ source }) => source.id)).toEqual(["pid-2026-01-16"]);
    expect(ask({ q: "no such words at all" })).toEqual([]);
  });

  it("filters by kind", () => {
    const official = rows.filter(({ source }) => source.kind === "government");
    expect(ask({ kind: "government" })).toHaveLength(official.length);
    expect(ask({ kind: "rumour" })).toHaveLength(rows.length);
  });

  it("sorts sources without a date last", () => {
    const claims = ask({}).map((row) => row.claims);
    expect(claims).toEqual([...claims].sort((a, b) => b - a));
    expect(ask({ sort: "published" }).at(-1)?.source.publishedOn).toBeNull();
  });
});

describe("webAddress", () => {
  it("accepts only http and https addresses", () => {
    expect(webAddress("https://example.org")).toBe("https://example.org");
    expect(webAddress("javascript:alert(1)")).toBeNull();
    expect(webAddress(null)).toBeNull();
  });
});
