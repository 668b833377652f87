import type { ZoneValues } from "../catalogue/fields";

/** A zone with the values of its fields at a moment. */
interface NamedZone {
  readonly slug: string;
  readonly values: Pick<ZoneValues, "name">;
}

/** The ending of a name that only says that it is a zone. */
const ZONE_SUFFIX =
  / (?:Sole Enterprise SEZ|Special Economic Zone|Economic Zone|SEZ)(?: \((?:Federal )?SEZ\))?$/;

/** The same in Urdu and Chinese. */
const LOCAL_SUFFIX = / (?:خصوصی اقتصادی|(?:اسپیشل|سپیشل) اکنامک) زون$|(?:特别经济区|经济特区)$/u;

/** A zone's name; its slug on a day before any source named it. */
export function zoneName({ slug, values }: NamedZone): string {
  return values.name ?? slug;
}

/** The other names of a zone: those of the sources in Latin letters, then those in Urdu and Chinese. */
export function listOtherZoneNames({ aliases, nameUr, nameZh }: OtherNames): string[] {
  return [...(aliases ?? []), nameUr ?? [], nameZh ?? []].flat();
}

type OtherNames = Pick<ZoneValues, "aliases" | "nameUr" | "nameZh">;

/** The names of zones by slug. */
export function zoneNames(zones: Iterable<NamedZone>): Map<string, string> {
  return new Map(Array.from(zones, (zone) => [zone.slug, zoneName(zone)]));
}

/** A zone's name without "Special Economic Zone" and the like, for tables and the map. */
export function shortZoneName(zone: NamedZone): string {
  return shortenZoneName(zoneName(zone));
}

/** A name without "Special Economic Zone" and the like, where only the name is known. */
export function shortenZoneName(name: string): string {
  const short = name.replace(/ \((?:Federal )?SEZ\)$/, "").replace(ZONE_SUFFIX, "");
  return short.replace(LOCAL_SUFFIX, "");
}

/** A district without the part in brackets: "Karachi" from "Karachi (Malir, Bin Qasim)". The page of the zone shows it whole. */
export function shortDistrict(district: string | null): string | null {
  return district === null ? null : district.replace(/ \(.*\)$/, "");
}

/** Longer names, in letters, are written without their last words where these only say that it is a park. */
const LONG_NAME = 24;
const PARK_SUFFIX = / (?:Apparel and Business|Industrial) (?:City|Estate|Park|Zone)$/;

/** The name of a zone where there is little room: "Quaid-e-Azam" for "Quaid-e-Azam Apparel and Business Park". */
export function briefZoneName(zone: Parameters<typeof shortZoneName>[0]): string {
  const name = shortZoneName(zone);
  return name.length > LONG_NAME ? name.replace(PARK_SUFFIX, "") : name;
}
