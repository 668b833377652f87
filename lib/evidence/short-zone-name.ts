/** Words at the end of a name that only say that it is a zone. */
const ZONE_SUFFIX =
  / (?:Sole Enterprise SEZ|Special Economic Zone|Economic Zone|SEZ)(?: \((?:Federal )?SEZ\))?$/;

/** A zone's name as it stands in tables and on the map: whole, but for the words that only say that it is a zone. */
export function shortZoneName(name: string): string {
  return name.replace(/ \((?:Federal )?SEZ\)$/, "").replace(ZONE_SUFFIX, "");
}
