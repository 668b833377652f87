import type { Event } from "@/lib/registry/facts";
import type { ZoneRecord } from "@/lib/registry/registry";
import type { Cited } from "./citation";
import { DeliverySection } from "./delivery-section";
import { DependenceSection } from "./dependence-section";
import { EventsSection } from "./events-section";
import { FirmsSection } from "./firms-section";
import { Ladders } from "./ladder-view";
import { LedgerSection } from "./ledger-section";
import { PromisesSection } from "./promises-section";
import { ReadinessSection } from "./readiness-section";
import { SaysWho } from "./says-who";
import { SimilarSection } from "./similar-section";
import { ZoneHead } from "./zone-head";
import type { ZoneView } from "./zone-view";

/** Props of a zone's page. */
export interface ZonePageProps {
  view: ZoneView;
  cited: Cited;
  /** Events that name the zone, by the day looked at, the latest first. */
  events: readonly Event[];
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
}

/** All that is known of one zone, each value with its source, and all that is not. */
export function ZonePage({ view, cited, events, all }: ZonePageProps) {
  return (
    <>
      <ZoneHead view={view} cited={cited} />
      <Ladders view={view} />
      <div className="mt-6 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="grid min-w-0 content-start gap-y-10">
          <ReadinessSection view={view} />
          <EventsSection events={events} sources={view.sources} />
        </div>
        <div className="grid min-w-0 content-start gap-y-10">
          <DeliverySection view={view} />
          <DependenceSection view={view} />
          <PromisesSection view={view} />
          <SimilarSection zone={view.zone} all={all} />
        </div>
      </div>
      <div className="mt-10 grid gap-y-10">
        <FirmsSection view={view} />
        <LedgerSection view={view} />
      </div>
      <SaysWho />
    </>
  );
}
