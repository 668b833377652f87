import { zoneNames } from "@/lib/evidence/zone-name";
import { registryAt } from "@/lib/server/registry-at";

/** The names of the zones by their slugs. */
export async function loadZoneNames(): Promise<ReadonlyMap<string, string>> {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return zoneNames(answer.view.rows);
}

/** Slugs of the zones whose names contain the text: the log has only slugs. */
export function slugsNamed(text: string, names: ReadonlyMap<string, string>): string[] {
  const words = text.toLowerCase();
  return [...names].flatMap(([slug, name]) => (name.toLowerCase().includes(words) ? [slug] : []));
}
