import { EventList } from "@/components/evidence/event-list";
import { toFact } from "@/components/evidence/fact";
import { FactList } from "@/components/evidence/fact-view";
import { NothingFound } from "@/components/evidence/nothing-found";
import { describeSource } from "@/components/evidence/source-reference";
import { ZoneScore } from "@/components/evidence/zone-score";
import { Anchor } from "@/components/layout/link";
import { ContentsList, Fold, Section } from "@/components/layout/section";
import { TRANSLATED_NAMES, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { provincePath, sourcePath } from "@/lib/evidence/addresses";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { COMPARE_LIMITS, listSimilarZones } from "@/lib/query/compare";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope, isApprovalConfirmed } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { getZoneStanding } from "@/lib/readiness/standing";
import { type Cited, longCitation } from "@/lib/text/citation";
import { countEvidenceSources } from "@/lib/text/evidence-summary";
import { useText } from "@/lib/text/use-text";
import { DeliverySection } from "./delivery-section";
import { DependenceSection } from "./dependence-section";
import { EvidenceIndex } from "./evidence-index";
import { FirmsSection } from "./firms-section";
import { Ladders } from "./ladder-view";
import { type PrintedSource, PrintedSourceList } from "./printed-source-list";
import { ReadinessSection, type ReadinessSectionProps } from "./readiness-section";
import { TargetsSection } from "./targets-section";
import { ZoneHead } from "./zone-head";

/** Sources that are printed. The page on screen has all of them. */
const PRINTED = 10;

/** The fields that no other part of the page shows. */
const OTHER_FIELDS: readonly ZoneFieldKey[] = [
  "sectors",
  "rationale",
  "preExistingEstate",
  "developerType",
  "landLease",
  "cohort",
  "candidateForRemainder",
  "jobs",
  "investmentCommittedUsdM",
  "investmentRealisedUsdM",
  "powerNeededBasis",
];

interface ZonePageProps extends ReadinessSectionProps {
  cited: Cited;
  /** Events by the day looked at that name the zone, latest first. */
  events: readonly Event[];
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
}

/**
 * What is known of one zone in layers: the answer and a summary, sections that the contents list, and the way to all
 * evidence. Long parts, and facts about which nothing was found, are folded.
 */
export function ZonePage({ view, scoreYears, cited, events, all }: ZonePageProps) {
  const { t, termLabel } = useText();
  const { province } = view.zone.values;
  const similar = listSimilarZones(view.zone, all);
  const parts = [
    { id: "ladders", title: t("zones.contents.ladders") },
    { id: "readiness", title: t("zones.readiness.title") },
    { id: "delivery", title: t("zones.contents.delivery") },
    { id: "firms", title: t("zones.firms.title") },
    { id: "dependence", title: t("zones.contents.dependence") },
    { id: "promises", title: t("zones.targets.title") },
    { id: "events", title: t("zones.events.title") },
    { id: "other", title: t("zones.other.title") },
    ...(province === null || similar.total === 0
      ? []
      : [
          {
            id: "similar",
            title: t("zones.similar.title", { province: termLabel("province", province) }),
          },
        ]),
    { id: "ledger", title: t("zones.ledger.title") },
  ];
  return (
    <div className="print-small">
      <ZoneHead view={view} cited={cited} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)] print:block">
        <ContentsList parts={parts} />
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-y-10 print:block print:*:mt-3">
          <Ladders view={view} />
          <ReadinessSection view={view} scoreYears={scoreYears} />
          <DeliverySection view={view} />
          <FirmsSection view={view} />
          <div className="grid gap-y-10 *:min-w-0 print:break-inside-avoid print:grid-cols-2 print:gap-x-10">
            <DependenceSection view={view} />
            <TargetsSection view={view} />
          </div>
          <EventsSection events={events} view={view} />
          <OtherFacts view={view} />
          <SimilarSection zone={view.zone} similar={similar} moment={view.moment} />
          <EvidenceIndex view={view} />
          <PrintedSources view={view} cited={cited} />
        </div>
      </div>
    </div>
  );
}

/** Events that are shown at first: the latest. */
const LISTED_EVENTS = 5;
/** Those of them that are printed. */
const PRINTED_EVENTS = 3;

/** What happened in the zone or to it, latest first, each event with its source. */
function EventsSection({ events, view }: Pick<ZonePageProps, "events" | "view">) {
  const { t } = useText();
  const { zone, moment } = view;
  const scope = inScope(zone.values, DEFAULT_QUERY.scope) ? [] : [["scope", "all"] as const];
  const search = toSearch([...scope, ["zones", zone.slug], ...moment]);
  // A line that says that one event is left out takes as much room as the event.
  const isCut = events.length > PRINTED_EVENTS + 1;
  return (
    <Section
      id="events"
      title={t("zones.events.title")}
      note={t.rich("zones.events.note", {
        count: events.length,
        link: (words) => (
          <Anchor className="link" href={`/news${search}`}>
            {words}
          </Anchor>
        ),
      })}
    >
      {events.length === 0 ? (
        <p className="text-ink-2">{t("zones.events.none")}</p>
      ) : (
        <>
          <div className={isCut ? "print:[&_li:nth-child(n+4)]:hidden" : undefined}>
            <EventList events={events.slice(0, LISTED_EVENTS)} view={view} />
          </div>
          {isCut ? (
            <p className="hidden print:block">
              {t("zones.events.earlier", { count: events.length - PRINTED_EVENTS })}
            </p>
          ) : null}
          {events.length > LISTED_EVENTS ? (
            <Fold
              className="no-print"
              label={t("zones.events.earlier", { count: events.length - LISTED_EVENTS })}
            >
              <EventList events={events.slice(LISTED_EVENTS)} view={view} />
            </Fold>
          ) : null}
        </>
      )}
    </Section>
  );
}

interface SimilarSectionProps {
  zone: ZoneRecord;
  similar: ReturnType<typeof listSimilarZones>;
  /** The date and revision as in the address. */
  moment: ZoneView["moment"];
}

/** Other zones of the same province with their readiness on one scale, highest confirmed score first. */
function SimilarSection({ zone, similar, moment }: SimilarSectionProps) {
  const text = useText();
  const { t, number } = text;
  const { shown, total } = similar;
  const { province } = zone.values;
  if (shown.length === 0 || province === null) return null;
  const name = text.termLabel("province", province);
  const compared = [zone.slug, ...shown.map(({ zone: other }) => other.slug)].slice(
    0,
    COMPARE_LIMITS.max,
  );
  return (
    <Section
      id="similar"
      className="no-print"
      title={t("zones.similar.title", { province: name })}
      note={
        total > shown.length
          ? t("zones.similar.orderOf", { shown: number(shown.length), total: number(total) })
          : t("zones.similar.order")
      }
    >
      <ul className="grid gap-x-12 xl:grid-cols-2">
        {shown.map(({ zone: other, readiness }) => (
          <li key={other.slug}>
            <ZoneScore
              zone={other}
              standing={getZoneStanding(other)}
              readiness={readiness}
              href={`/zones/${other.slug}${toSearch(moment)}`}
            />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-4">
        <Anchor
          className="link inline-flex min-h-6 items-center"
          href={provincePath(province, moment)}
        >
          {t("zones.similar.province", { province: name })}
        </Anchor>
        <Anchor
          className="link inline-flex min-h-6 items-center"
          href={`/compare${toSearch([["zones", compared.join(",")], ...moment])}`}
        >
          {t("zones.similar.compare", { count: number(compared.length) })}
        </Anchor>
      </p>
    </Section>
  );
}

/** What else is known of a zone: its purpose, its programme, jobs and investment. */
function OtherFacts({ view }: { view: ZoneView }) {
  const text = useText();
  const { fields, values } = view.zone;
  // An approved zone cannot be a candidate.
  const shown = OTHER_FIELDS.filter(
    (field) => field !== "candidateForRemainder" || !isApprovalConfirmed(values),
  );
  const found = shown.filter((field) => !isNothingFound(fields[field]));
  return (
    <Section id="other" title={text.t("zones.other.title")}>
      <FactList
        facts={found.map((field) =>
          toFact(text, {
            field,
            resolution: fields[field],
            asOf: view.asOf,
            revision: view.revision,
          }),
        )}
      />
      <NothingFound fields={[...TRANSLATED_NAMES, ...shown]} resolutions={fields} />
    </Section>
  );
}

interface PrintedSourcesProps {
  view: ZoneView;
  cited: Cited;
}

/** On paper only: the sources with most reports, and the citation with the permanent link to the rest. */
function PrintedSources({ view: { zone, sources }, cited }: PrintedSourcesProps) {
  const text = useText();
  const counted = countEvidenceSources(zone);
  const rest = counted.length - PRINTED;
  const printed = counted.slice(0, PRINTED).map(({ id, count }): PrintedSource => {
    const source = sources.get(id);
    return source === undefined
      ? { source: id, count }
      : { source: describeSource(text, source), href: sourcePath(id), count };
  });
  return (
    <section aria-labelledby="printed-sources" className="hidden text-12 print:block">
      <h2 id="printed-sources" className="title">
        {text.t("zones.sources.title")}
      </h2>
      <PrintedSourceList sources={printed} />
      {rest > 0 ? <p>{text.t("zones.sources.rest", { count: rest })}</p> : null}
      <p className="mt-2 break-words text-ink-2">{longCitation(text, cited)}</p>
    </section>
  );
}
