/** The ending of a name that only says that it is a zone. */
const ZONE_SUFFIX =
  / (?:Sole Enterprise SEZ|Special Economic Zone|Economic Zone|SEZ)(?: \((?:Federal )?SEZ\))?$/;

/** A zone's name without "Special Economic Zone" and the like, for tables and the map. */
export function shortZoneName(name: string): string {
  return name.replace(/ \((?:Federal )?SEZ\)$/, "").replace(ZONE_SUFFIX, "");
}

/** A district without the part in brackets: "Karachi" from "Karachi (Malir, Bin Qasim)". The page of the zone shows it whole. */
export function shortDistrict(district: string | null): string | null {
  return district === null ? null : district.replace(/ \(.*\)$/, "");
}
