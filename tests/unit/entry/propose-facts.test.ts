import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldSpec, isTenancyField } from "@/lib/catalogue/fields";
import type { FactSubject } from "@/lib/entry/find-fact";
import { findNames } from "@/lib/entry/find-names";
import { listUnread, proposeFacts } from "@/lib/entry/propose-facts";
import { findSentences } from "@/lib/entry/sentences";
import { getValueIssue } from "@/lib/evidence/check-value";

const TODAY = "2026-12-01";
const zone = (slug: string, ...zoneNames: string[]): FactSubject => ({
  zone: slug,
  tenancy: null,
  zoneNames: [...zoneNames, slug],
  firm: null,
});
const firm = (of: FactSubject, id: string, name: string): FactSubject => ({
  ...of,
  tenancy: `${of.zone}--${id}`,
  firm: name,
});
const rashakai = zone("rashakai-sez", "Rashakai Special Economic Zone", "رشکئی خصوصی اقتصادی زون");
const bhalwal = zone("bhalwal-industrial-estate", "Bhalwal Industrial Estate");
const vehari = zone("vehari-industrial-estate", "Vehari Industrial Estate");
const marble = zone("karachi-marble-city", "Karachi Marble City");
const daraban = zone("daraban-sez", "Daraban Economic Zone");
const m3 = zone("m-3-industrial-city", "M-3 Industrial City");
const SUBJECTS = [
  ...[rashakai, bhalwal, vehari, marble, daraban, m3],
  firm(rashakai, "century-steel", "Century Steel"),
  firm(m3, "national-foods", "National Foods"),
  firm(m3, "vivo", "Vivo"),
];
const propose = (text: string) =>
  proposeFacts(text, SUBJECTS, TODAY).map(({ subject, field, value }) => [
    subject.tenancy ?? subject.zone,
    field,
    value,
  ]);

describe("facts that a text says", () => {
  test.each([
    [
      "The Rashakai Special Economic Zone, spread over 1,000 acres, is equipped with electricity and gas.",
      [
        ["rashakai-sez", "areaAcres", 1000],
        ["rashakai-sez", "electricity", "available"],
        ["rashakai-sez", "gas", "available"],
      ],
    ],
    [
      "A grid station is planned. Construction work in Bhalwal Industrial Estate is in progress.",
      [["bhalwal-industrial-estate", "status", "under-development"]],
    ],
    [
      "Approved Rs55 million for grid stations in Bhalwal and Vehari industrial estates.",
      [
        ["bhalwal-industrial-estate", "electricity", "planned"],
        ["vehari-industrial-estate", "electricity", "planned"],
        ["bhalwal-industrial-estate", "worksFinanced", "partial"],
        ["vehari-industrial-estate", "worksFinanced", "partial"],
      ],
    ],
    [
      "Water reaches part of the plots of Bhalwal Industrial Estate. Rashakai receives 5 MMCFD of gas.",
      [["bhalwal-industrial-estate", "water", "partial"]],
    ],
    [
      "National Foods was incorporated in Pakistan and is supplying dozens of foreign markets.",
      [
        ["m-3-industrial-city--national-foods", "nationality", "PK"],
        ["m-3-industrial-city--national-foods", "tenancyStage", "exporting"],
      ],
    ],
    [
      "Vehari Industrial Estate was visited. Work on the boundary wall and main gate was under way.",
      [
        ["vehari-industrial-estate", "securityArrangements", "under-construction"],
        ["vehari-industrial-estate", "status", "under-development"],
      ],
    ],
    [
      "Vehari Industrial Estate was visited. Seven units have started production there.",
      [
        ["vehari-industrial-estate", "enterprisesProducing", 7],
        ["vehari-industrial-estate", "status", "operational"],
      ],
    ],
    [
      "The committee approved the status of Special Zone Enterprise for National Foods Limited, Vivo and Century Steel.",
      [
        ["m-3-industrial-city--national-foods", "tenancyStage", "admitted"],
        ["m-3-industrial-city--vivo", "tenancyStage", "admitted"],
        ["rashakai-sez--century-steel", "tenancyStage", "admitted"],
      ],
    ],
    [
      "Vivo has invested USD 10 million in a plant.",
      [["m-3-industrial-city--vivo", "investmentUsdM", 10]],
    ],
    [
      "The government signed the development agreement of Marble City Karachi.",
      [
        ["karachi-marble-city", "legalStatus", "developer-bound"],
        ["karachi-marble-city", "developmentAgreement", "available"],
      ],
    ],
    ["The 3,125-acre DEZ is near the road.", [["daraban-sez", "areaAcres", 3125]]],
    [
      "The first phase of Rashakai Economic Zone will be completed by June 2027.",
      [["rashakai-sez", "targetPhaseOne", "2027-06"]],
    ],
    [
      "رشکئی خصوصی اقتصادی زون: the zone is still without gas.",
      [["rashakai-sez", "gas", "absent"]],
    ],
  ])("%s", (text, facts) => {
    expect(propose(text).toSorted()).toEqual(facts.toSorted());
  });
});

describe("facts of lists and of what leads to a zone", () => {
  test.each([
    [
      "Bhalwal Industrial Estate has 427 acres and Vehari Industrial Estate is sprawling over 277 acres.",
      [
        ["bhalwal-industrial-estate", "areaAcres", 427],
        ["vehari-industrial-estate", "areaAcres", 277],
      ],
    ],
    [
      "The budget has Rs 2.2 billion for Bhalwal Industrial Estate and Rs. 1 billion for the Vehari Industrial Estate.",
      [
        ["bhalwal-industrial-estate", "worksFinanced", "partial"],
        ["vehari-industrial-estate", "worksFinanced", "partial"],
      ],
    ],
    [
      "They were granted the status of zone enterprise: three companies of Vehari Industrial Estate and two firms in Bhalwal Industrial Estate.",
      [
        ["bhalwal-industrial-estate", "enterprisesAdmitted", 2],
        ["vehari-industrial-estate", "enterprisesAdmitted", 3],
      ],
    ],
    [
      "A gas pipeline is being laid to Rashakai Special Economic Zone.",
      [["rashakai-sez", "gas", "under-construction"]],
    ],
    [
      "Rashakai Special Economic Zone had been connected with National Highway N-5.",
      [["rashakai-sez", "highwayLink", "available"]],
    ],
    [
      "Vivo has started producing phones in M-3 Industrial City.",
      [
        ["m-3-industrial-city", "status", "partially-operational"],
        ["m-3-industrial-city--vivo", "tenancyStage", "producing"],
      ],
    ],
  ])("%s", (text, facts) => {
    expect(propose(text).toSorted()).toEqual(facts.toSorted());
  });
});

test("a fact has the only day of its sentence, if that has come", () => {
  const days = (text: string) => proposeFacts(text, SUBJECTS, TODAY).map(({ asOf }) => asOf);
  expect(days("In March 2026 Bhalwal Industrial Estate was without gas.")).toEqual(["2026-03"]);
  expect(days("Bhalwal Industrial Estate was without gas on 5 March, 2026.")).toEqual([
    "2026-03-05",
  ]);
  expect(days("Bhalwal Industrial Estate is without gas.")).toEqual([null]);
  expect(days("In 2024 and in 2025 Bhalwal Industrial Estate was without gas.")).toEqual([null]);
});

test("a number said with about or more than is proposed and marked as inexact", () => {
  const read = (text: string) =>
    proposeFacts(text, SUBJECTS, TODAY).map(({ value, isInexact }) => [value, isInexact]);
  expect(read("Rashakai Special Economic Zone is spread over about 1,000 acres.")).toEqual([
    [1000, true],
  ]);
  expect(read("Rashakai Special Economic Zone is spread over 1,000 acres.")).toEqual([
    [1000, false],
  ]);
});

test("the headline names the subject of sentences without one", () => {
  expect(
    propose(
      "Rashakai SEZ gets gas\nBhalwal Industrial Estate was visited.\nIt rained.\n24 factories are operational.",
    ),
  ).toContainEqual(["rashakai-sez", "enterprisesProducing", 24]);
  expect(propose("Vivo hires engineers\nIt rained.\nThe plant has started production.")).toEqual([
    ["m-3-industrial-city--vivo", "tenancyStage", "producing"],
  ]);
});

test("of a long sentence no more is quoted than the ledger takes", () => {
  const long = `${"and so on ".repeat(20)}Bhalwal Industrial Estate is without gas ${"as before ".repeat(20)}`;
  const [fact] = proposeFacts(long, SUBJECTS, TODAY);
  const said = long.slice(fact?.quotation.from, fact?.quotation.to);
  expect(said).toContain("Bhalwal Industrial Estate is without gas");
  expect(said.split(" ")).toHaveLength(40);
});

describe("what is vague, to come or of another zone", () => {
  test.each([
    "Electricity will be provided to Rashakai Special Economic Zone soon.",
    "Rashakai Special Economic Zone is spread over up to 1,000 acres.",
    "As many as 40 factories are operational in Rashakai Special Economic Zone.",
    "About half of the plots of Rashakai Special Economic Zone have been sold.",
    "Vivo is expected to start production in M-3 Industrial City.",
    "The minister directed that gas be provided to Rashakai Special Economic Zone.",
    "Rashakai Special Economic Zone and Buner Marble City were discussed. Buner Marble City is spread over 126 acres.",
    "Factories are operational.",
    "",
  ])("%s", (text) => {
    expect(propose(text)).toEqual([]);
  });
});

test("sentences that name a zone and gave no fact are named", () => {
  const text = "Rashakai SEZ has 10 MW of power. Land in Rashakai SEZ is popular. Prices rose.";
  const facts = proposeFacts(text, SUBJECTS, TODAY);
  expect(facts).toHaveLength(1);
  const unread = listUnread(text, SUBJECTS, facts);
  expect(unread.map(({ from, to }) => text.slice(from, to).trim())).toEqual([
    "Land in Rashakai SEZ is popular.",
  ]);
});

test("a sentence ends neither after Pvt. nor inside a sum", () => {
  const text = "Vivo (Pvt.) Ltd. paid Rs. 60 Million. It left.\nNext line";
  expect(findSentences(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    "Vivo (Pvt.) Ltd. paid Rs. 60 Million.",
    "It left.",
    "Next line",
  ]);
});

test("the first word of a firm's name means the firm where a word such as plant follows", () => {
  const siddiqsons = firm(rashakai, "siddiqsons", "Siddiqsons Tin Plate");
  const named = (text: string) => findNames(text, [siddiqsons]).flatMap(({ subjects }) => subjects);
  expect(named("Siddiqsons’ plant was shut.")).toEqual([]);
  expect(named("The Siddiqsons plant was shut.")).toEqual([siddiqsons]);
  expect(named("Mr Siddiqsons spoke.")).toEqual([]);
});

test("a place names its zone only where the text names the zone", () => {
  const named = (text: string) =>
    findNames(text, SUBJECTS).flatMap(({ subjects }) => subjects[0] ?? []);
  expect(named("Roads in Bhalwal are bad.")).toEqual([]);
  expect(named("Bhalwal Industrial Estate: roads in Bhalwal are bad.")).toEqual([bhalwal, bhalwal]);
});

const PARTS = [
  ...["Rashakai Special Economic Zone", "Bhalwal Industrial Estate", "M3 Industrial City", "DEZ"],
  ...["Century Steel (Pvt.) Ltd", "National Foods", "Buner Marble City", "the company", "the zone"],
  ...[
    "is spread over",
    "1,000 acres",
    "24",
    "0",
    "99999999",
    "factories",
    "are operational",
    "will",
  ],
  ...["has been completed by June 2027", "electricity", "gas", "without", "is under construction"],
  ...["employs", "40 people", "invested", "$10 million", "33 percent of the plots have been sold"],
  ...["started production", "signed a development agreement", ". ", ".\n", ", ", "رشکئی", "50 MW"],
];

test("each quotation is of the text, each value fits its field, each fact has a subject", () => {
  const texts = fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PARTS) }, fc.string()), {
      maxLength: 25,
    })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      for (const fact of proposeFacts(text, SUBJECTS, TODAY)) {
        const { subject, field, value, quotation, words } = fact;
        expect(SUBJECTS).toContain(subject);
        expect(isTenancyField(field)).toBe(subject.tenancy !== null);
        expect(getValueIssue(fieldSpec(field), value)).toBeNull();
        expect(quotation.from).toBeLessThanOrEqual(words.from);
        expect(words.from).toBeLessThan(words.to);
        expect(words.to).toBeLessThanOrEqual(quotation.to);
        const said = text.slice(quotation.from, quotation.to);
        expect(said).not.toBe("");
        expect(said.trim()).toBe(said);
      }
    }),
    { numRuns: 300 },
  );
});
