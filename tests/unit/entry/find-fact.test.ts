import { describe, expect, test } from "vitest";
import { type FactSubject, findFacts } from "@/lib/entry/find-fact";
import { seedFacts } from "../../support/seed-facts";

const { zones, tenancies, claims } = await seedFacts();
const nameOf = (slug: string) =>
  String(claims.find(({ zone, field }) => zone === slug && field === "name")?.value ?? slug);
const SUBJECTS: readonly FactSubject[] = [
  ...zones.map(({ slug }) => ({
    zone: slug,
    tenancy: null,
    zoneNames: [nameOf(slug), slug],
    firm: null,
  })),
  ...tenancies.map(({ id, zone, firm }) => ({
    zone,
    tenancy: id,
    zoneNames: [nameOf(zone), zone],
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
