import type { Event } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import { formatPartialDate } from "@/lib/text/format-date";
import { SourceReference } from "./source-reference";

/** Props of some events. */
export interface EventListProps {
  /** The latest first. */
  events: readonly Event[];
  view: Pick<EvidenceView, "sources" | "moment">;
}

/** Events one below the other, each with its source. */
export function EventList({ events, view: { sources, moment } }: EventListProps) {
  return (
    <ol>
      {events.map((event) => (
        <li
          key={event.id}
          className="grid gap-x-3 border-line border-t py-1.5 sm:grid-cols-[5.5rem_6rem_minmax(0,1fr)_9rem]"
        >
          <time dateTime={event.date} className="tabular">
            {formatPartialDate(event.date)}
          </time>
          <span className="text-12 text-ink-3">{event.kind}</span>
          <p>
            <b>{event.title}</b> <span className="text-ink-2">{event.body}</span>
          </p>
          <span className="text-11 sm:text-right">
            <SourceReference
              id={event.sourceId}
              source={sources.get(event.sourceId)}
              moment={moment}
              brief
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
