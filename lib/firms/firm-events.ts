import type { Event } from "../evidence/ledger-records";

/** What stands behind a firm's name in brackets is not always said with it. */
const IN_BRACKETS = /\s*\([^)]*\)$/;

/**
 * The events that name a firm in their title or text and concern one of some zones, in the order given.
 * Events are not linked to firms, so the name is looked for as whole words, with or without what
 * stands in brackets behind it.
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
