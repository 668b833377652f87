import { describe, expect, test } from "vitest";
import { type FactSubject, findFacts } from "@/lib/entry/find-fact";
import { seedFacts } from "../../support/seed-facts";

const { zones, tenancies, claims } = await seedFacts(3);
const valueNamed = (slug: string, name: string) =>
  claims.findLast(({ zone, field }) => zone === slug && field === name)?.value;
const nameOf = (slug: string) => String(valueNamed(slug, "name") ?? slug);
const namesOf = (slug: string) => [nameOf(slug), slug, String(valueNamed(slug, "nameUr") ?? slug)];
const SUBJECTS: readonly FactSubject[] = [
  ...zones.map(({ slug }) => ({
    zone: slug,
    tenancy: null,
    zoneNames: namesOf(slug),
    firm: null,
  })),
  ...tenancies.map(({ id, zone, firm }) => ({
    zone,
    tenancy: id,
    zoneNames: namesOf(zone),
    firm,
  })),
];
const find = (typed: string, before: FactSubject | null = null) =>
  findFacts(typed, SUBJECTS, before).map(({ subject, field, value }) => [
    subject.zone,
    subject.tenancy,
    field,
    value,
  ]);

describe("findFacts", () => {
  test.each([
    ["dhab elec energ", ["dhabeji-sez", null, "powerEnergisedMw", null]],
    ["dhab power delivered", ["dhabeji-sez", null, "powerEnergisedMw", null]],
    ["dhab elec", ["dhabeji-sez", null, "electricity", null]],
    ["dhab elec partial", ["dhabeji-sez", null, "electricity", "partial"]],
    ["dhabeji power delivered 60 MW", ["dhabeji-sez", null, "powerEnergisedMw", "60"]],
    ["jobs rashakai 1,200", ["rashakai-sez", null, "jobs", "1,200"]],
    ["rashakai legal status", ["rashakai-sez", null, "legalStatus", null]],
    ["rashakai progress under dev", ["rashakai-sez", null, "status", "under dev"]],
    ["rashaki gas", ["rashakai-sez", null, "gas", null]],
    ["allama area", ["allama-iqbal-industrial-city", null, "areaAcres", null]],
  ] as const)("%s", (typed, fact) => {
    expect(find(typed)[0]).toEqual(fact);
  });

  test.each([
    [
      "vivo investment Rs 3.5 bn",
      ["m-3-industrial-city", "m-3-industrial-city--vivo", "investmentUsdM", "Rs 3.5 bn"],
    ],
    [
      "vivo investment $3.5m",
      ["m-3-industrial-city", "m-3-industrial-city--vivo", "investmentUsdM", "$3.5m"],
    ],
    [
      "vivo under construction",
      ["m-3-industrial-city", "m-3-industrial-city--vivo", "tenancyStage", "under construction"],
    ],
    ["rashakai one-stop", ["rashakai-sez", null, "oneStopService", null]],
    ["rashakai one-stop partial", ["rashakai-sez", null, "oneStopService", "partial"]],
    ["رشکئی gas", ["rashakai-sez", null, "gas", null]],
    ["دھابیجی electricity partial", ["dhabeji-sez", null, "electricity", "partial"]],
  ] as const)("%s", (typed, fact) => {
    expect(find(typed)[0]).toEqual(fact);
  });

  test("electricity is also found where power energised is", () => {
    expect(find("dhab elec energ").map(([, , field]) => field)).toContain("electricity");
  });

  test("the firm of a zone is found by its name", () => {
    const [tenancy] = tenancies;
    if (!tenancy) throw new Error("no tenancy");
    expect(find(`${tenancy.firm} stage`).map(([, id, field]) => [id, field])).toContainEqual([
      tenancy.id,
      "tenancyStage",
    ]);
  });

  test("a field alone is about what the last fact was about", () => {
    const hattar = SUBJECTS.find(({ zone, tenancy }) => zone === "hattar-sez" && tenancy === null);
    expect(find("gas", hattar ?? null)[0]).toEqual(["hattar-sez", null, "gas", null]);
  });

  test("nothing typed and nonsense find nothing", () => {
    expect(find("")).toEqual([]);
    expect(find("xqzwv")).toEqual([]);
  });
});
