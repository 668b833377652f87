import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { getIndependentConfirmation, listValueHistory } from "@/lib/evidence/value-history";
import { createEvidence } from "@/tests/support/facts";

const ASOF = "2024-01-01";
const resolved = (...evidence: readonly Evidence[]) =>
  resolve(fieldSpec("electricity"), evidence, { asOf: ASOF, revision: 9 });
const said = (
  value: string | null,
  asOf: string,
  part: Partial<Parameters<typeof createEvidence>[0]> = {},
  ...judgements: Parameters<typeof createEvidence>[1][]
) => createEvidence({ field: "electricity", value, asOf, ...part }, ...judgements);

describe("listValueHistory", () => {
  it("claims are in order of effective day with their standing", () => {
    const points = listValueHistory(
      resolved(
        said("partial", "2023-01-01", {}, { kind: "preferred", revision: 2 }),
        said("planned", "2022-01-01"),
        said("available", "2022-07-02", {}, { kind: "deprecated", reason: "A ribbon only" }),
      ),
      ASOF,
    );
    expect(points.map(({ evidence, standing }) => [evidence.date, standing])).toEqual([
      ["2022-01-01", "set-aside"],
      ["2022-07-02", "deprecated"],
      ["2023-01-01", "shown"],
    ]);
    expect(points[0]?.at).toBe(0);
    expect(points[2]?.at).toBeCloseTo(0.5, 2);
  });

  it("one claim of the selected day is one point", () => {
    expect(listValueHistory(resolved(said("planned", ASOF)), ASOF)).toMatchObject([{ at: 0 }]);
    expect(listValueHistory(resolved(), ASOF)).toEqual([]);
  });
});

describe("claims of one day", () => {
  it("are in order of id", () => {
    const ids = (...order: readonly string[]) =>
      listValueHistory(resolved(...order.map((id) => said("planned", "2022", { id }))), ASOF).map(
        ({ evidence }) => evidence.claim.id,
      );
    expect(ids("b", "a", "c")).toEqual(["a", "b", "c"]);
    expect(ids("c", "a", "b")).toEqual(["a", "b", "c"]);
  });
});

describe("getIndependentConfirmation", () => {
  it("returns the latest independent claim that agrees, also one that a preferred one set aside", () => {
    const press = said("partial", "2021-05", { origin: "independent" });
    const firm = said("partial", "2022-03", { origin: "tenant" });
    const gone = said("partial", "2022-09", { origin: "independent" }, { kind: "deprecated" });
    const other = said("planned", "2022-11", { origin: "independent" });
    const empty = said(null, "2022-12", { origin: "independent" });
    const guess = said("partial", "2023-01", { origin: "inference" });
    const shown = said("partial", "2023-06");
    const others = [press, firm, gone, other, empty, guess];
    const preferred = said("partial", "2023-06", {}, { kind: "preferred", revision: 2 });
    for (const resolution of [resolved(...others, shown), resolved(...others, preferred)]) {
      expect(getIndependentConfirmation(resolution)?.claim.id).toBe(press.claim.id);
    }
  });

  it("returns the displayed claim where it is independent", () => {
    const own = said("partial", "2023-06", { origin: "independent" });
    expect(getIndependentConfirmation(resolved(own))?.claim.id).toBe(own.claim.id);
  });

  it("returns null where no claim is independent or the value is unknown", () => {
    for (const origin of ["official", "tenant"] as const) {
      const own = said("partial", "2023-06", { origin });
      expect(getIndependentConfirmation(resolved(own))).toBeNull();
    }
    const silent = said(null, "2023-06", { origin: "independent" });
    expect(getIndependentConfirmation(resolved(silent))).toBeNull();
    expect(getIndependentConfirmation(resolved())).toBeNull();
  });
});
