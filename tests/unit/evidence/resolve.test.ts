import { describe, expect, it } from "vitest";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { Claim } from "@/lib/evidence/ledger-records";
import {
  type Evidence,
  getPreference,
  listDecisions,
  type Moment,
  resolve,
} from "@/lib/evidence/resolve";
import { createEvidence } from "@/tests/support/facts";

const NOW: Moment = { asOf: "2026-11-24", revision: 99 };
const show = (field: FieldKey, evidence: readonly Evidence[], moment: Partial<Moment> = {}) =>
  resolve(fieldSpec(field), evidence, { ...NOW, ...moment });

/** A claim on the area, which is fixed: every rival that differs contradicts. */
const area = (value: number | null, part: Partial<Claim> = {}, ...judged: Judged[]) =>
  createEvidence({ field: "areaAcres", value, ...part }, ...judged);
type Judged = NonNullable<Parameters<typeof createEvidence>[1]>;

describe("the displayed value", () => {
  it("is unknown without claims", () => {
    expect(show("areaAcres", [])).toEqual({ value: null, evidence: null, mark: null, rivals: [] });
  });

  it("is from the claim with the later effective day, at any confidence or revision", () => {
    const older = area(3000, { asOf: "2020-06", confidence: "high", revision: 9 });
    const newer = area(3100, { asOf: "2020-06-02", confidence: "low", revision: 1 });
    expect(show("areaAcres", [newer, older]).evidence).toBe(newer);
  });

  it("uses the first day of a month or year", () => {
    const year = area(3000, { asOf: "2020" });
    const january = area(3100, { asOf: "2020-01-02" });
    expect(show("areaAcres", [year, january]).evidence).toBe(january);
  });

  it("on the same day is from the claim with higher confidence", () => {
    const medium = area(3000, { confidence: "medium", revision: 9 });
    const high = area(3100, { confidence: "high" });
    const low = area(3200, { confidence: "low", revision: 10 });
    expect(show("areaAcres", [low, high, medium]).evidence).toBe(high);
    expect(show("areaAcres", [low, medium]).evidence).toBe(medium);
  });

  it("on the same day and confidence is from the later revision, then the greater id", () => {
    const first = area(3000, { id: "b", revision: 1 });
    const second = area(3100, { id: "a", revision: 2 });
    const third = area(3200, { id: "c", revision: 1 });
    expect(show("areaAcres", [first, second, third]).evidence).toBe(second);
    expect(show("areaAcres", [first, third]).evidence).toBe(third);
  });

  it("is unknown where the latest claim says “not known”", () => {
    const known = area(3000, { asOf: "2019" });
    const notKnown = area(null, { asOf: "2021" });
    const shown = show("areaAcres", [known, notKnown]);
    expect(shown.value).toBeNull();
    expect(shown.evidence).toBe(notKnown);
    expect(shown.mark).toBeNull();
    expect(shown.rivals).toMatchObject([{ evidence: known, contradicts: false }]);
  });
});

describe("a moment", () => {
  const first = area(3000, { asOf: "2018", revision: 1 });
  const second = area(4000, { asOf: "2020-03-04", revision: 3 });

  it("excludes claims of later days", () => {
    expect(show("areaAcres", [first, second], { asOf: "2020-03-03" }).value).toBe(3000);
    expect(show("areaAcres", [first, second], { asOf: "2020-03-04" }).value).toBe(4000);
    expect(show("areaAcres", [first, second], { asOf: "2017-12-31" }).evidence).toBeNull();
  });

  it("excludes claims of later revisions about earlier days", () => {
    expect(show("areaAcres", [first, second], { revision: 2 }).value).toBe(3000);
    expect(show("areaAcres", [first, second], { revision: 3 }).value).toBe(4000);
    expect(show("areaAcres", [first, second], { revision: 0 }).evidence).toBeNull();
  });

  it("excludes later claims as rivals", () => {
    expect(show("areaAcres", [first, second], { revision: 2 }).rivals).toEqual([]);
  });

  it("uses the decision of that revision", () => {
    const judged = area(
      4000,
      { asOf: "2020", revision: 2 },
      { revision: 4, kind: "deprecated", reason: "of the phase, not the zone" },
      { revision: 6, kind: "published" },
    );
    const at = (knownOn: number) => show("areaAcres", [first, judged], { revision: knownOn }).value;
    expect([1, 2, 3, 4, 5, 6].map(at)).toEqual([3000, 4000, 4000, 3000, 3000, 4000]);
  });

  it("uses the last decision within one revision", () => {
    const judged = area(
      4000,
      { asOf: "2020" },
      { kind: "preferred" },
      { kind: "retracted", reason: "typed wrongly" },
    );
    const reversed = { ...judged, decisions: [...judged.decisions].reverse() };
    expect(show("areaAcres", [judged]).evidence).toBeNull();
    expect(show("areaAcres", [reversed]).evidence).toBeNull();
  });
});

describe("a claim that waits for review", () => {
  it("is neither displayed nor a rival", () => {
    const waiting = { ...area(4000, { asOf: "2021" }), waits: true as const };
    const shown = show("areaAcres", [area(3000), waiting]);
    expect(shown.value).toBe(3000);
    expect(shown.rivals).toEqual([]);
    expect(shown.mark).toBeNull();
  });

  it("counts from the revision that publishes it", () => {
    const late = area(4000, { asOf: "2021", revision: 2 }, { kind: "published", revision: 5 });
    const published = { ...late, waits: true as const };
    expect(show("areaAcres", [published], { revision: 4 }).value).toBeNull();
    expect(show("areaAcres", [published], { revision: 5 }).value).toBe(4000);
  });
});

describe("a preferred claim", () => {
  const preferred = area(
    3000,
    { asOf: "2018", revision: 1 },
    { revision: 3, kind: "preferred", reason: "the gazette says so" },
  );

  it("beats later claims that were known at the preference", () => {
    const known = area(4000, { asOf: "2021", revision: 3 });
    const shown = show("areaAcres", [preferred, known]);
    expect(shown.value).toBe(3000);
    expect(shown.mark).toBe("settled");
    expect(shown.rivals).toMatchObject([
      {
        evidence: known,
        standing: "set-aside",
        contradicts: true,
        decision: { kind: "preferred", reason: "the gazette says so" },
      },
    ]);
  });

  it("does not beat a claim recorded after the preference", () => {
    const finding = area(4000, { asOf: "2021", revision: 4 });
    const shown = show("areaAcres", [preferred, finding]);
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
    expect(shown.rivals).toMatchObject([{ evidence: preferred, standing: "live", decision: null }]);
  });

  it("is displayed over a claim recorded after the preference about an earlier day", () => {
    const finding = area(4000, { asOf: "2017", revision: 4 });
    const shown = show("areaAcres", [preferred, finding]);
    expect(shown.value).toBe(3000);
    expect(shown.mark).toBe("contested");
  });

  it("has no effect before the preference", () => {
    const known = area(4000, { asOf: "2021", revision: 2 });
    const shown = show("areaAcres", [preferred, known], { revision: 2 });
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
  });

  it("has no effect on days before it is in effect", () => {
    const older = area(4000, { asOf: "2016", revision: 1 });
    expect(show("areaAcres", [preferred, older], { asOf: "2017-12-31" })).toMatchObject({
      value: 4000,
      mark: null,
    });
  });

  it("has no effect once it is withdrawn", () => {
    const known = area(4000, { asOf: "2021", revision: 2 });
    const withdrawn = area(
      3000,
      { asOf: "2018" },
      { revision: 3, kind: "preferred" },
      { revision: 4, kind: "retracted", reason: "no such gazette" },
    );
    expect(show("areaAcres", [withdrawn, known])).toMatchObject({
      value: 4000,
      mark: null,
      rivals: [],
    });
  });

  it("does not beat another preferred claim: the later day is displayed, contested", () => {
    const other = area(4000, { asOf: "2021" }, { revision: 2, kind: "preferred" });
    const shown = show("areaAcres", [preferred, other]);
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
  });

  it("beats claims recorded between two preferences once it is preferred again", () => {
    const again = area(
      3000,
      { asOf: "2018" },
      { revision: 3, kind: "preferred" },
      { revision: 7, kind: "preferred", reason: "still" },
    );
    const between = area(4000, { asOf: "2021", revision: 5 });
    expect(show("areaAcres", [again, between], { revision: 6 }).value).toBe(4000);
    expect(show("areaAcres", [again, between]).value).toBe(3000);
  });
});

describe("rivals", () => {
  it("are the active, unused and deprecated claims in order of precedence, never withdrawn ones", () => {
    const shown = area(3000, { asOf: "2022" });
    const live = area(4000, { asOf: "2020" });
    const deprecated = area(5000, { asOf: "2021" }, { kind: "deprecated", reason: "a plan" });
    const retracted = area(6000, { asOf: "2021" }, { kind: "retracted", reason: "a slip" });
    const { rivals, mark } = show("areaAcres", [retracted, live, deprecated, shown]);
    expect(rivals).toMatchObject([
      { evidence: deprecated, standing: "deprecated", decision: { reason: "a plan" } },
      { evidence: live, standing: "live", decision: null },
    ]);
    expect(mark).toBe("contested");
  });

  it("do not contradict where they do not differ", () => {
    const { rivals, mark } = show("areaAcres", [
      area(3000, { asOf: "2022" }),
      area(2900, { asOf: "2021" }),
    ]);
    expect(rivals).toMatchObject([{ contradicts: false }]);
    expect(mark).toBeNull();
  });

  it("are settled where every one that differs is unused or deprecated", () => {
    const { mark } = show("areaAcres", [
      area(3000, { asOf: "2022" }),
      area(3000, { asOf: "2021" }),
      area(4000, { asOf: "2021" }, { kind: "deprecated", reason: "a plan" }),
    ]);
    expect(mark).toBe("settled");
  });

  it("that are deprecated do not contradict an unknown value", () => {
    const deprecated = area(5000, {}, { kind: "deprecated", reason: "a plan" });
    expect(show("areaAcres", [deprecated])).toMatchObject({
      value: null,
      evidence: null,
      mark: null,
      rivals: [{ evidence: deprecated, standing: "deprecated", contradicts: false }],
    });
  });
});

describe("an older claim that differs", () => {
  /** The mark where the field had one value at first and has another later. */
  const mark = (
    field: FieldKey,
    [was, before]: [Claim["value"], string],
    [is, since]: [Claim["value"], string],
  ) =>
    show(field, [
      createEvidence({ field, value: was, asOf: before }),
      createEvidence({ field, value: is, asOf: since }),
    ]).mark;

  it.each<[FieldKey, Claim["value"], Claim["value"]]>([
    ["legalStatus", "approved", "notified"],
    ["status", "not-started", "operational"],
    ["electricity", "planned", "available"],
    ["landLease", "under-negotiation", "signed"],
    ["tenancyStage", "mou", "producing"],
  ])("on a lower step of %s does not contradict, at any age (exception a)", (field, was, is) => {
    expect(mark(field, [was, "2026-01-01"], [is, "2026-01-02"])).toBeNull();
  });

  it.each<FieldKey>([
    "enterprisesAdmitted",
    "plotsAllottedPct",
    "jobs",
    "investmentUsdM",
    "powerEnergisedMw",
  ])("with a lower number of %s does not contradict (exception b)", (field) => {
    expect(mark(field, [10, "2026-01-01"], [20, "2026-01-02"])).toBeNull();
  });

  it("with an earlier day of our search does not contradict, with a later day it does", () => {
    const [first, second] = ["2026-01-01", "2026-01-06"];
    expect(mark("lastSearchedOn", [first, first], [second, second])).toBeNull();
    expect(mark("lastSearchedOn", [second, first], [first, second])).toBe("contested");
  });

  it("does not contradict a changing field once it is over 365 days older (exception c)", () => {
    expect(mark("developer", ["A", "2024-01-01"], ["B", "2024-12-31"])).toBe("contested");
    expect(mark("developer", ["A", "2024-01-01"], ["B", "2025-01-01"])).toBeNull();
    expect(mark("powerNeededMw", [600, "2023-01-01"], [375, "2024-01-01"])).toBe("contested");
    expect(mark("powerNeededMw", [600, "2023-01-01"], [375, "2024-01-02"])).toBeNull();
  });

  it("contradicts at any age where the value went back", () => {
    expect(mark("status", ["operational", "2012"], ["under-development", "2026"])).toBe(
      "contested",
    );
    expect(mark("electricity", ["available", "2012"], ["absent", "2026"])).toBe("contested");
    expect(mark("enterprisesProducing", [20, "2012"], [4, "2026"])).toBe("contested");
  });

  it("is not a reversal where either value is stalled or not applicable", () => {
    expect(mark("status", ["stalled", "2024-01-01"], ["serviced", "2024-06-01"])).toBe("contested");
    expect(mark("status", ["stalled", "2020"], ["serviced", "2024"])).toBeNull();
    expect(mark("status", ["serviced", "2020"], ["stalled", "2024"])).toBeNull();
    expect(mark("plotsBuiltPct", ["not-applicable", "2020"], [10, "2024"])).toBeNull();
  });

  it.each<[FieldKey, Claim["value"], Claim["value"]]>([
    ["areaAcres", 2800, 3217],
    ["approvedOn", "2019", "2020-08-13"],
    ["developerType", "public", "private"],
    ["zoneType", "multi-enterprise", "sole-enterprise"],
    ["preExistingEstate", true, false],
  ])("contradicts at any age where %s is fixed", (field, was, is) => {
    expect(mark(field, [was, "2012"], [is, "2026"])).toBe("contested");
  });

  it.each<FieldKey>(["targetElectricity", "targetGas", "targetPhaseOne", "targetOperational"])(
    "on %s does not contradict, because targets are replaced",
    (field) => {
      expect(mark(field, ["2019-11", "2026-01-01"], ["2027-12", "2026-01-02"])).toBeNull();
      expect(mark(field, ["2027-12", "2026-01-02"], ["2019-11", "2026-01-02"])).toBeNull();
    },
  );
});

describe("a claim that is not older", () => {
  it("contradicts on the same day, also on a lower step", () => {
    const { mark } = show("status", [
      createEvidence({ field: "status", value: "serviced", confidence: "high" }),
      createEvidence({ field: "status", value: "under-development", confidence: "low" }),
    ]);
    expect(mark).toBe("contested");
  });

  it("contradicts on a later day, also where it is unused or deprecated", () => {
    const shown = createEvidence(
      { field: "jobs", value: 500, asOf: "2018" },
      { revision: 2, kind: "preferred", reason: "counted" },
    );
    const later = createEvidence({ field: "jobs", value: 100, asOf: "2025" });
    const plan = createEvidence(
      { field: "jobs", value: 9000, asOf: "2025" },
      { kind: "deprecated", reason: "promised" },
    );
    const { value, mark, rivals } = show("jobs", [shown, later, plan]);
    expect(value).toBe(500);
    expect(mark).toBe("settled");
    expect(rivals.map(({ contradicts }) => contradicts)).toEqual([true, true]);
  });
});

describe("a claim that reports a decline", () => {
  const contradicting = (field: FieldKey, ...claims: readonly Partial<Claim>[]) =>
    show(
      field,
      claims.map((part) => createEvidence({ field, value: null, ...part })),
    )
      .rivals.filter(({ contradicts }) => contradicts)
      .map(({ evidence }) => evidence.claim.value);
  const before = { value: 500, asOf: "2020" };

  it("makes an older higher value history, also where a later claim is displayed", () => {
    const fall = { value: 100, asOf: "2022" };
    expect(contradicting("jobs", before, fall)).toEqual([500]);
    expect(contradicting("jobs", before, { ...fall, decline: true })).toEqual([]);
    const later = { value: 99, asOf: "2024" };
    expect(contradicting("jobs", before, { ...fall, decline: true }, later)).toEqual([]);
  });

  it.each([
    ["as old as the decline", "2022"],
    ["newer than the decline", "2023"],
  ])("does not explain a higher value %s", (_, asOf) => {
    const fall = { value: 100, asOf: "2022", decline: true };
    const shown = { value: 100, asOf: "2024" };
    expect(contradicting("jobs", { value: 500, asOf }, fall, shown)).toEqual([500]);
  });

  it("does not explain a value that was lower", () => {
    const fall = { value: 800, asOf: "2022", decline: true };
    expect(contradicting("jobs", before, fall, { value: 100, asOf: "2024" })).toEqual([800, 500]);
  });

  it("makes a step before an end history, but not the end before a step", () => {
    const open = { value: "producing", asOf: "2024-01" };
    const closed = { value: "closed", asOf: "2024-06" };
    expect(contradicting("tenancyStage", open, closed)).toEqual(["producing"]);
    expect(contradicting("tenancyStage", open, { ...closed, decline: true })).toEqual([]);
    const reopened = { value: "producing", asOf: "2024-09", decline: true };
    expect(contradicting("tenancyStage", closed, reopened)).toEqual(["closed"]);
  });

  it("explains nothing where it is deprecated", () => {
    const claims = [
      createEvidence({ field: "jobs", ...before }),
      createEvidence(
        { field: "jobs", value: 100, asOf: "2022", decline: true },
        { kind: "deprecated", reason: "hearsay" },
      ),
      createEvidence({ field: "jobs", value: 100, asOf: "2024" }),
    ];
    expect(show("jobs", claims).mark).toBe("contested");
  });
});

it("an older step that includes the displayed one does not contradict it", () => {
  const stages = (was: string, is: string) =>
    show("tenancyStage", [
      createEvidence({ field: "tenancyStage", value: was, asOf: "2024-01" }),
      createEvidence({ field: "tenancyStage", value: is, asOf: "2024-06" }),
    ]).mark;
  expect(stages("exporting", "producing")).toBeNull();
  expect(stages("exporting", "building")).toBe("contested");
});

describe("sums of money", () => {
  /** The mark where a sum in dollars fell from 10 to 6, and the sums of the sources differ or not. */
  const mark = (was: Partial<Claim>, is: Partial<Claim>) =>
    show("investmentUsdM", [
      createEvidence({ field: "investmentUsdM", value: 10, asOf: "2019", ...was }),
      createEvidence({ field: "investmentUsdM", value: 6, asOf: "2023", ...is }),
    ]).mark;
  const rupees = (amount: number) => ({ money: { amount, currency: "PKR" } });

  it("in one currency are compared in it", () => {
    expect(mark(rupees(1500), rupees(1520))).toBeNull();
    expect(mark(rupees(1500), rupees(2000))).toBeNull();
    expect(mark(rupees(1500), rupees(900))).toBe("contested");
  });

  it("in two currencies, or where one is in dollars, are compared in dollars", () => {
    expect(mark(rupees(1500), { money: { amount: 1500, currency: "CNY" } })).toBe("contested");
    expect(mark(rupees(1500), {})).toBe("contested");
    expect(mark({}, rupees(1500))).toBe("contested");
  });

  it("never differ from an unknown value", () => {
    expect(mark({ value: null, ...rupees(9000) }, rupees(900))).toBeNull();
    expect(mark(rupees(9000), { value: null, ...rupees(900) })).toBeNull();
  });
});

describe("decisions on a claim", () => {
  const judged = area(
    1,
    {},
    { revision: 3, kind: "preferred", reason: "the gazette" },
    { revision: 5, kind: "deprecated", reason: "a plan" },
  );
  const reversed = { ...judged, decisions: [...judged.decisions].reverse() };

  it("are listed oldest first, up to a revision", () => {
    const kinds = (revision: number) => listDecisions(reversed, revision).map(({ kind }) => kind);
    expect(kinds(5)).toEqual(["published", "preferred", "deprecated"]);
    expect(kinds(4)).toEqual(["published", "preferred"]);
    expect(kinds(0)).toEqual([]);
  });

  it("prefer it as long as no later one is another", () => {
    const reason = (revision: number) => getPreference(judged, revision)?.reason ?? null;
    expect([0, 1, 3, 4, 5].map(reason)).toEqual([null, null, "the gazette", "the gazette", null]);
  });
});
