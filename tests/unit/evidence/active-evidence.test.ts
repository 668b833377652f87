import { describe, expect, it } from "vitest";
import {
  getFirstRegisteredDay,
  getFirstSeenDay,
  listChangeDates,
  listEvidence,
} from "@/lib/evidence/active-evidence";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import {
  createClaim,
  createDecision,
  createEvidence,
  createFacts,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const TENANCIES = [
  { id: "here", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 },
  { id: "there", zone: "other-zone", firm: "A firm", firmId: "a-firm", order: 1 },
];

describe("listChangeDates", () => {
  const dates = (revision: number) =>
    listChangeDates(
      [
        createEvidence({ field: "gas", value: "absent", asOf: "2021-05" }),
        createEvidence({ field: "gas", value: "absent", asOf: "2020", revision: 2 }),
        createEvidence({ field: "water", value: "absent", asOf: "2021-05-01" }),
        createEvidence(
          { field: "water", value: "absent", asOf: "2019" },
          { kind: "deprecated", revision: 2 },
        ),
        { ...createEvidence({ field: "gas", value: "absent", asOf: "2018" }), waits: true },
      ],
      revision,
    );

  it("returns the days of active claims in order, each once", () => {
    expect(dates(2)).toEqual(["2020-01-01", "2021-05-01"]);
  });

  it("leaves out what a revision does not know yet", () => {
    expect(dates(1)).toEqual(["2019-01-01", "2021-05-01"]);
    expect(dates(0)).toEqual([]);
  });
});

describe("listEvidence", () => {
  const claims = [
    createClaim({ field: "gas", value: "absent" }),
    createClaim({ field: "gas", value: "absent", zone: "other-zone" }),
    createClaim({ field: "tenancyStage", value: "mou", tenancy: "here" }),
  ];
  const index = indexEvidence(createFacts({ claims }));
  it("returns the claims on every subject, or on those that pass the test", () => {
    expect(listEvidence(index).map(({ claim }) => claim)).toEqual(claims);
    const found = listEvidence(index, (subject) => subject.startsWith("test-zone"));
    expect(found.map(({ claim }) => claim)).toEqual([claims[0], claims[2]]);
  });
});

describe("getFirstRegisteredDay", () => {
  const status = createClaim({ field: "status", value: "serviced", asOf: "2021-03" });
  const index = indexEvidence(
    createFacts({
      claims: [
        createClaim({ field: "name", value: "A zone", asOf: "2018" }),
        status,
        createClaim({ field: "cohort", value: "added-37", asOf: "2024" }),
      ],
      decisions: [
        createDecision(status),
        createDecision(status, { kind: "retracted", revision: 2 }),
      ],
    }),
  );

  it("is the first day with an active claim that admits the zone", () => {
    expect(getFirstRegisteredDay(index, "test-zone", 1)).toBe("2021-03-01");
  });

  it("is null where no claim admits it, or none is known", () => {
    expect(getFirstRegisteredDay(index, "test-zone", 2)).toBeNull();
    expect(getFirstRegisteredDay(index, "test-zone", 0)).toBeNull();
    expect(getFirstRegisteredDay(index, "no-zone", 1)).toBeNull();
  });

  it("follows a corrected date of its source", () => {
    const claims = [createClaim({ field: "status", value: "serviced", asOf: null })];
    const dated = (publishedOn: string, revision: number) =>
      createVersion(createSource({ id: "a-source", publishedOn }), { revision });
    const sourceVersions = [dated("2020", 1), dated("2018-02", 3)];
    const corrected = indexEvidence(createFacts({ claims, sourceVersions }));
    expect(getFirstRegisteredDay(corrected, "test-zone", 2)).toBe("2020-01-01");
    expect(getFirstRegisteredDay(corrected, "test-zone", 3)).toBe("2018-02-01");
  });
});

describe("getFirstSeenDay", () => {
  const stage = (tenancy: string, zone: string, asOf: string) =>
    createClaim({ field: "tenancyStage", value: "mou", tenancy, zone, asOf });
  const index = indexEvidence(
    createFacts({
      claims: [
        createClaim({ field: "gas", value: "absent", asOf: "2010" }),
        stage("here", "test-zone", "2019"),
        createClaim({ field: "status", value: "serviced", asOf: "2021" }),
        createClaim({ field: "status", value: "serviced", zone: "other-zone", asOf: "2015" }),
        stage("there", "other-zone", "2023-06"),
        stage("neighbour", "test-zone", "2022"),
      ],
      zones: [
        { slug: "test-zone", order: 1 },
        { slug: "other-zone", order: 2 },
      ],
      tenancies: TENANCIES,
    }),
  );
  const [here, there] = TENANCIES;

  it("is the first day on which both the firm and its zone are in the registry", () => {
    expect(getFirstSeenDay(index, here ? [here] : [], 1)).toBe("2021-01-01");
    expect(getFirstSeenDay(index, there ? [there] : [], 1)).toBe("2023-06-01");
  });

  it("of a firm in several zones is the earliest", () => {
    expect(getFirstSeenDay(index, [...TENANCIES].reverse(), 1)).toBe("2021-01-01");
  });

  it("is null for a firm that is in no zone, or not known yet", () => {
    expect(getFirstSeenDay(index, TENANCIES, 0)).toBeNull();
    expect(getFirstSeenDay(index, [], 1)).toBeNull();
  });
});
