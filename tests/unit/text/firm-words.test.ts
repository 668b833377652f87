import { describe, expect, it } from "vitest";
import { buildOwnerMatrix } from "@/lib/dependence/owner-matrix";
import { countFirmFunnel } from "@/lib/firms/firm-counts";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { englishText } from "@/lib/text/english-text";
import {
  describeFirmTerm,
  firmShownWords,
  firmSummary,
  firmsAnswer,
  ownersTitle,
  ratingsTitle,
} from "@/lib/text/firm-words";
import { claimsOf, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const TODAY = "2026-11-24";
const FRESH = { asOf: "2025-06-01" };
/** Claims on the firm a, or another. */
const firm = (values: Parameters<typeof claimsOf>[0], part: Partial<TestClaim> = {}): TestClaim[] =>
  claimsOf(values).map((claim) => ({ ...claim, tenancy: "a", ...part }));
const placed = (...claims: readonly TestClaim[]) =>
  listPlacedFirms([resolveTestZone([...claimsOf({ name: "Hub SEZ" }), ...claims])]);
const summary = (...claims: readonly TestClaim[]) =>
  firmSummary(englishText, placed(...claims), TODAY);

describe("a term of the filters of firms", () => {
  it.each([
    ["stage", "mou", "MoU"],
    ["stage", "unknown", "Unknown"],
    ["sector", "steel pipes", "Steel pipes"],
    ["strategic", "yes", "Strategic"],
    ["strategic", "no", "Not strategic"],
    ["nationality", "CN", "China"],
    ["owner", "KR", "South Korea"],
    ["country", "other", "Another country abroad"],
    ["involvement", "CN", "China"],
    ["involvement", "technology:CN", "Technology from China"],
    ["zone", "hub-sez", "Hub"],
    ["zone", "lost-zone", "lost-zone"],
  ] as const)("%s %s is “%s”", (key, term, words) => {
    expect(describeFirmTerm(englishText, key, term, new Map([["hub-sez", "Hub SEZ"]]))).toBe(words);
  });

  it("names a zone by its slug without names", () => {
    expect(describeFirmTerm(englishText, "zone", "hub-sez")).toBe("hub-sez");
  });
});

it("the words of a firm are its values by label", () => {
  const [one] = placed(...firm({ tenancyStage: "mou", nationality: "CN" }));
  const words = one && firmShownWords(englishText, one.record);
  expect(words).toMatchObject({
    Stage: "MoU",
    "Country of registration": "China",
    Sector: "unknown",
  });
});

describe("the summary of a firm", () => {
  it.each<[string, readonly TestClaim[], string]>([
    [
      "only source",
      firm({ tenancyStage: "producing" }, FRESH),
      "When last reported, on 1 June 2025, it was producing in Hub. This is the only report on it there.",
    ],
    [
      "first report",
      [
        ...firm({ tenancyStage: "building" }, FRESH),
        ...firm({ tenancyStage: "mou" }, { asOf: "2023-02" }),
      ],
      "When last reported, on 1 June 2025, it was building in Hub. It was first named there in February 2023.",
    ],
    [
      "no earlier report",
      [
        ...firm({ tenancyStage: "building" }, FRESH),
        ...firm({ nationality: "CN" }, { ...FRESH, sourceId: "other" }),
      ],
      "When last reported, on 1 June 2025, it was building in Hub. There is no earlier report on it there.",
    ],
    [
      "no news",
      firm({ tenancyStage: "mou" }),
      "The last report on its stage is more than 2 years old.",
    ],
    [
      "an unknown stage",
      firm({ nationality: "CN" }),
      "How far it has come in Hub is unknown: no source says.",
    ],
    [
      "a stage that is not used",
      [...firm({ nationality: "CN" }), ...firm({ tenancyStage: "mou" }, { judged: "deprecated" })],
      "How far it has come in Hub is unknown: no report on it is valid.",
    ],
    [
      "a stage that its source does not know",
      firm({ tenancyStage: null }),
      "How far it has come in Hub is unknown: no source says.",
    ],
    [
      "an exit",
      firm({ tenancyStage: "exited" }, FRESH),
      "It left Hub or gave up, as last reported on 1 June 2025. How far it had come before that is unknown.",
    ],
    [
      "an exit after a stage",
      [...firm({ tenancyStage: "exited" }, FRESH), ...firm({ tenancyStage: "building" })],
      "Before that it had reached the stage “Building”.",
    ],
    [
      "a closure",
      firm({ tenancyStage: "closed" }, FRESH),
      "It produced in Hub and stopped, as last reported on 1 June 2025.",
    ],
  ])("with %s", (_, claims, words) => {
    expect(summary(...claims)).toContain(words);
  });

  it("says that there has been no news for 2 years, of a firm that produces too", () => {
    for (const tenancyStage of ["mou", "producing"]) {
      expect(summary(...firm({ tenancyStage }, FRESH))).not.toContain("more than 2 years old");
      expect(summary(...firm({ tenancyStage }))).toContain("more than 2 years old");
    }
  });

  it("calls the zone its own where it has its name", () => {
    const own = firm({ tenancyStage: "mou" }).map((claim) => ({ ...claim, tenancy: "Hub" }));
    expect(summary(...own)).toContain("it had a memorandum for its own zone.");
  });

  it.each([
    [null, null, "Its country of registration and its ultimate owner are unknown."],
    ["CN", null, "It is registered in China; its ultimate owner is unknown."],
    [null, "CN", "Its ultimate owner is from China; its country of registration is unknown."],
    ["CN", "CN", "It is registered in China, and its ultimate owner is also from China."],
    [
      "PK",
      "AE",
      "It is registered in Pakistan, and its ultimate owner is from the United Arab Emirates.",
    ],
  ])("with registration %s and owner %s", (nationality, ultimateOwnerNationality, words) => {
    const known = { tenancyStage: "mou", nationality, ultimateOwnerNationality };
    expect(summary(...firm(known))).toContain(words);
  });

  it("names partners, equity, disputes and a strategic sector, where it has them", () => {
    const plain = summary(...firm({ tenancyStage: "mou", tenancySector: "furniture" }, FRESH));
    expect(plain).not.toMatch(/Partners|Owners|strategic|disagree/);
    const full = summary(
      ...firm({ tenancyStage: "mou", tenancySector: "batteries", involvement: ["technology:CN"] }),
      ...firm({ foreignEquityPct: 40 }),
      ...firm({ foreignEquityPct: 90 }, { confidence: "low" }),
    );
    expect(full).toContain("Role of partners abroad: technology from China.");
    expect(full).toContain("Owners abroad hold 40% of it.");
    expect(full).toContain("Sources disagree about its foreign equity.");
    expect(full).toContain("Its sector, batteries, is a strategic sector.");
    expect(summary(...firm({ foreignEquityPct: 40, foreignEquityCountry: "CN" }))).toContain(
      "Owners from China hold 40% of it.",
    );
  });
});

describe("the answer to who invests", () => {
  /** Firms a, b, c … with these values. */
  const firms = (...values: Parameters<typeof claimsOf>[0][]) =>
    values.flatMap((one, i) =>
      claimsOf(one).map((claim) => ({ ...claim, tenancy: "abcdefghij".charAt(i) })),
    );
  const answer = (claims: readonly TestClaim[]) => {
    const all = placed(...claims);
    return firmsAnswer(englishText, all, countFirmFunnel(all), CHINA);
  };
  const at = (...stages: readonly (string | null)[]) =>
    firms(...stages.map((tenancyStage) => ({ tenancyStage })));

  it("does not take missing firms for none", () => {
    expect(answer([])).toEqual({
      title: "No matching firms",
      summary:
        "No source names a firm that matches these filters. That does not mean there is none.",
    });
  });

  it("leads with the recent producers and the ties to the country", () => {
    const recent = at("mou", "producing", "exporting").map((claim) => ({ ...claim, ...FRESH }));
    const tied = firms({ nationality: "CN" }, { involvement: ["technology:CN"] });
    expect(answer(recent).title).toBe(
      "2 of 3 named firms are reported producing in the last 2 years; none has known owners or partners from China",
    );
    expect(answer([...recent, ...tied]).title).toMatch(
      /; 2 of the 3 have owners or partners from China$/,
    );
    expect(answer(at("producing")).title).toMatch(
      /^None of 1 named firm is reported producing in the last 2 years/,
    );
  });

  it.each<[readonly (string | null)[], string]>([
    [
      ["producing", "exporting", "mou"],
      "2 of 3 named firms were producing when last reported, none of them in the last 2 years. ",
    ],
    [
      ["producing", "closed", "exited", null],
      "1 of 4 named firms was producing when last reported, not in the last 2 years. ",
    ],
  ])("counts firms at %j that produce", (stages, words) => {
    expect(answer(at(...stages)).summary).toContain(words);
  });

  it("never takes an unknown owner for none", () => {
    const all = firms(
      { ultimateOwnerNationality: "CN" },
      { involvement: ["technology:CN"] },
      { ultimateOwnerNationality: "PK" },
      { tenancyStage: "mou" },
    );
    expect(answer(all).summary).toContain(
      "1 is reported as registered in or owned from China; 1 other is reported to have partners from there; for 2 the owner is unknown.",
    );
  });
});

describe("the findings of the figures", () => {
  it("say in how many zones firms with ties to China are named, and where owners are unknown", () => {
    const title = (...claims: readonly TestClaim[]) =>
      ownersTitle(englishText, buildOwnerMatrix(placed(...claims)).rows);
    expect(title(...firm({ ultimateOwnerNationality: "CN" }))).toBe(
      "Firms with ties to China are named in 1 of 1 zone with named firms; every owner is known",
    );
    expect(title(...firm({ tenancyStage: "mou" }))).toBe(
      "No firm with ties to China is named in this zone; in 1 some owners are unknown",
    );
  });

  it.each([
    ["low", 2, "Only 1 zone can be rated on dependence, and only weakly"],
    ["high", 1, "Every zone here can be rated on dependence"],
  ] as const)("say how many zones can be rated, and how well: %s", (confidence, zones, title) => {
    const claims = claimsOf({ dependenceMarket: 2 }).map((claim) => ({ ...claim, confidence }));
    expect(ratingsTitle(englishText, [resolveTestZone(claims)], zones)).toBe(title);
  });

  it("say that no zone can be rated", () => {
    expect(ratingsTitle(englishText, [], 2)).toBe("No zone can be rated on dependence");
  });
});
