import { describe, expect, it } from "vitest";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { englishText } from "@/lib/text/english-text";
import { getClimb, getZoneClimb } from "@/lib/text/ladder-rungs";
import { claimsOf, firmsAt, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";
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

describe("the rungs of a small zone", () => {
  const climb = (ladder: "status" | "legalStatus", ...claims: readonly TestClaim[]) => {
    const { fields, values } = resolveTestZone(claims);
    return getZoneClimb(
      englishText,
      ladder,
      fields[ladder],
      values,
      ladder === "legalStatus" ? fields.approvedOn : null,
    );
  };
  const claim = (
    field: "status" | "legalStatus",
    value: string,
    part: Partial<TestClaim> = {},
  ): TestClaim => ({ field, value, ...part });
  const on = (value: string, part: Partial<TestClaim> = {}) => claim("status", value, part);

  it("are dated by their earliest valid report", () => {
    const { rungs } = climb(
      "status",
      on("serviced", { asOf: "2022" }),
      on("under-development", { asOf: "2019" }),
      on("under-development", { asOf: "2018-05" }),
      on("under-development", { asOf: "2015", judged: "deprecated" }),
    );
    expect(rungs.slice(0, 4).map(({ state, date, unused }) => [state, date, unused])).toEqual([
      ["assumed", null, 0],
      ["confirmed", "2018-05", 1],
      ["now", "2022", 0],
      ["ahead", null, 0],
    ]);
    expect(rungs.map(({ label }) => label)).toContain("Partly operational");
  });

  it("beside the ladder are those that a source shows, up to the highest", () => {
    const stalled = climb(
      "status",
      on("stalled", { asOf: "2023" }),
      on("under-development", { asOf: "2019" }),
    );
    expect(stalled.aside).toEqual({ value: "stalled", label: "Stalled" });
    expect(states(stalled)).toEqual(["assumed", "confirmed", "unknown", "unknown", "unknown"]);
    expect(states(climb("status", on("stalled")))).toEqual(Array(5).fill("unknown"));
    expect(states(climb("status"))).toEqual(Array(5).fill("unknown"));
    expect(states(climb("status", on("serviced", { judged: "deprecated" })))).toEqual(
      Array(5).fill("unknown"),
    );
  });

  it("are dated by the day of approval where that is known", () => {
    const approval = (approvedOn: string | null) =>
      climb(
        "legalStatus",
        claim("legalStatus", "notified", { asOf: "2021" }),
        claim("legalStatus", "approved", { asOf: "2020-02" }),
        ...(approvedOn ? claimsOf({ approvedOn }) : []),
      ).rungs.find(({ value }) => value === "approved")?.date;
    expect(approval("2019-08-13")).toBe("2019-08-13");
    expect(approval(null)).toBe("2020-02");
    const unknown = climb(
      "legalStatus",
      ...claimsOf({ approvedOn: null, legalStatus: "notified" }),
    );
    expect(unknown.rungs.find(({ value }) => value === "approved")).toMatchObject({ date: null });
  });

  it.each<[string, readonly TestClaim[], readonly (string | null)[]]>([
    [
      "a zone that was only named",
      claimsOf({ legalStatus: "identified" }),
      [
        null,
        "no application found",
        "approval not confirmed",
        "no notification found",
        "no agreement found",
      ],
    ],
    [
      "a zone with a planned agreement",
      claimsOf({ legalStatus: "notified", developmentAgreement: "planned" }),
      [null, null, null, null, "agreement: planned"],
    ],
  ])("name the legal step that %s lacks", (_, claims, missing) => {
    const { rungs } = climb("legalStatus", ...claims);
    expect(rungs.map((rung) => rung.missing?.toLowerCase() ?? null)).toEqual(missing);
  });

  it.each<[string, Parameters<typeof claimsOf>[0], readonly (string | null)[]]>([
    [
      "nothing else is known",
      {},
      [
        "no construction reported",
        "electricity, water and internal roads (unknown)",
        "no firm reported producing",
        null,
      ],
    ],
    [
      "services differ",
      {
        electricity: "planned",
        water: "partial",
        internalRoads: "absent",
        enterprisesProducing: 0,
      },
      [
        "no construction reported",
        "electricity (planned) and internal roads (absent)",
        "no firm producing",
        "5 firms producing needed, 0 reported",
      ],
    ],
    [
      "all services reach plots",
      {
        electricity: "partial",
        water: "available",
        internalRoads: "partial",
        enterprisesProducing: 3,
      },
      ["no construction reported", null, null, "5 firms producing needed, 3 reported"],
    ],
    [
      "enough firms produce",
      { enterprisesProducing: 5 },
      ["no construction reported", "electricity, water and internal roads (unknown)", null, null],
    ],
    [
      "one firm is enough",
      { enterprisesProducing: 0, zoneType: "sole-enterprise" },
      [
        "no construction reported",
        "electricity, water and internal roads (unknown)",
        "no firm producing",
        null,
      ],
    ],
  ])("name what is missing on site where %s", (_, values, missing) => {
    const { rungs } = climb("status", ...claimsOf({ status: "not-started", ...values }));
    expect(rungs.slice(1).map((rung) => rung.missing)).toEqual(missing);
  });

  it("ahead say that a report is disputed or not used", () => {
    const { rungs } = climb(
      "status",
      on("not-started", { asOf: "2020", confidence: "high" }),
      on("under-development", { asOf: "2020" }),
      on("partially-operational", { asOf: "2020", judged: "deprecated" }),
      on("operational", { asOf: "2020", judged: "deprecated" }),
      on("operational", { asOf: "2021", judged: "deprecated" }),
    );
    expect(rungs.map(({ missing }) => missing)).toEqual([
      null,
      "reported, but disputed",
      "electricity, water and internal roads (unknown)",
      "no firm reported producing; 1 report is not used",
      "2 reports, not used",
    ]);
  });

  it("of a firm need no words for what is missing", () => {
    const [firm] = resolveTestZone(firmsAt("admitted")).tenancies;
    if (!firm) throw new Error("no firm");
    const { rungs } = getClimb(englishText, "tenancyStage", firm.fields.tenancyStage);
    expect(rungs.map(({ state }) => state)).toEqual([
      ...["assumed", "assumed", "now"],
      ...["ahead", "ahead", "ahead", "ahead"],
    ]);
    expect(rungs.every(({ missing }) => missing === null)).toBe(true);
  });
});
