import { listAllZoneNames } from "@/lib/evidence/all-zone-names";
import { currentView } from "@/lib/server/registry/registry-at";

/** The names of all zones by their slugs. */
export async function loadZoneNames(): Promise<ReadonlyMap<string, string>> {
  return listAllZoneNames(await currentView());
}

/** Slugs of the zones whose names contain the text: the log has only slugs. */
export function slugsNamed(text: string, names: ReadonlyMap<string, string>): string[] {
  const words = text.toLowerCase();
  return [...names].flatMap(([slug, name]) => (name.toLowerCase().includes(words) ? [slug] : []));
}
