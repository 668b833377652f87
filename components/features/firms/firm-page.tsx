import { EventList } from "@/components/evidence/event-list";
import { Section } from "@/components/layout/section";
import type { FirmView } from "@/lib/firms/firm-view";
import type { Cited } from "@/lib/text/citation";
import { FirmHead } from "./firm-head";
import { FirmLedger } from "./firm-ledger";
import { FirmPlace } from "./firm-place";
import { FirmSurroundings } from "./related-firms";

/** Props of a firm's page. */
export interface FirmPageProps {
  view: FirmView;
  cited: Cited;
}

/** All that is known of one firm in each of its zones, each value with its source, and all that is not. */
export function FirmPage({ view, cited }: FirmPageProps) {
  return (
    <>
      <FirmHead view={view} cited={cited} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-10">
        {view.firms.map((firm) => (
          <FirmPlace key={firm.record.tenancy.id} firm={firm} view={view} />
        ))}
        <div className="grid gap-x-16 gap-y-10 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
          <Section
            id="events"
            title="What happened, and who said so"
            note={view.events.length === 1 ? "1 event" : `${view.events.length} events`}
          >
            {view.events.length === 0 ? (
              <p className="text-ink-2">No dated event names this firm.</p>
            ) : (
              <EventList events={view.events} view={view} />
            )}
          </Section>
          <FirmSurroundings view={view} />
        </div>
        <FirmLedger view={view} />
      </div>
    </>
  );
}
