import { toSearch } from "@/lib/client/search-string";
import type { Event } from "@/lib/registry/facts";
import { DEFAULT_QUERY } from "@/lib/registry/query";
import { inScope } from "@/lib/registry/scope";
import { EventList } from "./event-list";
import { Section } from "./section";
import type { ZoneView } from "./zone-view";

/** Props of the timeline. */
export interface EventsSectionProps {
  /** Events that name the zone, by the day looked at, the latest first. */
  events: readonly Event[];
  view: ZoneView;
}

/** What happened in or to the zone, the latest first, each with its source. */
export function EventsSection({ events, view }: EventsSectionProps) {
  const { zone, moment } = view;
  const scope = inScope(zone.values, DEFAULT_QUERY.scope) ? [] : [["scope", "all"] as const];
  const timeline = toSearch([...scope, ["zones", zone.slug], ...moment]);
  return (
    <Section
      id="events"
      title="What happened, and who said so"
      note={
        <>
          {events.length === 1 ? "1 event" : `${events.length} events`} ·{" "}
          <a className="link" href={`/events${timeline}`}>
            on one timeline with its values
          </a>
        </>
      }
    >
      {events.length === 0 ? (
        <p className="text-ink-2">No dated event names this zone.</p>
      ) : (
        <EventList events={events} view={view} />
      )}
    </Section>
  );
}
