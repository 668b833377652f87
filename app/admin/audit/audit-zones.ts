import { zoneNames } from "@/lib/evidence/zone-name";
import { currentView } from "@/lib/server/registry-at";

/** The names of the zones by their slugs. */
export async function loadZoneNames(): Promise<ReadonlyMap<string, string>> {
  return zoneNames((await currentView()).rows);
}

/** Slugs of the zones whose names contain the text: the log has only slugs. */
export function slugsNamed(text: string, names: ReadonlyMap<string, string>): string[] {
  const words = text.toLowerCase();
  return [...names].flatMap(([slug, name]) => (name.toLowerCase().includes(words) ? [slug] : []));
}
