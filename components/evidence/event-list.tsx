import { Original } from "@/components/ui/original";
import type { Event } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import { endSentence } from "@/lib/text/end-sentence";
import { upperFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
import { SourceReference } from "./source-reference";

interface EventListProps {
  /** Latest first. */
  events: readonly Event[];
  view: Pick<EvidenceView, "sources" | "moment">;
}

/** Events under each other, each with its source. */
export function EventList({ events, view: { sources, moment } }: EventListProps) {
  const text = useText();
  return (
    <ol>
      {events.map(({ id, date, kind, title, body, sourceId }) => (
        <li key={id} className="event">
          <time dateTime={date}>{text.partialDate(date)}</time>
          <span>{upperFirst(text, text.t(`ledger.eventKind.${kind}`))}</span>
          <p>
            <Original>
              <b>{endSentence(title)}</b> <span className="text-ink-2">{body}</span>
            </Original>
          </p>
          <span>
            <SourceReference id={sourceId} source={sources.get(sourceId)} moment={moment} brief />
          </span>
        </li>
      ))}
    </ol>
  );
}
