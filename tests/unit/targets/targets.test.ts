import { beforeAll, describe, expect, it } from "vitest";
import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { type EvidenceIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { targetsByProvince } from "@/lib/targets/target-counts";
import {
  countTargets,
  getZoneTargets,
  listPastTargets,
  listTargetHistories,
  TARGET_KEYS,
  type Target,
  type TargetKey,
} from "@/lib/targets/targets";
import { createClaim, createDecision, createFacts } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const NOW = { asOf: COMPILED_ON, revision: 1 };

/** A target in one line: due day, slip and state with its measure. */
function describeTarget({ dueOn, slip, outcome }: Target): string {
  const measure =
    outcome.state === "open"
      ? ` ${outcome.daysLeft} days left`
      : outcome.state === "kept-late"
        ? ` by ${outcome.monthsLate} months`
        : outcome.state === "kept" && outcome.beforehand
          ? " beforehand"
          : "";
  const slipped = slip === null ? "" : ` (${slip > 0 ? "+" : ""}${slip})`;
  return `${dueOn}${slipped} ${outcome.state}${measure}`;
}

describe("the targets of the data set, worked out by hand", () => {
  let facts: Facts;
  let index: EvidenceIndex;
  const of = (slug: string, field: TargetKey, asOf = COMPILED_ON) => {
    const target = listTargetHistories(index, slug, { ...NOW, asOf }).find(
      (t) => t.field === field,
    );
    return (
      target && {
        targets: target.targets.map(describeTarget),
        totalSlip: target.totalSlip,
        renewals: target.renewals,
      }
    );
  };

  beforeAll(async () => {
    facts = await seedFacts();
    index = indexEvidence(facts);
  });

  it("Rashakai's operation: two and a half years late, then brought forward", () => {
    expect(of("rashakai-sez", "targetOperational")).toEqual({
      targets: [
        "2019-11-30 missed",
        "2027-12-31 (+97) open 402 days left",
        "2023-03-31 (-57) missed",
      ],
      totalSlip: 40,
      renewals: 2,
    });
  });

  it("Rashakai's operation before the next report", () => {
    expect(of("rashakai-sez", "targetOperational", "2019-05-14")).toBeUndefined();
    expect(of("rashakai-sez", "targetOperational", "2019-11-30")?.targets).toEqual([
      "2019-11-30 open 0 days left",
    ]);
    expect(of("rashakai-sez", "targetOperational", "2019-12-01")?.targets).toEqual([
      "2019-11-30 not-known",
    ]);
  });

  it("Rashakai's gas: met 13 months after the end of 2021; the reply of October 2022 does not count", () => {
    expect(of("rashakai-sez", "targetGas")).toEqual({
      targets: [
        "2022-06-30 kept-late by 7 months",
        "2021-12-31 (-6) kept-late by 13 months",
        "2021-12-31 (0) kept-late by 13 months",
      ],
      totalSlip: -6,
      renewals: 2,
    });
  });

  it("Rashakai's electricity: 4 targets (2 of one day count once), all missed", () => {
    const targets = of("rashakai-sez", "targetElectricity")?.targets ?? [];
    expect(targets).toHaveLength(4);
    expect(targets.every((line) => line.endsWith("missed"))).toBe(true);
    expect(targets.slice(2)).toEqual(["2022-06-30 (+7) missed", "2021-12-31 (-6) missed"]);
  });

  it("Dhabeji: both missed, by the reports of 2025", () => {
    expect(of("dhabeji-sez", "targetElectricity")?.targets).toEqual(["2021-12-31 missed"]);
    expect(of("dhabeji-sez", "targetOperational")?.targets).toEqual(["2019-11-30 missed"]);
    expect(of("dhabeji-sez", "targetElectricity", "2025-03-21")?.targets).toEqual([
      "2021-12-31 not-known",
    ]);
  });

  it("Bin Qasim: no targets", () => {
    expect(listTargetHistories(index, "bin-qasim-industrial-park", NOW)).toEqual([]);
  });

  it("Hattar's electricity: met 44 months after February 2020", () => {
    expect(of("hattar-sez", "targetElectricity")).toEqual({
      targets: ["2020-02-29 kept-late by 44 months"],
      totalSlip: 0,
      renewals: 0,
    });
  });

  it("Allama Iqbal: met late by the report of July 2021, so later targets are met beforehand", () => {
    expect(of("allama-iqbal-industrial-city", "targetOperational")).toEqual({
      targets: [
        "2019-11-30 kept-late by 20 months",
        "2022-12-31 (+37) kept beforehand",
        "2026-07-31 (+43) kept beforehand",
      ],
      totalSlip: 80,
      renewals: 2,
    });
    expect(of("allama-iqbal-industrial-city", "targetPhaseOne")?.targets).toEqual([
      "2021-12-31 kept",
    ]);
    expect(of("allama-iqbal-industrial-city", "targetElectricity")?.targets).toEqual([
      "2021-12-31 kept-late by 1 months",
      "2025-01-31 (+37) kept beforehand",
    ]);
  });

  it("every target is counted in one state", () => {
    const zones = [...index.keys()].filter((key) => !key.includes("/"));
    const all = zones.flatMap((slug) => listTargetHistories(index, slug, NOW));
    const counts = countTargets(all);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(all.reduce((sum, { targets }) => sum + targets.length, 0));
    // 37 claims; Rashakai's two of January 2020 and two of February 2023 count once each.
    expect(total).toBe(35);
  });

  it("the counts of the provinces add up to the total", () => {
    const { provinces, all } = targetsByProvince(index, buildRegistry(facts, index, NOW));
    expect(all.total).toBeGreaterThan(0);
    expect(provinces.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
    const kp = provinces.find(({ province }) => province === "khyber-pakhtunkhwa");
    // Rashakai's ten and Hattar's one.
    expect(kp).toMatchObject({
      total: 11,
      counts: { kept: 0, "kept-late": 4, missed: 6, "not-known": 0, open: 1 },
      // Electricity by 21, 7 and -6 months, gas by -6 and 0, operation by 97 and -57.
      renewals: { later: 3, earlier: 3, same: 1 },
      open: [{ slug: "rashakai-sez", field: "targetOperational", daysLeft: 402 }],
    });
    expect(all.open).toHaveLength(all.counts.open);
    const left = all.open.map(({ daysLeft }) => daysLeft);
    expect(left).toEqual([...left].sort((a, b) => a - b));
    expect([...(kp?.zones ?? [])].sort()).toEqual(["hattar-sez", "rashakai-sez"]);
  });
});

describe("listTargetHistories", () => {
  const announce = (value: string | null, part: Partial<Claim> = {}) =>
    createClaim({ field: "targetGas", value, asOf: "2020-01-10", ...part });
  const report = (value: string | null, asOf: string) => createClaim({ field: "gas", value, asOf });
  const outcome = (asOf: string, ...claims: Claim[]) =>
    listTargetHistories(indexEvidence(createFacts({ claims })), "test-zone", {
      asOf,
      revision: 9,
    })[0]?.targets[0]?.outcome;

  it("every field of the group targets has a condition", () => {
    expect(TARGET_KEYS).toEqual(
      ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === "targets"),
    );
  });

  it.each([
    ["2020", "2020-12-31"],
    ["2020-02", "2020-02-29"],
    ["2020-02-10", "2020-02-10"],
  ])("a target of %s is open until %s and not known after it", (date, due) => {
    expect(outcome(due, announce(date))).toEqual({ state: "open", daysLeft: 0 });
    expect(outcome("2021-01-01", announce(date))?.state).toBe("not-known");
  });

  it("a report on the last day meets a target, one day later is late", () => {
    const made = announce("2020-02");
    expect(outcome("2021-01-01", made, report("available", "2020-02-29"))?.state).toBe("kept");
    expect(outcome("2021-01-01", made, report("available", "2020-03-01"))).toMatchObject({
      state: "kept-late",
      daysLate: 1,
      monthsLate: 1,
    });
  });

  it("a target met before its due day is met", () => {
    expect(
      outcome("2020-01-20", announce("2020-02"), report("available", "2020-01-15")),
    ).toMatchObject({ state: "kept", beforehand: false });
  });

  it("a target is missed only where a later report says less", () => {
    const made = announce("2020-02");
    expect(outcome("2021-01-01", made, report("partial", "2020-02-29"))?.state).toBe("not-known");
    expect(outcome("2021-01-01", made, report("partial", "2020-03-01"))?.state).toBe("missed");
    expect(outcome("2021-01-01", made, report(null, "2020-03-01"))?.state).toBe("not-known");
    expect(outcome("2021-01-01", made, report("not-applicable", "2020-03-01"))?.state).toBe(
      "not-known",
    );
  });

  it("a target met late stays so after a later report of less", () => {
    const late = report("available", "2020-05");
    expect(
      outcome("2021-01-01", announce("2020-02"), late, report("absent", "2020-09"))?.state,
    ).toBe("kept-late");
  });

  it("a deprecated or unused report does not meet a target", () => {
    const made = announce("2020-02");
    const done = report("available", "2020-02-01");
    const less = report("partial", "2020-06-01");
    const state = (...judged: ["deprecated" | "preferred", Claim][]) => {
      const claims = [made, done, less];
      const decisions = [
        ...claims.map((claim) => createDecision(claim)),
        ...judged.map(([kind, claim]) => createDecision(claim, { kind })),
      ];
      return listTargetHistories(indexEvidence(createFacts({ claims, decisions })), "test-zone", {
        asOf: "2021-01-01",
        revision: 9,
      })[0]?.targets[0]?.outcome.state;
    };
    expect(state()).toBe("kept");
    expect(state(["deprecated", done])).toBe("missed");
    expect(state(["preferred", less])).toBe("missed");
  });

  it("an announcement without a date or withdrawn is no target", () => {
    expect(outcome("2021-01-01", announce(null))).toBeUndefined();
    const made = announce("2020-02");
    const decisions = [createDecision(made), createDecision(made, { kind: "retracted" })];
    const index = indexEvidence(createFacts({ claims: [made], decisions }));
    expect(listTargetHistories(index, "test-zone", { asOf: "2021-01-01", revision: 9 })).toEqual(
      [],
    );
  });

  it("the first report that meets a target decides, else the latest that says less", () => {
    const made = announce("2020-02");
    const met = [report("available", "2020-09"), report("available", "2020-05")];
    const less = [
      report("absent", "2020-06"),
      report("partial", "2020-08"),
      report("planned", "2020-01"),
    ];
    const by = (...claims: Claim[]) => {
      const found = outcome("2021-01-01", made, ...claims);
      return found && "by" in found ? found.by.date : null;
    };
    expect([by(...met), by(...[...met].reverse())]).toEqual(["2020-05", "2020-05"]);
    expect([by(...less), by(...[...less].reverse())]).toEqual(["2020-08", "2020-08"]);
  });

  it("of two reports of one day the one with the smaller id decides", () => {
    const of = (id: string) => ({ ...report("available", "2020-05"), id });
    const by = (...claims: Claim[]) => outcome("2021-01-01", announce("2020-02"), ...claims);
    for (const claims of [
      [of("a"), of("b"), of("c")],
      [of("c"), of("b"), of("a")],
    ]) {
      expect(by(...claims)).toMatchObject({ by: { claim: { id: "a" } } });
    }
  });

  it("a zone that is stalled misses a target of progress", () => {
    const claims = [
      createClaim({ field: "targetPhaseOne", value: "2020-02", asOf: "2019" }),
      createClaim({ field: "status", value: "stalled", asOf: "2020-06" }),
    ];
    const index = indexEvidence(createFacts({ claims }));
    const moment = { asOf: "2021-01-01", revision: 9 };
    expect(listTargetHistories(index, "test-zone", moment)[0]?.targets[0]?.outcome.state).toBe(
      "missed",
    );
    expect(listTargetHistories(index, "no-zone", moment)).toEqual([]);
  });

  it("are the same from the record of a zone, which has no withdrawn claims", () => {
    const moment = { asOf: "2021-01-01", revision: 9 };
    const status = createClaim({ field: "status", value: "serviced", asOf: "2019" });
    const facts = createFacts({
      claims: [
        status,
        announce("2020-02"),
        announce("2020-06", { asOf: "2020-03" }),
        report("partial", "2020-08"),
      ],
    });
    const index = indexEvidence(facts);
    const [zone] = buildRegistry(facts, index, moment).zones;
    const histories = zone && getZoneTargets(zone, moment);
    expect(histories).toEqual(listTargetHistories(index, "test-zone", moment));
    expect(histories?.[0]?.targets).toHaveLength(2);
  });

  it("two announcements on one day are one target, as resolved", () => {
    const low = announce("2021", { confidence: "low" });
    const high = announce("2022", { confidence: "high" });
    const index = indexEvidence(createFacts({ claims: [high, low] }));
    const [target] = listTargetHistories(index, "test-zone", { asOf: "2021-01-01", revision: 9 });
    expect(target?.targets.map(({ targetDate }) => targetDate)).toEqual(["2022"]);
    expect(target?.renewals).toBe(0);
  });
});

describe("targetsByProvince", () => {
  it("leaves out provinces without targets, and has zones of unknown province last", () => {
    const zones = ["a", "b", "c"].map((slug, i) => ({ slug, order: i + 1 }));
    const claim = (zone: string, field: Claim["field"], value: string) =>
      createClaim({ zone, field, value, asOf: "2020" });
    const facts = createFacts({
      zones,
      claims: [
        ...zones.map(({ slug }) => claim(slug, "status", "not-started")),
        claim("a", "province", "sindh"),
        claim("a", "targetGas", "2030"),
        claim("b", "targetGas", "2029"),
        claim("c", "province", "punjab"),
      ],
    });
    const index = indexEvidence(facts);
    const { provinces, all } = targetsByProvince(index, buildRegistry(facts, index, NOW));
    expect(provinces.map(({ province, total, zones: own }) => [province, total, own])).toEqual([
      ["sindh", 1, ["a"]],
      [null, 1, ["b"]],
    ]);
    expect(all.open.map(({ slug }) => slug)).toEqual(["b", "a"]);
    expect(all.renewals).toEqual({ later: 0, earlier: 0, same: 0 });
  });
});

it("past targets are those met or missed, each date once, by the day on which that happened", async () => {
  const index = indexEvidence(await seedFacts());
  const lines = listPastTargets(index, ["rashakai-sez", "allama-iqbal-industrial-city"], NOW).map(
    ({ zone, field, date, target }) => `${zone} ${field} ${date} ${target.outcome.state}`,
  );
  // Set on 16 July and again on 4 August 2021.
  expect(lines.filter((line) => line.includes("targetGas"))).toEqual([
    "rashakai-sez targetGas 2023-01 kept-late",
    "rashakai-sez targetGas 2023-01 kept-late",
  ]);
  expect(lines).toContain("rashakai-sez targetElectricity 2020-02-29 missed");
  // Not due yet, and reported done before it was set.
  expect(lines.some((line) => line.includes("open"))).toBe(false);
  // A due day that passed without a report is no news.
  const all = listPastTargets(index, index.keys(), NOW).map(({ target }) => target.outcome.state);
  expect(new Set(all)).toEqual(new Set(["kept", "kept-late", "missed"]));
  expect(lines).not.toContain("allama-iqbal-industrial-city targetOperational 2021-07-28 kept");
});
