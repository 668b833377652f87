import type { Event } from "../evidence/ledger-records";

/** Brackets at the end of a name are often left out. */
const IN_BRACKETS = /\s*\([^)]*\)$/;

/**
 * The events in some zones that name a firm in their title or text, in the given order. Events have no
 * links to firms, so the name is searched as whole words, without brackets at its end.
 */
export function listEventsNaming(
  events: readonly Event[],
  name: string,
  zones: readonly string[],
): Event[] {
  const bare = name.replace(IN_BRACKETS, "").trim();
  if (bare === "") return [];
  const words = bare.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu");
  return events.filter(
    (event) =>
      event.zones.some((zone) => zones.includes(zone)) &&
      named.test(`${event.title}\n${event.body}`),
  );
}
