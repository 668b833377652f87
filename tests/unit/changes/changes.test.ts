import { beforeAll, describe, expect, it } from "vitest";
import type { Change } from "@/lib/changes/change";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { buildChangeLog } from "@/lib/changes/change-log";
import { listChangesBetween } from "@/lib/changes/changes";
import { indexEvidence, type Ledger } from "@/lib/evidence/evidence-index";
import type { Claim, Decision, Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import changesMessages from "@/lib/text/messages/en/changes.json";
import { addDays, type Day } from "@/lib/time/day";
import { createClaim, createDecision, createFacts, createRevision } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

/** A change in one line. */
function describeChange({ kind, field, before, after, on }: Change): string {
  const value = field === null ? "" : ` ${field} ${before ?? "unknown"} → ${after ?? "unknown"}`;
  return `${on} ${kind}${value}`;
}

describe("the changes of the data set, worked out by hand", () => {
  let ledger: Ledger;
  const between = (from: string, to: string, zone?: string) =>
    listChangesBetween(ledger, {
      from: { asOf: from, revision: 1 },
      to: { asOf: to, revision: 1 },
    }).filter((change) => zone === undefined || change.zone === zone);
  const of = (from: string, to: string, zone: string, field: string) =>
    between(from, to, zone).filter((change) => change.field === field);

  beforeAll(async () => {
    const facts = await seedFacts();
    ledger = { facts, evidence: indexEvidence(facts) };
  });

  it.each([
    ["2012-01-01", "2018-12-31", 7],
    ["2018-12-31", "2020-12-31", 13],
    ["2020-12-31", "2022-12-31", 8],
    ["2022-12-31", "2023-12-31", 7],
    ["2023-12-31", COMPILED_ON, 0],
  ])("from %s to %s the approval of %i more zones is confirmed", (from, to, count) => {
    const approved = between(from, to).filter(({ kind }) => kind === "approval-evidenced");
    expect(approved).toHaveLength(count);
  });

  it("each zone of the registry is added exactly once", () => {
    const at = (asOf: string) =>
      buildRegistry(ledger.facts, ledger.evidence, { asOf, revision: 1 }).zones.length;
    const added = between("2018-06-30", COMPILED_ON).filter(({ kind }) => kind === "zone-added");
    expect(added).toHaveLength(at(COMPILED_ON) - at("2018-06-30"));
  });

  it("Rashakai's gas moved up in January 2023", () => {
    const [change, ...others] = of("2022-12-31", "2023-01-31", "rashakai-sez", "gas");
    expect(others).toEqual([]);
    expect(change && describeChange(change)).toBe(
      "2023-01-01 moved-up gas under-construction → available",
    );
    expect(change?.sourceId).toBe("nni-rashakai-95");
    expect(change?.claimId.slice(0, 8)).toBe("3734b74c");
  });

  it("Rashakai's operation slipped in October 2022 and was brought forward in February 2023", () => {
    const line = (from: string, to: string) =>
      of(from, to, "rashakai-sez", "targetOperational").map(describeChange);
    expect(line("2022-09-30", "2022-10-01")).toEqual([
      "2022-10-01 slipped-later targetOperational 2019-11 → 2027-12",
    ]);
    expect(line("2022-12-31", "2023-02-28")).toEqual([
      "2023-02-01 slipped-earlier targetOperational 2027-12 → 2023-03",
    ]);
    expect(line("2022-09-30", "2023-02-28")).toEqual([
      "2023-02-01 slipped-later targetOperational 2019-11 → 2023-03",
    ]);
  });

  it("Dhabeji's electricity was first known in 2025 and moved up within 4 weeks", () => {
    const line = (from: string, to: string) =>
      of(from, to, "dhabeji-sez", "electricity").map(describeChange);
    expect(line("2025-03-21", "2025-03-22")[0]).toBe(
      "2025-03-22 first-known electricity unknown → planned",
    );
    expect(line("2025-03-22", "2025-04-16")[0]).toBe(
      "2025-04-16 moved-up electricity planned → under-construction",
    );
  });

  it("Hattar's status has no news 2 years and 1 day after its last claim", () => {
    const line = (from: string, to: string) =>
      of(from, to, "hattar-sez", "status").map(describeChange);
    expect(line("2024-01-01", "2024-03-08")).toEqual([]);
    expect(line("2024-03-08", "2024-03-09")).toEqual([
      "2024-03-09 went-silent status partially-operational → partially-operational",
    ]);
  });

  it("Bin Qasim has partial power from February 2019", () => {
    expect(
      of("2018-12-31", "2019-12-31", "bin-qasim-industrial-park", "electricity").map(
        describeChange,
      ),
    ).toEqual(["2019-02-20 moved-up electricity absent → partial"]);
  });

  it("Allama Iqbal's electricity fell and was contradicted in February 2022", () => {
    expect(
      of("2022-01-31", "2022-02-28", "allama-iqbal-industrial-city", "electricity").map(
        describeChange,
      ),
    ).toEqual([
      "2022-02-08 moved-down electricity available → under-construction",
      "2022-02-08 contradicted electricity available → under-construction",
    ]);
  });

  it("every change has its own id, the same in every answer", () => {
    const all = between("2012-01-01", COMPILED_ON);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const id = (from: string) => of(from, "2023-06-30", "rashakai-sez", "gas")[0]?.id;
    expect(id("2022-12-31")).toBe(id("2022-07-01"));
  });

  it("the log has one entry per change, with unique ids at each moment", () => {
    const log = buildChangeLog(ledger, COMPILED_ON);
    expect(log.length).toBeGreaterThan(ledger.facts.claims.length / 2);
    expect(new Set(log.map(({ id, at }) => `${id} ${at}`)).size).toBe(log.length);
    const lines = log
      .filter(({ zone, field }) => zone === "rashakai-sez" && field === "targetOperational")
      .map(describeChange);
    expect(lines).toEqual([
      "2023-02-01 slipped-earlier targetOperational 2027-12 → 2023-03",
      "2022-10-01 slipped-later targetOperational 2019-11 → 2027-12",
      "2019-05-15 first-known targetOperational unknown → 2019-11",
    ]);
  });
});

describe("progress has the day of the fact, on the second edition", () => {
  let ledger: Ledger;

  beforeAll(async () => {
    const facts = await seedFacts(2);
    ledger = { facts, evidence: indexEvidence(facts) };
  });

  it.each([
    ["m-3-industrial-city", "2021-08-11"],
    ["service-long-march-sez", "2022-03-28"],
  ] as const)("%s is operational since %s in changes, charts and past days", (slug, day) => {
    const reached = listChangesBetween(ledger, {
      from: { asOf: "2012-01-01", revision: 2 },
      to: { asOf: "2026-11-25", revision: 2 },
    }).filter(
      ({ zone, field, after }) => zone === slug && field === "status" && after === "operational",
    );
    expect(reached.map(({ on }) => on)).toEqual([day]);

    const statusOn = (asOf: Day) =>
      buildRegistry(ledger.facts, ledger.evidence, { asOf, revision: 2 }).zones.find(
        (zone) => zone.slug === slug,
      )?.values.status ?? null;
    expect(statusOn(day)).toBe("operational");
    expect(statusOn(addDays(day, -1))).not.toBe("operational");

    const logged = buildChangeLog(ledger, "2026-11-26").filter(
      ({ zone, field, before, after }) =>
        zone === slug && field === "status" && after === "operational" && before !== after,
    );
    expect(new Set(logged.map(({ on }) => on))).toEqual(new Set([day]));
  });
});

describe("listChangesBetween", () => {
  const held = createClaim({ field: "cohort", value: "original-7", asOf: "2012-01-01" });
  const factsWith = (claims: Claim[], decisions: Decision[] = [], last = 1): Facts =>
    createFacts({
      claims: [held, ...claims],
      decisions: [held, ...claims].map((claim) => createDecision(claim)).concat(decisions),
      revision: last,
      revisions: Array.from({ length: last }, (_, i) =>
        createRevision(i + 1, `2026-11-2${i + 3}T06:00:00Z`),
      ),
    });
  const between = (facts: Facts, from: [string, number], to: [string, number]) =>
    listChangesBetween(
      { facts, evidence: indexEvidence(facts) },
      { from: { asOf: from[0], revision: from[1] }, to: { asOf: to[0], revision: to[1] } },
    );
  const gas = (value: Claim["value"], asOf: string, part: Partial<Claim> = {}) =>
    createClaim({ field: "gas", value, asOf, ...part });

  it("every kind of change has a label and a definition", () => {
    expect(Object.keys(changesMessages.kind).sort()).toEqual([...CHANGE_KINDS].sort());
  });

  it("between revisions lists what was recorded, under the day that it is about", () => {
    const facts = factsWith([gas("absent", "2020-05-01", { revision: 2 })], [], 2);
    const day = "2026-11-24";
    expect(between(facts, [day, 1], [day, 2]).map(describeChange)).toEqual([
      "2020-05-01 first-known gas unknown → absent",
    ]);
    expect(between(facts, [day, 2], [day, 2])).toEqual([]);
  });

  it("a withdrawal makes a value no longer known, by the claim displayed before", () => {
    const claim = gas("absent", "2025-05-01");
    const facts = factsWith(
      [claim],
      [createDecision(claim, { kind: "retracted", revision: 2 })],
      2,
    );
    const [change] = between(facts, ["2026-11-24", 1], ["2026-11-24", 2]);
    expect(change).toMatchObject({
      kind: "no-longer-known",
      before: "absent",
      after: null,
      claimId: claim.id,
    });
  });

  it("deprecating the rival settles a dispute", () => {
    const low = gas("absent", "2025-05-01");
    const high = gas("available", "2025-01-01");
    const facts = factsWith(
      [low, high],
      [createDecision(high, { kind: "deprecated", revision: 2 })],
      2,
    );
    expect(between(facts, ["2026-11-24", 1], ["2026-11-24", 2])).toEqual([
      expect.objectContaining({
        kind: "settled",
        before: "absent",
        after: "absent",
        against: "available",
        claimId: low.id,
      }),
    ]);
  });

  it("the later of two claims causes a dispute, the one displayed afterwards resolves it", () => {
    const area = (value: number, asOf: string, part: Partial<Claim> = {}) =>
      createClaim({ field: "areaAcres", value, asOf, ...part });
    const shown = area(100, "2022");
    const older = area(500, "2019");
    const newest = area(300, "2021");
    const facts = factsWith(
      [shown, older, newest],
      [
        createDecision(newest, { kind: "deprecated", revision: 2 }),
        createDecision(older, { kind: "deprecated", revision: 3 }),
      ],
      3,
    );
    const disputes = (from: [string, number], to: [string, number]) =>
      between(facts, from, to)
        .filter(({ kind }) => kind === "contradicted" || kind === "settled")
        .map(({ kind, against, on, claimId }) => [kind, against, on, claimId]);
    const day = "2026-11-26";
    expect(disputes(["2019-12-31", 1], ["2021-12-31", 1])).toEqual([
      ["contradicted", 500, "2021-01-01", newest.id],
    ]);
    expect(disputes(["2019-12-31", 1], [day, 1])).toEqual([
      ["contradicted", 300, "2022-01-01", shown.id],
    ]);
    expect(disputes([day, 1], [day, 2])).toEqual([]);
    expect(disputes([day, 2], [day, 3])).toEqual([["settled", 500, "2022-01-01", shown.id]]);
    expect(disputes([day, 1], [day, 3])).toEqual([["settled", 300, "2022-01-01", shown.id]]);
  });

  it("a later rival of a preferred claim causes the dispute", () => {
    const shown = createClaim({ field: "areaAcres", value: 100, asOf: "2019" });
    const rival = createClaim({ field: "areaAcres", value: 300, asOf: "2021", revision: 3 });
    const facts = factsWith(
      [shown, rival],
      [
        createDecision(shown, { kind: "preferred", revision: 3 }),
        createDecision(rival, { revision: 3 }),
      ],
      3,
    );
    expect(between(facts, ["2026-11-26", 2], ["2026-11-26", 3])).toEqual([]);
    const open = factsWith([shown, { ...rival, asOf: "2018" }], [], 3);
    expect(between(open, ["2026-11-26", 2], ["2026-11-26", 3])).toMatchObject([
      { kind: "contradicted", against: 300, on: "2019-01-01" },
    ]);
  });

  it("withdrawing every claim of a dispute resolves it by the claim displayed before", () => {
    const claims = [100, 300].map((value) =>
      createClaim({ field: "areaAcres", value, asOf: "2020" }),
    );
    const facts = factsWith(
      claims,
      claims.map((claim) => createDecision(claim, { kind: "retracted", revision: 2 })),
      2,
    );
    const changes = between(facts, ["2026-11-26", 1], ["2026-11-26", 2]);
    expect(changes.map(({ kind }) => kind)).toEqual(["settled", "no-longer-known"]);
    expect(changes[0]).toMatchObject({ before: 300, after: null, against: 100 });
  });

  it.each([
    ["2027", "2027-12-31", "changed"],
    ["2027", "2027-12", "changed"],
    ["2027-12", "2027", "changed"],
    ["2027-11", "2027", "slipped-later"],
    ["2028", "2027", "slipped-earlier"],
  ])("a target that goes from %s to %s is %s", (was, is, kind) => {
    const target = (value: string, asOf: string) =>
      createClaim({ field: "targetGas", value, asOf });
    const facts = factsWith([target(was, "2020"), target(is, "2021")]);
    const changes = between(facts, ["2020-12-31", 1], ["2021-01-01", 1]);
    expect(changes.map((change) => change.kind)).toEqual([kind]);
  });

  it("a value has no news after its days, judged no later than the last search", () => {
    const silent = (
      last: Claim["value"],
      value: Claim["value"] = "absent",
      from = "2022-12-31",
    ) => {
      const searched = createClaim({ field: "lastSearchedOn", value: last, asOf: "2020" });
      const facts = factsWith([gas(value, "2021-01-01"), searched]);
      return between(facts, [from, 1], ["2026-11-24", 1]).filter(
        ({ kind }) => kind === "went-silent",
      );
    };
    expect(silent("2026-01-01")).toMatchObject([
      { on: "2023-01-02", before: "absent", after: "absent" },
    ]);
    expect(silent(null)).toHaveLength(1);
    expect(silent("2022-06")).toEqual([]);
    expect(silent("2026-01-01", null)).toEqual([]);
    expect(silent("2026-01-01", "absent", "2020-12-31")).toEqual([]);
    expect(silent("2026-01-01", "absent", "2023-01-02")).toEqual([]);
  });

  it("a zone that was added by several claims is added on the first of their days", () => {
    const claims = [
      createClaim({ field: "legalStatus", value: "approved", asOf: "2015" }),
      createClaim({ field: "status", value: "serviced", asOf: "2013-02" }),
      createClaim({ field: "cpecStatus", value: "cpec-nine", asOf: "2014" }),
    ];
    const facts = createFacts({ claims });
    expect(between(facts, ["2012-12-31", 1], ["2026-11-24", 1]).at(-2)).toMatchObject({
      kind: "zone-added",
      on: "2013-02-01",
      claimId: claims[1]?.id,
    });
  });

  it.each([
    ["2015", "2013"],
    ["2013", "2015"],
  ])(
    "a zone that is removed is so by the earliest of its claims of %s and %s",
    (legal, progress) => {
      const claims = [
        createClaim({ field: "legalStatus", value: "approved", asOf: legal }),
        createClaim({ field: "status", value: "serviced", asOf: progress }),
      ];
      const retracted = claims.map((claim) =>
        createDecision(claim, { kind: "retracted", revision: 2 }),
      );
      const facts = { ...factsWith(claims, retracted, 2), claims };
      const [removed] = between(facts, ["2026-11-26", 1], ["2026-11-26", 2]).filter(
        ({ kind }) => kind === "zone-removed",
      );
      expect(removed).toMatchObject({ on: "2013-01-01", before: null, after: null });
    },
  );

  it("a firm's changes are those of its zone", () => {
    const claims = [
      createClaim({ field: "tenancyStage", value: "mou", asOf: "2020", tenancy: "a" }),
      createClaim({
        field: "tenancyStage",
        value: "mou",
        asOf: "2020",
        tenancy: "b",
        zone: "other",
      }),
    ];
    const tenancies = ["test-zone", "other"].map((zone, i) => ({
      id: "ab".charAt(i),
      zone,
      firm: "A firm",
      firmId: "a-firm",
      order: 1,
    }));
    const facts = { ...factsWith(claims), tenancies };
    const changes = between(facts, ["2019-12-31", 1], ["2020-12-31", 1]);
    expect(changes.map(({ tenancy }) => tenancy?.id)).toEqual(["a"]);
  });

  it("the zones of the programme are added on the first day in the registry", () => {
    const facts = factsWith([gas("absent", "2012-06-01")]);
    expect(between(facts, ["2011-12-31", 1], ["2012-12-31", 1]).map(describeChange)).toEqual([
      "2012-06-01 first-known gas unknown → absent",
      "2012-01-01 zone-added",
      "2012-01-01 approval-evidenced",
      "2012-01-01 first-known cohort unknown → original-7",
    ]);
  });

  it("a zone outside the registry has no changes", () => {
    const claims = [gas("absent", "2012-06-01")];
    const facts = createFacts({ claims });
    expect(between(facts, ["2011-12-31", 1], ["2012-12-31", 1])).toEqual([]);
  });

  describe("after a search that shows no news", () => {
    const search = (day: string, part: Partial<Claim> = {}) =>
      createClaim({ field: "lastSearchedOn", value: day, asOf: day, ...part });
    const listSilences = (facts: Facts, until: string) =>
      buildChangeLog({ facts, evidence: indexEvidence(facts) }, until)
        .filter(({ kind }) => kind === "went-silent")
        .map(({ on, at }) => [on, at]);
    // Too old from 2022-05-02 on.
    const old = gas("absent", "2020-05-01");

    it("the log dates the silence on the day of the first search past the value's age", () => {
      const facts = factsWith([
        old,
        search("2021-01-01"),
        search("2023-06-01"),
        search("2024-06-01"),
      ]);
      expect(listSilences(facts, "2023-05-31")).toEqual([]);
      expect(listSilences(facts, "2026-01-01")).toEqual([
        ["2023-06-01", "2023-05-31T19:00:00.000Z"],
      ]);
    });

    it("the log has a search that a later revision recorded, at the instant of the revision", () => {
      const facts = factsWith(
        [old, search("2021-01-01"), search("2023-06-01", { revision: 2 })],
        [],
        2,
      );
      expect(listSilences(facts, "2026-11-25")).toEqual([["2023-06-01", "2026-11-24T06:00:00Z"]]);
    });

    it("the silence has the same day between any two moments", () => {
      const facts = factsWith([
        old,
        search("2021-01-01"),
        search("2023-06-01"),
        search("2024-06-01"),
      ]);
      const silent = (from: string, to: string) =>
        between(facts, [from, 1], [to, 1])
          .filter(({ kind }) => kind === "went-silent")
          .map(({ on }) => on);
      expect(silent("2022-01-01", "2023-05-31")).toEqual([]);
      expect(silent("2022-01-01", "2023-06-01")).toEqual(["2023-06-01"]);
      expect(silent("2022-01-01", "2026-01-01")).toEqual(["2023-06-01"]);
    });

    it("a search before the value was too old leaves its silence on the day of its age", () => {
      const facts = factsWith([old, search("2022-01-01", { value: "2023-01-01" })]);
      expect(listSilences(facts, "2026-01-01").map(([on]) => on)).toEqual(["2022-05-02"]);
    });
  });

  it("a log entry has the instant of its revision, also for an older day", () => {
    const facts = factsWith([gas("absent", "2020-05-01", { revision: 2 })], [], 2);
    const [last] = buildChangeLog({ facts, evidence: indexEvidence(facts) }, "2026-11-25");
    expect(last).toMatchObject({
      kind: "first-known",
      on: "2020-05-01",
      at: "2026-11-24T06:00:00Z",
    });
  });
});
