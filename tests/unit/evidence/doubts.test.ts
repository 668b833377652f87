import { describe, expect, test } from "vitest";
import type { FieldKey, ZoneValues } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { listDoubts, prepareOwners } from "@/lib/evidence/doubts";
import { createClaim, createValues } from "@/tests/support/facts";
import { seededZones } from "../zones/seeded-zones";

const findOwner = prepareOwners(
  [
    {
      slug: "hub-sez",
      values: createValues({ name: "Hub Special Economic Zone", aliases: ["Hub Chowki"] }),
    },
    { slug: "test-zone", values: createValues({ name: "Test Zone" }) },
  ],
  ["Century Steel"],
);
const doubts = (
  field: FieldKey,
  value: FieldValue,
  shown: Partial<ZoneValues> = {},
  { asOf = null, shownOn = null }: { asOf?: string | null; shownOn?: string | null } = {},
) => listDoubts(createClaim({ field, value, asOf }), createValues(shown), shownOn, findOwner, []);
const kinds = (...args: Parameters<typeof doubts>) => doubts(...args).map(({ kind }) => kind);

const LAHORE = { lon: 74.35, lat: 31.55 };

describe("the doubts about a claim", () => {
  test("are a name of another zone or of a firm, however it is written", () => {
    for (const name of ["Hub SEZ", "HUB  special economic zone", "hub-chowki"]) {
      expect(doubts("name", name), name).toEqual([
        { kind: "name", name, owner: "Hub Special Economic Zone" },
      ]);
    }
    expect(kinds("aliases", ["Testing", "Century Steel"])).toEqual(["name"]);
    expect(kinds("nameUr", "Hub SEZ")).toEqual(["name"]);
    expect(kinds("name", "Test Zone")).toEqual([]);
    expect(kinds("developer", "Century Steel")).toEqual([]);
  });

  test("are a location outside its province, from either side", () => {
    expect(kinds("location", LAHORE, { province: "sindh" })).toEqual(["outside-province"]);
    expect(kinds("province", "sindh", { location: LAHORE })).toEqual(["outside-province"]);
    expect(kinds("location", LAHORE, { province: "punjab" })).toEqual([]);
    expect(kinds("location", LAHORE)).toEqual([]);
  });

  test("are a district of another province, or of none", () => {
    expect(doubts("district", "Lahore", { province: "sindh" })).toEqual([
      { kind: "other-province", district: "Lahore", province: "punjab" },
    ]);
    expect(kinds("province", "sindh", { district: "Lahore" })).toEqual(["other-province"]);
    expect(doubts("district", "Sheikhupore Kalan", { province: "punjab" })).toMatchObject([
      { kind: "no-district" },
    ]);
    expect(kinds("district", "Atlantis")).toEqual(["no-district"]);
  });

  test.each([
    ["sindh", "Karachi (Malir, Bin Qasim)"],
    ["sindh", "Naushehro Feroze"],
    ["punjab", "Sheikhpura"],
    ["punjab", "D.G. Khan District"],
    ["balochistan", "Las Bela"],
    ["azad-jammu-kashmir", "Bhimbar"],
    ["gilgit-baltistan", "Skardu"],
    ["islamabad", "Islamabad (H-12)"],
  ] as const)("are none in %s for %s", (province, district) => {
    expect(kinds("district", district, { province })).toEqual([]);
  });

  test("are none for a claim of an earlier day than the displayed value", () => {
    const days = { asOf: "2015", shownOn: "2024-05-01" };
    expect(kinds("district", "Lahore", { province: "sindh" }, days)).toEqual([]);
  });

  test("are none between the places, districts and provinces of the data set", () => {
    for (const { values, slug } of seededZones()) {
      expect(kinds("province", values.province, values), slug).toEqual([]);
    }
  });
});
