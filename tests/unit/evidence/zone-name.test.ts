import { describe, expect, it } from "vitest";
import { shortDistrict, shortZoneName, zoneName, zoneNames } from "@/lib/evidence/zone-name";

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
  ])("%s is %s for short", (name, short) => {
    expect(shortZoneName(zone(name))).toBe(short);
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
