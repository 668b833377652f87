import { describe, expect, it } from "vitest";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { Claim } from "@/lib/evidence/ledger-records";
import { type Evidence, type Moment, resolve } from "@/lib/evidence/resolve";
import { evidenceOf } from "@/tests/support/facts";

const NOW: Moment = { asOf: "2026-11-24", revision: 99 };
const show = (field: FieldKey, evidence: readonly Evidence[], moment: Partial<Moment> = {}) =>
  resolve(fieldSpec(field), evidence, { ...NOW, ...moment });

/** A claim on the area, which is fixed: every rival that differs contradicts. */
const area = (value: number | null, part: Partial<Claim> = {}, ...judged: Judged[]) =>
  evidenceOf({ field: "areaAcres", value, ...part }, ...judged);
type Judged = NonNullable<Parameters<typeof evidenceOf>[1]>;

describe("the value that shows", () => {
  it("is unknown without any claim", () => {
    expect(show("areaAcres", [])).toEqual({ value: null, evidence: null, mark: null, rivals: [] });
  });

  it("is that of the later effective day, whatever its confidence or revision", () => {
    const older = area(3000, { asOf: "2020-06", confidence: "high", revision: 9 });
    const newer = area(3100, { asOf: "2020-06-02", confidence: "low", revision: 1 });
    expect(show("areaAcres", [newer, older]).evidence).toBe(newer);
  });

  it("counts a month or a year from its first day", () => {
    const year = area(3000, { asOf: "2020" });
    const january = area(3100, { asOf: "2020-01-02" });
    expect(show("areaAcres", [year, january]).evidence).toBe(january);
  });

  it("of one day is that of the higher confidence", () => {
    const medium = area(3000, { confidence: "medium", revision: 9 });
    const high = area(3100, { confidence: "high" });
    const low = area(3200, { confidence: "low", revision: 10 });
    expect(show("areaAcres", [low, high, medium]).evidence).toBe(high);
    expect(show("areaAcres", [low, medium]).evidence).toBe(medium);
  });

  it("of one day and confidence is that of the later revision, then of the greater id", () => {
    const first = area(3000, { id: "b", revision: 1 });
    const second = area(3100, { id: "a", revision: 2 });
    const third = area(3200, { id: "c", revision: 1 });
    expect(show("areaAcres", [first, second, third]).evidence).toBe(second);
    expect(show("areaAcres", [first, third]).evidence).toBe(third);
  });

  it("may be “not known”: unknown, with the claim that says so", () => {
    const known = area(3000, { asOf: "2019" });
    const notKnown = area(null, { asOf: "2021" });
    const shown = show("areaAcres", [known, notKnown]);
    expect(shown.value).toBeNull();
    expect(shown.evidence).toBe(notKnown);
    expect(shown.mark).toBeNull();
    expect(shown.rivals).toMatchObject([{ evidence: known, contradicts: false }]);
  });
});

describe("what counts at a moment", () => {
  const first = area(3000, { asOf: "2018", revision: 1 });
  const second = area(4000, { asOf: "2020-03-04", revision: 3 });

  it("is no claim that holds later", () => {
    expect(show("areaAcres", [first, second], { asOf: "2020-03-03" }).value).toBe(3000);
    expect(show("areaAcres", [first, second], { asOf: "2020-03-04" }).value).toBe(4000);
    expect(show("areaAcres", [first, second], { asOf: "2017-12-31" }).evidence).toBeNull();
  });

  it("is no claim that was recorded later, though it speaks of an earlier day", () => {
    expect(show("areaAcres", [first, second], { revision: 2 }).value).toBe(3000);
    expect(show("areaAcres", [first, second], { revision: 3 }).value).toBe(4000);
    expect(show("areaAcres", [first, second], { revision: 0 }).evidence).toBeNull();
  });

  it("is no rival of a later day or revision either", () => {
    expect(show("areaAcres", [first, second], { revision: 2 }).rivals).toEqual([]);
  });

  it("is the judgement of that time", () => {
    const judged = area(
      4000,
      { asOf: "2020", revision: 2 },
      { revision: 4, kind: "deprecated", reason: "of the phase, not the zone" },
      { revision: 6, kind: "published" },
    );
    const at = (knownOn: number) => show("areaAcres", [first, judged], { revision: knownOn }).value;
    expect([1, 2, 3, 4, 5, 6].map(at)).toEqual([3000, 4000, 4000, 3000, 3000, 4000]);
  });

  it("is the last of the judgements of one revision", () => {
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
  it("counts nowhere, not even as a rival", () => {
    const waiting = { ...area(4000, { asOf: "2021" }), decisions: [] };
    const shown = show("areaAcres", [area(3000), waiting]);
    expect(shown.value).toBe(3000);
    expect(shown.rivals).toEqual([]);
    expect(shown.mark).toBeNull();
  });

  it("counts from the revision that publishes it, not from its own", () => {
    const late = area(4000, { asOf: "2021", revision: 2 });
    const published = { ...late, decisions: late.decisions.map((d) => ({ ...d, revision: 5 })) };
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

  it("sets aside the later claims that were known when it was preferred", () => {
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

  it("does not set aside a finding recorded after the judgement", () => {
    const finding = area(4000, { asOf: "2021", revision: 4 });
    const shown = show("areaAcres", [preferred, finding]);
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
    expect(shown.rivals).toMatchObject([{ evidence: preferred, standing: "live", decision: null }]);
  });

  it("shows against a finding after the judgement that speaks of an earlier day", () => {
    const finding = area(4000, { asOf: "2017", revision: 4 });
    const shown = show("areaAcres", [preferred, finding]);
    expect(shown.value).toBe(3000);
    expect(shown.mark).toBe("contested");
  });

  it("sets nothing aside before it was preferred", () => {
    const known = area(4000, { asOf: "2021", revision: 2 });
    const shown = show("areaAcres", [preferred, known], { revision: 2 });
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
  });

  it("sets nothing aside on days before it holds", () => {
    const older = area(4000, { asOf: "2016", revision: 1 });
    expect(show("areaAcres", [preferred, older], { asOf: "2017-12-31" })).toMatchObject({
      value: 4000,
      mark: null,
    });
  });

  it("sets nothing aside once it is retracted", () => {
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

  it("does not set aside another preferred claim: of two the later day shows, contested", () => {
    const other = area(4000, { asOf: "2021" }, { revision: 2, kind: "preferred" });
    const shown = show("areaAcres", [preferred, other]);
    expect(shown.value).toBe(4000);
    expect(shown.mark).toBe("contested");
  });

  it("judged again covers what was recorded between the two judgements", () => {
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
  it("are the live, set-aside and deprecated claims, most telling first, never retracted ones", () => {
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

  it("settle where every one that differs is set aside or deprecated, though another agrees", () => {
    const { mark } = show("areaAcres", [
      area(3000, { asOf: "2022" }),
      area(3000, { asOf: "2021" }),
      area(4000, { asOf: "2021" }, { kind: "deprecated", reason: "a plan" }),
    ]);
    expect(mark).toBe("settled");
  });

  it("deprecated ones stand beside an unknown value, contradicting nothing", () => {
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
      evidenceOf({ field, value: was, asOf: before }),
      evidenceOf({ field, value: is, asOf: since }),
    ]).mark;

  it.each<[FieldKey, Claim["value"], Claim["value"]]>([
    ["legalStatus", "approved", "notified"],
    ["status", "not-started", "operational"],
    ["electricity", "planned", "available"],
    ["landLease", "under-negotiation", "signed"],
    ["tenancyStage", "mou", "producing"],
  ])("is no contradiction on a lower step of %s, however young (excuse a)", (field, was, is) => {
    expect(mark(field, [was, "2026-01-01"], [is, "2026-01-02"])).toBeNull();
  });

  it.each<FieldKey>([
    "enterprisesAdmitted",
    "plotsAllottedPct",
    "jobs",
    "investmentUsdM",
    "powerEnergisedMw",
  ])("is no contradiction with a lower number of %s (excuse b)", (field) => {
    expect(mark(field, [10, "2026-01-01"], [20, "2026-01-02"])).toBeNull();
  });

  it("is none where more than 365 days older, for what may change (excuse c)", () => {
    expect(mark("developer", ["A", "2024-01-01"], ["B", "2024-12-31"])).toBe("contested");
    expect(mark("developer", ["A", "2024-01-01"], ["B", "2025-01-01"])).toBeNull();
    expect(mark("powerNeededMw", [600, "2023-01-01"], [375, "2024-01-01"])).toBe("contested");
    expect(mark("powerNeededMw", [600, "2023-01-01"], [375, "2024-01-02"])).toBeNull();
  });

  it("is one at any age where the value went back: a reversal", () => {
    expect(mark("status", ["operational", "2012"], ["under-development", "2026"])).toBe(
      "contested",
    );
    expect(mark("electricity", ["available", "2012"], ["none", "2026"])).toBe("contested");
    expect(mark("enterprisesProducing", [20, "2012"], [4, "2026"])).toBe("contested");
  });

  it("is no reversal beside the order: stalled and not applicable are neither higher nor lower", () => {
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
  ])("is one at any age where %s is fixed", (field, was, is) => {
    expect(mark(field, [was, "2012"], [is, "2026"])).toBe("contested");
  });

  it.each<FieldKey>(["targetElectricity", "targetGas", "targetPhaseOne", "targetOperational"])(
    "of %s never contradicts: promises slip",
    (field) => {
      expect(mark(field, ["2019-11", "2026-01-01"], ["2027-12", "2026-01-02"])).toBeNull();
      expect(mark(field, ["2027-12", "2026-01-02"], ["2019-11", "2026-01-02"])).toBeNull();
    },
  );
});

describe("a claim that is not older is excused nothing", () => {
  it("of the same day, on a lower step", () => {
    const { mark } = show("status", [
      evidenceOf({ field: "status", value: "serviced", confidence: "high" }),
      evidenceOf({ field: "status", value: "under-development", confidence: "low" }),
    ]);
    expect(mark).toBe("contested");
  });

  it("of a later day, set aside or deprecated", () => {
    const shown = evidenceOf(
      { field: "jobs", value: 500, asOf: "2018" },
      { revision: 2, kind: "preferred", reason: "counted" },
    );
    const later = evidenceOf({ field: "jobs", value: 100, asOf: "2025" });
    const plan = evidenceOf(
      { field: "jobs", value: 9000, asOf: "2025" },
      { kind: "deprecated", reason: "promised" },
    );
    const { value, mark, rivals } = show("jobs", [shown, later, plan]);
    expect(value).toBe(500);
    expect(mark).toBe("settled");
    expect(rivals.map(({ contradicts }) => contradicts)).toEqual([true, true]);
  });
});
