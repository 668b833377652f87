import { EventList } from "@/components/evidence/event-list";
import { Section } from "@/components/layout/section";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";

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
