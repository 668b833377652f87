import type { ReactNode } from "react";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import type { Cited } from "@/lib/text/citation";
import { DeliverySection } from "./delivery-section";
import { DependenceSection } from "./dependence-section";
import { EventsSection } from "./events-section";
import { FirmsSection } from "./firms-section";
import { Ladders } from "./ladder-view";
import { LedgerSection } from "./ledger-section";
import { ReadinessSection } from "./readiness-section";
import { SimilarSection } from "./similar-section";
import { PromisesSection } from "./targets-section";
import { ZoneHead } from "./zone-head";

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
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-y-10">
        <Columns>
          <ReadinessSection view={view} />
          <div className="grid content-start gap-y-10">
            <DeliverySection view={view} />
            <DependenceSection view={view} />
          </div>
        </Columns>
        <FirmsSection view={view} />
        <Columns>
          <div className="grid min-w-0 content-start gap-y-10">
            <PromisesSection view={view} />
            <EventsSection events={events} view={view} />
          </div>
          <SimilarSection zone={view.zone} all={all} moment={view.moment} />
        </Columns>
        <LedgerSection view={view} />
      </div>
    </>
  );
}

/** The wide and the narrow column; below each other where there is no room, in the order of the page. */
function Columns({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-16 gap-y-10 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
      {children}
    </div>
  );
}
