import { describe, expect, it } from "vitest";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { listRungs } from "@/lib/text/ladder-rungs";
import { seededZone, seededZones } from "../zones/seeded-zones";

const legal = (slug: string) => {
  const { fields, values } = seededZone(slug);
  return listRungs("legalStatus", fields.legalStatus, values, fields.approvedOn);
};
const ground = (slug: string) => {
  const { fields, values } = seededZone(slug);
  return listRungs("status", fields.status, values);
};
const states = ({ rungs }: ReturnType<typeof legal>) => rungs.map(({ state }) => state);

describe("rungsOf", () => {
  it("tells a dated rung from one passed over without a source", () => {
    expect(states(legal("rashakai-sez"))).toEqual([
      "passed",
      "passed",
      "evidenced",
      "passed",
      "now",
    ]);
  });

  it("names what is missing for a rung ahead", () => {
    const rungs = ground("dhabeji-sez").rungs.map(({ state, missing }) => [state, missing]);
    expect(rungs).toEqual([
      ["passed", null],
      ["now", null],
      ["ahead", "electricity, water and internal roads under construction"],
      ["ahead", "no producer known"],
      ["ahead", null],
    ]);
  });

  it("calls nothing passed or ahead where nothing is known", () => {
    const { rungs, aside } = ground("oil-village-rawalpindi");
    expect(new Set(rungs.map(({ state }) => state))).toEqual(new Set(["unknown"]));
    expect(aside).toBeNull();
  });

  it("puts a stalled zone aside of the ladder", () => {
    const { rungs, aside } = ground("siddiqsons-tin-plate-sez");
    expect(aside?.value).toBe("stalled");
    expect(rungs.some(({ state }) => state === "now")).toBe(false);
  });

  it("never reaches the approval of a zone whose approval is not evidenced", () => {
    for (const { slug } of seededZones().filter(({ values }) => !isApprovalConfirmed(values))) {
      const approved = legal(slug).rungs.find(({ value }) => value === "approved");
      expect(approved?.state, slug).toBe("ahead");
      expect(approved?.missing, slug).toMatch(/not evidenced|contradicted/);
    }
  });
});
