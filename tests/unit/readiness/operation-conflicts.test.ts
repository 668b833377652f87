import { describe, expect, it } from "vitest";
import { getOperation, listOperationConflicts } from "@/lib/readiness/operation";
import { claimsOf, firmsAt, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const TODAY = "2026-11-24";
/** 180 days before today, the last day on which a report that a zone does not operate holds. */
const FRESH = "2026-05-28";
/** 730 days before today, the last day on which a report that a zone operates holds. */
const RECENT = "2024-11-24";
const OLD = "2024-11-23";

const status = (value: string | null, asOf = FRESH): TestClaim => ({
  field: "status",
  value,
  asOf,
});
const count = (value: number | string, part: Partial<TestClaim> = {}): TestClaim => ({
  field: "enterprisesProducing",
  value,
  asOf: FRESH,
  ...part,
});
const operation = (...claims: readonly TestClaim[]) => getOperation(resolveTestZone(claims), TODAY);

describe("the answer to whether a zone is operating", () => {
  it.each([
    ["operational", "yes", RECENT, OLD],
    ["partially-operational", "partly", RECENT, OLD],
    ["serviced", "no", FRESH, "2026-05-27"],
    ["under-development", "no", FRESH, "2026-05-27"],
    ["not-started", "no", FRESH, "2026-05-27"],
    ["stalled", "no", FRESH, "2026-05-27"],
    ["idle", "no", FRESH, "2026-05-27"],
    ["cancelled", "no", FRESH, "2026-05-27"],
    ["stalled-inferred", "unknown", RECENT, OLD],
  ])(
    "for %s is %s, for now up to %s and for the day of the report on %s",
    (value, answer, now, then) => {
      for (const [asOf, old] of [
        [now, false],
        [then, true],
      ] as const) {
        expect(operation(status(value, asOf))).toMatchObject({
          ...{ answer, old, basis: value },
          ...{ since: asOf, lastReported: asOf },
        });
      }
    },
  );

  it("is unknown without evidence", () => {
    expect(operation()).toEqual({
      answer: "unknown",
      basis: "unknown",
      since: null,
      lastReported: null,
      support: null,
      old: false,
      named: 0,
      recent: 0,
      counted: null,
    });
  });

  it("is no where no firm produces and progress is unknown", () => {
    const none = operation(count(0), status(null));
    expect(none).toMatchObject({ answer: "no", basis: "no-producers", counted: 0 });
    expect(none).toMatchObject({ since: null, lastReported: FRESH });
    expect(none.support).toMatchObject({ support: "single" });
    expect(operation(count(0), status("operational"))).toMatchObject({ basis: "operational" });
    expect(operation(count(2))).toMatchObject({ answer: "unknown", counted: 2 });
    expect(operation(count("not-applicable"))).toMatchObject({ basis: "unknown", counted: null });
  });

  it("is judged on the last search of sources", () => {
    const searched: TestClaim = { field: "lastSearchedOn", value: "2026-05-31" };
    const report = status("serviced", "2026-05-01");
    expect(operation(report)).toMatchObject({ answer: "no", old: true });
    expect(operation(report, searched)).toMatchObject({ answer: "no", old: false });
  });

  it("counts the firms that are named as producing, and those with a report of the last 2 years", () => {
    const firms = firmsAt("building", "producing", "exporting", "closed", "producing");
    const dated = firms.map((firm, i) => ({ ...firm, asOf: i === 1 ? OLD : RECENT }));
    expect(operation(status("operational"), ...dated)).toMatchObject({ named: 3, recent: 2 });
  });
});

describe("the conflicts of progress, counts and named firms", () => {
  const conflicts = (...claims: readonly TestClaim[]) =>
    listOperationConflicts(resolveTestZone(claims)).map(({ kind }) => kind);
  const producing = (firms: number) => firmsAt(...Array.from({ length: firms }, () => "producing"));

  it("are those of the displayed step, which its producers show", () => {
    const stopped = status("stalled", "2026-11-01");
    expect(conflicts(stopped, ...producing(2))).toEqual(["producing"]);
  });

  it.each<[string | null, number | string | null, number, readonly string[]]>([
    [null, null, 0, []],
    ["serviced", 0, 0, []],
    ["serviced", 1, 0, ["producing", "unnamed"]],
    ["serviced", null, 1, []],
    ["serviced", "not-applicable", 0, []],
    ["stalled", 2, 0, ["producing", "unnamed"]],
    ["partially-operational", null, 0, ["nobody"]],
    ["partially-operational", null, 1, []],
    ["partially-operational", 0, 0, ["none"]],
    ["partially-operational", 4, 4, []],
    ["partially-operational", 5, 4, ["enough", "unnamed"]],
    ["partially-operational", 5, 5, []],
    ["operational", 5, 5, []],
    ["operational", 4, 4, ["few"]],
    ["operational", 0, 0, ["none"]],
    ["operational", 5, 6, ["uncounted"]],
    ["operational", 6, 5, ["unnamed"]],
    ["operational", null, 0, ["nobody"]],
  ])("%s with %s counted and %i named firms: %j", (value, counted, named, kinds) => {
    const claims = [
      ...(value === null ? [] : [status(value)]),
      ...(counted === null ? [] : [count(counted)]),
    ];
    expect(conflicts(...claims, ...producing(named))).toEqual(kinds);
  });

  it("one firm is enough in a sole-enterprise zone", () => {
    const sole = claimsOf({ zoneType: "sole-enterprise" });
    expect(conflicts(...sole, status("operational"), count(1), ...producing(1))).toEqual([]);
    expect(conflicts(...sole, status("partially-operational"), count(1), ...producing(1))).toEqual(
      [],
    );
    expect(conflicts(...sole, status("partially-operational"), count(1))).toEqual([
      "enough",
      "unnamed",
    ]);
  });

  it.each<[string, number, number, readonly string[]]>([
    ["operational", 6, 3, ["rival"]],
    ["operational", 9, 5, []],
    ["partially-operational", 3, 5, ["rival"]],
    ["partially-operational", 3, 1, []],
    ["serviced", 0, 7, []],
  ])("%s: %i producing, and another valid count of %i", (value, shown, other, kinds) => {
    const found = conflicts(status(value), count(shown), count(other, { confidence: "low" }));
    expect(found.filter((kind) => kind === "rival")).toEqual(kinds);
  });

  it("a count that is deprecated, agrees or is no number is no rival", () => {
    const rivals = (...claims: readonly TestClaim[]) =>
      conflicts(status("operational"), count(6), ...claims).filter((kind) => kind === "rival");
    expect(rivals(count(1, { judged: "deprecated", confidence: "low" }))).toEqual([]);
    expect(rivals(count(1, { asOf: "2019" }))).toEqual([]);
    expect(rivals(count("not-applicable", { confidence: "low" }))).toEqual([]);
    const zone = resolveTestZone([
      status("operational"),
      count(6),
      count(2, { confidence: "low" }),
    ]);
    expect(listOperationConflicts(zone).at(-1)).toMatchObject({ kind: "rival", count: 2 });
  });
});
