import { describe, expect, it } from "vitest";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { englishText } from "@/lib/text/english-text";
import { getZoneClimb } from "@/lib/text/ladder-rungs";
import { seededZone, seededZones } from "../zones/seeded-zones";

const legal = (slug: string) => {
  const { fields, values } = seededZone(slug);
  return getZoneClimb(englishText, "legalStatus", fields.legalStatus, values, fields.approvedOn);
};
const ground = (slug: string) => {
  const { fields, values } = seededZone(slug);
  return getZoneClimb(englishText, "status", fields.status, values);
};
const states = ({ rungs }: ReturnType<typeof legal>) => rungs.map(({ state }) => state);

describe("the rungs of a ladder", () => {
  it("are confirmed where a source dates them, else assumed", () => {
    expect(states(legal("rashakai-sez"))).toEqual([
      "assumed",
      "assumed",
      "confirmed",
      "assumed",
      "now",
    ]);
  });

  it("name what is missing where they are ahead", () => {
    const rungs = ground("dhabeji-sez").rungs.map(({ state, missing }) => [state, missing]);
    expect(rungs).toEqual([
      ["assumed", null],
      ["now", null],
      ["ahead", "electricity, water and internal roads (under construction)"],
      ["ahead", "no firm reported producing"],
      ["ahead", null],
    ]);
  });

  it("are all unknown where nothing is known", () => {
    const { rungs, aside } = ground("oil-village-rawalpindi");
    expect(new Set(rungs.map(({ state }) => state))).toEqual(new Set(["unknown"]));
    expect(aside).toBeNull();
  });

  it("have no current one for a stalled zone, which is beside the ladder", () => {
    const { rungs, aside } = ground("siddiqsons-tin-plate-sez");
    expect(aside?.value).toBe("stalled");
    expect(rungs.some(({ state }) => state === "now")).toBe(false);
  });

  it("never reach the approval of a zone whose approval is not confirmed", () => {
    for (const { slug } of seededZones().filter(({ values }) => !isApprovalConfirmed(values))) {
      const approved = legal(slug).rungs.find(({ value }) => value === "approved");
      expect(approved?.state, slug).toBe("ahead");
      expect(approved?.missing, slug).toMatch(/not confirmed|disputed/);
    }
  });
});
