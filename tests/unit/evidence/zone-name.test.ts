import { describe, expect, it } from "vitest";
import { nameIn } from "@/lib/evidence/local-name";
import { shortDistrict, shortZoneName, zoneName, zoneNames } from "@/lib/evidence/zone-name";
import { claimsOf, resolveTestZone } from "@/tests/support/test-zone";

const zone = (name: string | null) => ({ slug: "a-zone", values: { name } });

describe("the name of a zone", () => {
  it("is its slug until a source names it", () => {
    expect(zoneName(zone(null))).toBe("a-zone");
    expect(zoneName(zone("Hub SEZ"))).toBe("Hub SEZ");
    expect(zoneNames([zone("Hub SEZ")])).toEqual(new Map([["a-zone", "Hub SEZ"]]));
  });

  it.each([
    ["Rashakai Special Economic Zone", "Rashakai"],
    ["Bostan Economic Zone", "Bostan"],
    ["Siddiqsons Sole Enterprise SEZ", "Siddiqsons"],
    ["Hub SEZ", "Hub"],
    ["Dhabeji Special Economic Zone (SEZ)", "Dhabeji"],
    ["ICT Model Industrial Zone (Federal SEZ)", "ICT Model Industrial Zone"],
    ["Quaid-e-Azam Business Park (QABP)", "Quaid-e-Azam Business Park (QABP)"],
    ["SEZ Authority Estate", "SEZ Authority Estate"],
    ["رشکئی خصوصی اقتصادی زون", "رشکئی"],
    ["سندر گرین اسپیشل اکنامک زون", "سندر گرین"],
    ["拉沙卡伊特别经济区", "拉沙卡伊"],
    ["哈塔尔经济特区", "哈塔尔"],
  ])("%s is %s for short", (name, short) => {
    expect(shortZoneName(zone(name))).toBe(short);
  });
});

describe("the name of a zone in a language", () => {
  const named = resolveTestZone(
    claimsOf({ name: "Rashakai SEZ", aliases: ["Rashaki"], nameUr: "رشکئی" }),
  );

  it("is the recorded one, and the name in Latin letters is one of the others", () => {
    const { name, aliases } = nameIn("ur", named).values;
    expect({ name, aliases }).toEqual({ name: "رشکئی", aliases: ["Rashakai SEZ", "Rashaki"] });
  });

  it("stays as it is where no source gives one, and in English", () => {
    expect(nameIn("zh", named)).toBe(named);
    expect(nameIn("en", named)).toBe(named);
  });
});

it.each([
  ["Karachi (Malir, Bin Qasim)", "Karachi"],
  ["Faisalabad", "Faisalabad"],
  ["Hub (Lasbela) and Gadani", "Hub (Lasbela) and Gadani"],
  [null, null],
])("the district %s is %s for short", (district, short) => {
  expect(shortDistrict(district)).toBe(short);
});
