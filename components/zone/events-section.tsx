import { formatPartialDate } from "@/components/fields/format-date";
import { toSearch } from "@/lib/client/search-string";
import type { Event } from "@/lib/registry/facts";
import { DEFAULT_QUERY } from "@/lib/registry/query";
import { inScope } from "@/lib/registry/scope";
import { Section } from "./section";
import { SourceReference } from "./source-reference";
import type { ZoneView } from "./zone-view";

/** Props of the timeline. */
export interface EventsSectionProps {
  /** Events that name the zone, by the day looked at, the latest first. */
  events: readonly Event[];
  view: ZoneView;
}

/** What happened in or to the zone, the latest first, each with its source. */
export function EventsSection({ events, view }: EventsSectionProps) {
  const { zone, sources, moment } = view;
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
        <ol>
          {events.map((event) => (
            <li
              key={event.id}
              className="grid gap-x-3 border-line border-t py-1.5 sm:grid-cols-[5.5rem_6rem_minmax(0,1fr)_9rem]"
            >
              <time dateTime={event.date} className="num">
                {formatPartialDate(event.date)}
              </time>
              <span className="text-12 text-ink-3">{event.kind}</span>
              <p>
                <b>{event.title}</b> <span className="text-ink-2">{event.body}</span>
              </p>
              <span className="text-11 sm:text-right">
                <SourceReference id={event.sourceId} source={sources.get(event.sourceId)} brief />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
