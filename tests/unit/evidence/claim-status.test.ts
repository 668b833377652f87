import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import { listClaimStatuses, newestFirst } from "@/lib/evidence/claim-status";
import type { Claim } from "@/lib/evidence/ledger-records";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { createEvidence } from "@/tests/support/facts";

type Judged = NonNullable<Parameters<typeof createEvidence>[1]>;
const area = (value: number | null, asOf: string, part: Partial<Claim> = {}, ...judged: Judged[]) =>
  createEvidence({ field: "areaAcres", value, asOf, ...part }, ...judged);

const statuses = (evidence: readonly Evidence[], revision = 9) => {
  const moment = { asOf: "2026-11-24", revision };
  const resolution = resolve(fieldSpec("areaAcres"), evidence, moment);
  return listClaimStatuses(resolution, evidence, null, moment).map(
    ({ evidence: { claim }, standing, contradicts, mark, against, reason }) => ({
      value: claim.value,
      standing,
      contradicts,
      mark,
      against: against.map((item) => item.claim.value),
      reason,
    }),
  );
};
const plain = { contradicts: false, mark: null, against: [], reason: null };

describe("listClaimStatuses", () => {
  it("names what contradicts the displayed claim, and the displayed claim for its rivals", () => {
    expect(statuses([area(1000, "2018"), area(2000, "2019"), area(2010, "2020")])).toEqual([
      { ...plain, value: 2010, standing: "shown", mark: "contested", against: [1000] },
      { ...plain, value: 2000, standing: "live" },
      {
        ...plain,
        value: 1000,
        standing: "live",
        contradicts: true,
        mark: "contested",
        against: [2010],
      },
    ]);
  });

  it("gives the decision's reason for claims that are not used", () => {
    const shown = area(
      3000,
      "2018",
      {},
      { kind: "preferred", revision: 2, reason: "the gazette says so" },
    );
    const aside = area(4000, "2021");
    const plan = area(5000, "2020", {}, { kind: "deprecated", revision: 2, reason: "a plan" });
    const slip = area(6000, "2019", {}, { kind: "retracted", revision: 2, reason: "a slip" });
    const settled = { contradicts: true, mark: "settled", against: [3000] };
    expect(statuses([shown, aside, plan, slip])).toEqual([
      { ...settled, value: 4000, standing: "set-aside", reason: "the gazette says so" },
      { ...settled, value: 5000, standing: "deprecated", reason: "a plan" },
      { ...plain, value: 6000, standing: "retracted", reason: "a slip" },
      {
        value: 3000,
        standing: "shown",
        contradicts: false,
        mark: "settled",
        against: [4000, 5000],
        reason: "the gazette says so",
      },
    ]);
  });

  it("contradicts nothing where no claim is displayed", () => {
    const plan = area(5000, "2020", {}, { kind: "deprecated", reason: "a plan" });
    expect(statuses([plan])).toEqual([
      { ...plain, value: 5000, standing: "deprecated", reason: "a plan" },
    ]);
  });

  it("leaves out claims that wait for review, and decisions that are not known yet", () => {
    const waiting = { ...area(4000, "2021"), waits: true as const };
    const later = area(3000, "2018", {}, { kind: "retracted", revision: 5, reason: "a slip" });
    expect(statuses([waiting, later], 4)).toEqual([{ ...plain, value: 3000, standing: "shown" }]);
  });
});

describe("newestFirst", () => {
  const ids = (...evidence: readonly Evidence[]) =>
    [...evidence].sort(newestFirst).map(({ claim }) => claim.id);
  it("sorts by day, then by revision, then by id", () => {
    const oldest = area(1, "2018", { id: "z", revision: 9 });
    const newest = area(1, "2020", { id: "a", revision: 1 });
    const late = area(1, "2019", { id: "b", revision: 3 });
    const early = area(1, "2019", { id: "c", revision: 2 });
    const other = area(1, "2019", { id: "d", revision: 2 });
    const sorted = ["a", "b", "d", "c", "z"];
    expect(ids(oldest, early, other, late, newest)).toEqual(sorted);
    expect(ids(newest, late, other, early, oldest)).toEqual(sorted);
  });
});
