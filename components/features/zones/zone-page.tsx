import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { LedgerEntryView } from "@/components/evidence/ledger-entry";
import { EventList } from "@/components/evidence/source-reference";
import { StatusMark } from "@/components/evidence/status-mark";
import { Section } from "@/components/layout/section";
import { type LedgerGroup, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { COMPARE_LIMITS, listSimilarZones } from "@/lib/query/compare";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope, isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import type { Cited } from "@/lib/text/citation";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import { DeliverySection } from "./delivery-section";
import { DependenceSection } from "./dependence-section";
import { FirmsSection } from "./firms-section";
import { Ladders } from "./ladder-view";
import { LedgerFilter } from "./ledger-filter";
import { ReadinessSection, type ReadinessSectionProps } from "./readiness-section";
import { TargetsSection } from "./targets-section";
import { ZoneHead } from "./zone-head";

interface ZonePageProps extends ReadinessSectionProps {
  cited: Cited;
  /** Events by the day looked at that name the zone, latest first. */
  events: readonly Event[];
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
}

/** Everything that is known of one zone, each value with its source, and everything that is unknown. */
export function ZonePage({ view, scoreYears, cited, events, all }: ZonePageProps) {
  return (
    <>
      <ZoneHead view={view} cited={cited} />
      <Ladders view={view} />
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-y-10">
        <Columns>
          <ReadinessSection view={view} scoreYears={scoreYears} />
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

/** Every claim on a zone and its firms, field by field, with its source. */
function LedgerSection({ view }: { view: ZoneView }) {
  const text = useText();
  const groups = listLedgerGroups(view.zone);
  const sum = (count: (group: LedgerGroup) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  return (
    <Section
      id="ledger"
      title={text.t("zones.ledger.title")}
      note={text.t.rich("zones.ledger.note", {
        reports: sum(({ claims }) => claims),
        facts: text.number(sum(({ entries }) => entries.length)),
        disputed: text.number(sum(({ contested }) => contested)),
        resolved: text.number(sum(({ settled }) => settled)),
        unknown: text.number(sum(({ unknown }) => unknown)),
        link: (words) => (
          <a className="link" href={view.ledgerPath}>
            {words}
          </a>
        ),
      })}
    >
      <LedgerFilter
        groups={groups.map((group) => ({
          key: group.key,
          label: text.groupLabel(group.key),
          fields: group.entries.length,
          contradicted: group.contested + group.settled,
          unknown: group.unknown,
          entries: group.entries.map((entry) => (
            <LedgerEntryView
              key={`${entry.tenancyId ?? ""} ${entry.field}`}
              entry={entry}
              view={view}
            />
          )),
        }))}
      />
    </Section>
  );
}

interface SimilarSectionProps {
  zone: ZoneRecord;
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
  /** The date and revision as in the address. */
  moment: ZoneView["moment"];
}

/** Other zones of the same province with their readiness on one scale, highest confirmed score first. */
function SimilarSection({ zone, all, moment }: SimilarSectionProps) {
  const text = useText();
  const { t, number } = text;
  const { shown, total } = listSimilarZones(zone, all);
  const { province } = zone.values;
  if (shown.length === 0 || province === null) return null;
  const compared = [zone.slug, ...shown.map(({ zone: other }) => other.slug)].slice(
    0,
    COMPARE_LIMITS.max,
  );
  return (
    <Section
      id="similar"
      title={t("zones.similar.title", { province: text.termLabel("province", province) })}
      note={
        total > shown.length
          ? t("zones.similar.orderOf", { shown: number(shown.length), total: number(total) })
          : t("zones.similar.order")
      }
    >
      <ul>
        {shown.map(({ zone: other, readiness }) => {
          const candidate = isCandidate(other.values);
          return (
            <li
              key={other.slug}
              className="grid min-h-6 grid-cols-[14px_minmax(0,1fr)_minmax(4rem,9rem)_3.5rem] items-center gap-x-2 py-0.5"
            >
              <StatusMark status={other.values.status} candidate={candidate} />
              <Link
                className="font-semibold hover:underline"
                href={`/zones/${other.slug}${toSearch(moment)}` as Route}
              >
                {shortZoneName(other)}
                {candidate ? (
                  <span className="sr-only">{`, ${t("common.approval.notConfirmed")}`}</span>
                ) : null}
              </Link>
              {readiness === null ? (
                <span className="unknown col-span-2">{t("common.notApplicableBare")}</span>
              ) : (
                <>
                  <IntervalBar
                    low={readiness.low}
                    high={readiness.high}
                    candidate={candidate}
                    label={describeReadiness(text, readiness)}
                  />
                  <span aria-hidden="true" className="tabular text-end">
                    {text.range(readiness.low, readiness.high)}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="no-print mt-2">
        <a
          className="link inline-flex min-h-6 items-center"
          href={`/compare${toSearch([["zones", compared.join(",")], ...moment])}`}
        >
          {t("zones.similar.compare", { count: number(compared.length) })}
        </a>
      </p>
    </Section>
  );
}
