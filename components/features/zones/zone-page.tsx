import type { ReactNode } from "react";
import { EventList } from "@/components/evidence/source-reference";
import { Section } from "@/components/layout/section";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import type { Cited } from "@/lib/text/citation";
import { useText } from "@/lib/text/use-text";
import { DeliverySection } from "./delivery-section";
import { DependenceSection } from "./dependence-section";
import { FirmsSection } from "./firms-section";
import { Ladders } from "./ladder-view";
import { LedgerSection } from "./ledger-section";
import { ReadinessSection } from "./readiness-section";
import { SimilarSection } from "./similar-section";
import { TargetsSection } from "./targets-section";
import { ZoneHead } from "./zone-head";

interface ZonePageProps {
  view: ZoneView;
  cited: Cited;
  /** Events by the day looked at that name the zone, latest first. */
  events: readonly Event[];
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
}

/** Everything that is known of one zone, each value with its source, and everything that is unknown. */
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
            <TargetsSection view={view} />
            <EventsSection events={events} view={view} />
          </div>
          <SimilarSection zone={view.zone} all={all} moment={view.moment} />
        </Columns>
        <LedgerSection view={view} />
      </div>
    </>
  );
}

/** A wide and a narrow column; one below the other on a narrow screen, in the order of the page. */
function Columns({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-16 gap-y-10 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
      {children}
    </div>
  );
}

/** What happened in the zone or to it, latest first, each event with its source. */
function EventsSection({ events, view }: Pick<ZonePageProps, "events" | "view">) {
  const { t } = useText();
  const { zone, moment } = view;
  const scope = inScope(zone.values, DEFAULT_QUERY.scope) ? [] : [["scope", "all"] as const];
  const search = toSearch([...scope, ["zones", zone.slug], ...moment]);
  return (
    <Section
      id="events"
      title={t("zones.events.title")}
      note={t.rich("zones.events.note", {
        count: events.length,
        link: (words) => (
          <a className="link" href={`/events${search}`}>
            {words}
          </a>
        ),
      })}
    >
      {events.length === 0 ? (
        <p className="text-ink-2">{t("zones.events.none")}</p>
      ) : (
        <EventList events={events} view={view} />
      )}
    </Section>
  );
}
