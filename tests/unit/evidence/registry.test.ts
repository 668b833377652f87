import { describe, expect, it } from "vitest";
import { indexEvidence, listFieldEvidence, subjectKey } from "@/lib/evidence/evidence-index";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, isRegistered, resolveRecord, resolveZone } from "@/lib/evidence/registry";
import { inScope, SCOPES, type Scope } from "@/lib/query/scope";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";
import { GROWTH } from "@/tests/support/hand-worked";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const loadRegistry = (facts: Facts, asOf = COMPILED_ON, knownOn = facts.revision) =>
  buildRegistry(facts, indexEvidence(facts), { asOf, revision: knownOn });
const seed = await seedFacts();

describe("the effective day of a claim", () => {
  const dayOf = (part: Partial<Facts> & Pick<Facts, "claims">) => {
    const [claim] = part.claims;
    const evidence = indexEvidence(createFacts(part)).get("test-zone")?.get("status")?.[0];
    expect(evidence?.claim).toBe(claim);
    return evidence?.effectiveOn;
  };
  const status = { field: "status", value: "serviced" } as const;
  const dated = [createVersion(createSource({ id: "a-source", publishedOn: "2021-05" }))];

  it("is the first day of its asOf", () => {
    expect(
      dayOf({ claims: [createClaim({ ...status, asOf: "2020" })], sourceVersions: dated }),
    ).toBe("2020-01-01");
    expect(dayOf({ claims: [createClaim({ ...status, asOf: "2020-10" })] })).toBe("2020-10-01");
    expect(dayOf({ claims: [createClaim({ ...status, asOf: "2020-10-07" })] })).toBe("2020-10-07");
  });

  it("without asOf is the publication day of its source", () => {
    expect(dayOf({ claims: [createClaim({ ...status, asOf: null })], sourceVersions: dated })).toBe(
      "2021-05-01",
    );
  });

  it("without either is the day in Pakistan on which it was recorded", () => {
    const revisions = [
      createRevision(1, "2026-11-24T18:59:59Z"),
      createRevision(2, "2026-11-24T19:00:00Z"),
    ];
    const recorded = (revision: number) =>
      dayOf({ claims: [createClaim({ ...status, asOf: null, revision })], revisions });
    expect([recorded(1), recorded(2)]).toEqual(["2026-11-24", "2026-11-25"]);
  });

  it("throws for a claim without dates whose revision is missing", () => {
    const claims = [createClaim({ ...status, asOf: null, revision: 7 })];
    expect(() => indexEvidence(createFacts({ claims }))).toThrow(/has no revision/);
  });
});

describe("buildRegistry", () => {
  it("claims of a zone, of its firms and of other zones are kept apart", () => {
    expect(subjectKey("hattar-sez", null)).toBe("hattar-sez");
    expect(subjectKey("hattar-sez", "a-firm")).toBe("hattar-sez/a-firm");
    const facts = createFacts({
      zones: [
        { slug: "other-zone", order: 1 },
        { slug: "test-zone", order: 2 },
      ],
      tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
      claims: [
        createClaim({ field: "status", value: "serviced" }),
        createClaim({ field: "status", value: "operational", zone: "other-zone" }),
        createClaim({ field: "tenancyStage", value: "building", tenancy: "a-firm" }),
      ],
    });
    const { zones } = loadRegistry(facts);
    expect(zones.map(({ slug, values }) => [slug, values.status])).toEqual([
      ["other-zone", "operational"],
      ["test-zone", "serviced"],
    ]);
    expect(zones[1]?.tenancies).toMatchObject([
      { tenancy: { id: "a-firm" }, values: { tenancyStage: "building", tenancySector: null } },
    ]);
    expect(zones[0]?.tenancies).toEqual([]);
  });

  it("zones are in the register's order, in any order of the facts", () => {
    const facts = { ...seed, zones: [...seed.zones].reverse() };
    expect(loadRegistry(facts).zones).toEqual(loadRegistry(seed).zones);
  });

  it("a firm without claims by the day is left out", () => {
    const facts = createFacts({
      tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
      claims: [
        createClaim({ field: "status", value: "serviced", asOf: "2018" }),
        createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm", asOf: "2020-02" }),
      ],
    });
    const firms = (day: string) => loadRegistry(facts, day).zones[0]?.tenancies.length;
    expect([firms("2020-01-31"), firms("2020-02-01")]).toEqual([0, 1]);
  });

  it.each(["legalStatus", "status", "cohort", "cpecStatus"] as const)(
    "the first active claim on %s admits a zone",
    (field) => {
      const value = {
        legalStatus: "approved",
        status: "serviced",
        cohort: "unconfirmed",
        cpecStatus: "outside-cpec",
      }[field];
      const facts = createFacts({ claims: [createClaim({ field, value, asOf: "2019-06-01" })] });
      expect(loadRegistry(facts, "2019-05-31").zones).toEqual([]);
      expect(loadRegistry(facts, "2019-06-01").zones).toHaveLength(1);
    },
  );

  it("a name, location or area alone does not admit a zone", () => {
    const facts = createFacts({
      claims: [
        createClaim({ field: "name", value: "A zone" }),
        createClaim({ field: "areaAcres", value: 100 }),
        createClaim({ field: "candidateForRemainder", value: true }),
      ],
    });
    expect(loadRegistry(facts).zones).toEqual([]);
    const fields = resolveZone(indexEvidence(facts), "test-zone", {
      asOf: COMPILED_ON,
      revision: 1,
    });
    expect(isRegistered(fields)).toBe(false);
    expect(fields.areaAcres.value).toBe(100);
  });

  it("a claim that the status is not known admits a zone, a deprecated claim does not", () => {
    const notKnown = createClaim({ field: "status", value: null });
    expect(loadRegistry(createFacts({ claims: [notKnown] })).zones).toHaveLength(1);
    const decisions = [
      createDecision(notKnown),
      createDecision(notKnown, { kind: "deprecated", reason: "hearsay" }),
    ];
    expect(loadRegistry(createFacts({ claims: [notKnown], decisions })).zones).toEqual([]);
  });
});

describe("the evidence index", () => {
  const source = (
    publisher: string,
    publishedOn: string | null,
    revision: number,
    id = "a-source",
  ) => createVersion(createSource({ id, publisher, publishedOn }), { revision });
  const sourceVersions = [
    source("Dawn", null, 1),
    source("Dawn", "2019", 3),
    source("The News", "2019", 4),
    source("The News", null, 6),
  ];
  const evidenceOn = (part: Partial<Claim>) => {
    const claims = [createClaim({ field: "status", value: "serviced", ...part })];
    const revisions = [
      createRevision(1, "2026-11-24T10:00:00Z"),
      createRevision(4, "2026-11-30T10:00:00Z"),
    ];
    const facts = createFacts({ claims, sourceVersions, revisions, decisions: [] });
    return indexEvidence(facts).get("test-zone")?.get("status")?.[0];
  };

  it("has the publishers of the source by revision, and none of a source that is not on record", () => {
    expect(evidenceOn({})?.voices).toEqual([
      { revision: 1, name: "dawn" },
      { revision: 4, name: "the news" },
    ]);
    expect(evidenceOn({ sourceId: "lost" })?.voices).toEqual([]);
    expect(evidenceOn({})?.decisions).toEqual([]);
  });

  it("has the later dates of the source only where the claim has no date of its own", () => {
    expect(evidenceOn({ asOf: "2018" })).not.toHaveProperty("corrections");
    expect(evidenceOn({ asOf: null })).toMatchObject({
      date: "2026-11-24",
      corrections: [
        { revision: 3, date: "2019" },
        { revision: 6, date: "2026-11-24" },
      ],
    });
    expect(evidenceOn({ asOf: null, revision: 4 })).toMatchObject({
      date: "2019",
      corrections: [{ revision: 6, date: "2026-11-30" }],
    });
  });

  it("dates a claim of a source that is not on record by its revision", () => {
    expect(evidenceOn({ asOf: null, sourceId: "lost" })).toMatchObject({ date: "2026-11-24" });
  });
});

describe("one zone", () => {
  const claims = [
    createClaim({ field: "name", value: "A zone" }),
    createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm" }),
    createClaim({ field: "tenancySector", value: "Paper", tenancy: "a-firm" }),
    createClaim({ field: "name", value: "Another", zone: "other-zone" }),
  ];
  const index = indexEvidence(createFacts({ claims }));

  it("is resolved before it is in the registry", () => {
    const moment = { asOf: COMPILED_ON, revision: 1 };
    const record = resolveRecord(index, { slug: "test-zone", order: 7 }, [], moment);
    expect(record).toMatchObject({ slug: "test-zone", order: 7, values: { name: "A zone" } });
    expect(record.support).toEqual({ name: { support: "single", weak: false, voices: 1 } });
  });

  it("has its evidence listed by field, with that of the firms asked for", () => {
    const found = (...firms: readonly string[]) =>
      listFieldEvidence(index, "test-zone", firms).map(({ tenancy, field, evidence }) => [
        tenancy,
        field,
        evidence.map(({ claim }) => claim.value),
      ]);
    expect(found()).toEqual([[null, "name", ["A zone"]]]);
    expect(found("no-firm", "a-firm")).toEqual([
      [null, "name", ["A zone"]],
      ["a-firm", "tenancyStage", ["mou"]],
      ["a-firm", "tenancySector", ["Paper"]],
    ]);
    expect(listFieldEvidence(index, "no-zone", [])).toEqual([]);
  });
});

it("zones are sorted by the register's order", () => {
  const slugs = ["third", "first", "second"];
  const facts = createFacts({
    zones: [3, 1, 2].map((order, i) => ({ slug: slugs[i] ?? "", order })),
    claims: slugs.map((zone) => createClaim({ field: "status", value: "serviced", zone })),
  });
  expect(loadRegistry(facts).zones.map(({ slug }) => slug)).toEqual(["first", "second", "third"]);
});

describe("the real registry over time (domain.md, section 4)", () => {
  const count = (day: string, scope: Scope) =>
    loadRegistry(seed, day).zones.filter(({ values }) => inScope(values, scope)).length;

  it.each([["2011-12-31", 0], ...GROWTH] as const)("zones announced by %s: %d", (day, expected) => {
    expect(count(day, "announced")).toBe(expected);
  });

  it("today has 44 announced zones (35 confirmed, 9 candidates), 9 of CPEC, 4 priority and 51 in all", () => {
    expect(SCOPES.map((scope) => [scope, count(COMPILED_ON, scope)])).toEqual([
      ["announced", 44],
      ["evidenced", 35],
      ["cpec-nine", 9],
      ["priority-four", 4],
      ["all", 51],
    ]);
  });

  it("the number of zones never falls", () => {
    const years = Array.from({ length: 15 }, (_, i) => `${2012 + i}-11-24`);
    const sizes = years.map((day) => count(day, "all"));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it("nothing is known before the first revision", () => {
    expect(loadRegistry(seed, COMPILED_ON, 0).zones).toEqual([]);
  });

  it.each([
    ["rashakai-sez", "targetOperational", "2019-05-14", null],
    ["rashakai-sez", "targetOperational", "2019-05-15", "2019-11"],
    ["rashakai-sez", "targetOperational", "2022-10-01", "2027-12"],
    ["rashakai-sez", "targetOperational", "2023-02-01", "2023-03"],
    ["allama-iqbal-industrial-city", "areaAcres", "2019-11-19", null],
    ["allama-iqbal-industrial-city", "areaAcres", "2019-11-20", 4000],
    ["allama-iqbal-industrial-city", "areaAcres", "2020-07-17", 3278],
    ["allama-iqbal-industrial-city", "areaAcres", "2021-07-16", 2800],
    ["allama-iqbal-industrial-city", "areaAcres", "2024-03-11", 3217],
    // The blanket “all provided” of June 2023 is deprecated.
    ["dhabeji-sez", "electricity", "2025-03-21", null],
    ["dhabeji-sez", "electricity", "2025-03-22", "planned"],
    ["dhabeji-sez", "electricity", "2025-04-16", "under-construction"],
    // Preferred over the deprecated and over the later “under development”.
    ["allama-iqbal-industrial-city", "status", "2021-07-27", "under-development"],
    ["allama-iqbal-industrial-city", "status", "2026-11-24", "partially-operational"],
  ] as const)("%s has %s on %s: %s", (slug, field, day, value) => {
    const zone = loadRegistry(seed, day).zones.find((z) => z.slug === slug);
    expect(zone?.values[field]).toEqual(value);
  });
});
