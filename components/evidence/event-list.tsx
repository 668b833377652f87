import { sourcePath } from "@/lib/evidence/addresses";
import type { Event } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import { endSentence } from "@/lib/text/end-sentence";
import { upperFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
import { type EventRow, EventRows } from "./event-rows";
import { describeSource } from "./source-reference";

interface EventListProps {
  /** Latest first. */
  events: readonly Event[];
  view: Pick<EvidenceView, "sources" | "moment">;
}

/** Events under each other, each with its source. */
export function EventList({ events, view: { sources, moment } }: EventListProps) {
  const text = useText();
  const rows = events.map(({ id, date, kind, title, body, quotation, sourceId }): EventRow => {
    const source = sources.get(sourceId);
    return {
      id,
      date,
      kind: upperFirst(text, text.t(`ledger.eventKind.${kind}`)),
      title: endSentence(title),
      body,
      ...(quotation === null ? {} : { quotation }),
      ...(source === undefined
        ? { source: sourceId }
        : { source: describeSource(text, source), sourceHref: sourcePath(sourceId, moment) }),
    };
  });
  return <EventRows events={rows} />;
}
