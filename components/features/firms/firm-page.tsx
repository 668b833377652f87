import { CitePanel, ExportPanel } from "@/components/evidence/cite-and-export";
import { EventList } from "@/components/evidence/event-list";
import type { DataFile } from "@/components/evidence/file-links";
import { LedgerEntries } from "@/components/evidence/ledger-entry";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { MessagePage } from "@/components/layout/message-page";
import { PrintButton, ShareButton } from "@/components/layout/page-actions";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { countLedger, listTenancyEntries } from "@/lib/evidence/ledger-entries";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { FIRMS_PATH, firmPath } from "@/lib/firms/firm-address";
import type { FirmView } from "@/lib/firms/firm-view";
import type { PlacedFirm } from "@/lib/firms/firms";
import type { ListPage } from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { type Cited, longCitation, permalinkPath } from "@/lib/text/citation";
import { listAllClaims, summarizeEvidence } from "@/lib/text/evidence-summary";
import { firmSummary } from "@/lib/text/firm-words";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { FirmInZone, RelatedFirms } from "./firm-sections";

interface FirmPageProps {
  view: FirmView;
  /** The zones of the firm that the page shows. */
  list: ListPage<PlacedFirm>;
  cited: Cited;
}

/** All that is known about one firm in each of its zones, and all that is not, each value with its evidence. */
export function FirmPage({ view, list, cited }: FirmPageProps) {
  const { t } = useText();
  const { events, moment } = view;
  const pages = { list, path: cited.path, kept: moment };
  return (
    <>
      <FirmHead view={view} list={list} cited={cited} />
      <ListRange {...pages} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-10">
        {list.items.map((firm) => (
          <FirmInZone key={firm.record.tenancy.id} firm={firm} view={view} />
        ))}
        <div className="grid gap-x-16 gap-y-10 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
          <Section
            id="events"
            title={t("firms.page.timeline")}
            note={t("common.count.events", { count: events.length })}
          >
            {events.length === 0 ? (
              <p className="text-ink-2">{t("firms.page.noEvents")}</p>
            ) : (
              <EventList events={events} view={view} />
            )}
          </Section>
          <RelatedFirms view={{ ...view, firms: list.items }} />
        </div>
        <FirmEvidence view={view} list={list} />
      </div>
      <ListPageLinks {...pages} label={cited.name} />
    </>
  );
}

function FirmHead({ view, list, cited }: FirmPageProps) {
  const text = useText();
  const { firms, asOf, moment, sources } = view;
  const evidence = firms.flatMap(({ record }) => listAllClaims(record.fields));
  return (
    <div className="mb-8">
      <Breadcrumbs
        path={[{ label: text.t("firms.meta.title"), href: FIRMS_PATH + toSearch(moment) }]}
        here={cited.name}
      />
      <PageTitle title={cited.name} lead={firmSummary(text, firms, asOf)} />
      <div className="no-print mt-5 flex flex-wrap items-center gap-2">
        <CitePanel cited={cited} />
        <ShareButton path={permalinkPath(cited)} />
        <ExportPanel
          label={text.t("firms.page.export")}
          files={listFirmFiles(text, list.items, cited)}
        />
        <PrintButton />
      </div>
      <p className="mt-3 text-12 text-ink-3">{summarizeEvidence(text, evidence, sources)}</p>
      <p className="mt-2 hidden break-words text-12 text-ink-2 print:block">
        {longCitation(text, cited)}
      </p>
    </div>
  );
}

/** The API's answers about one firm, with a fixed day and revision. */
export function listFirmFiles(
  { t }: Text,
  firms: readonly PlacedFirm[],
  { asOf, knownOn }: { readonly asOf: Day; readonly knownOn: string },
): readonly DataFile[] {
  const moment: [string, string][] = [
    ["asOf", asOf],
    ["knownOn", knownOn],
  ];
  const [first] = firms;
  if (first === undefined) return [];
  return [
    {
      name: t("firms.files.values"),
      hint: t("firms.files.valuesHint"),
      href: `/api/v1/tenancies${toSearch([["firm", first.id], ...moment])}`,
      file: false,
    },
    ...[...new Set(firms.map(({ zone }) => zone.slug))].flatMap((zone) => [
      {
        name: t("firms.files.evidence"),
        hint: t("firms.files.evidenceHint", { zone }),
        href: `/api/v1/zones/${zone}/tenancies${toSearch(moment)}`,
        file: false,
      },
      {
        name: t("firms.files.claims"),
        hint: t("firms.files.claimsHint", { zone }),
        href: `/api/v1/zones/${zone}/claims${toSearch(moment)}`,
        file: false,
      },
    ]),
  ];
}

/** Every report on the firm, zone by zone and field by field, with those that contradict it. */
function FirmEvidence({ view, list }: Pick<FirmPageProps, "view" | "list">) {
  const text = useText();
  const { firms, moment } = view;
  const entriesOf = ({ zone, record }: PlacedFirm) =>
    listTenancyEntries(record, firms.length > 1 ? shortZoneName(zone) : null);
  const { claims, contested, settled, unknown } = countLedger(firms.flatMap(entriesOf));
  return (
    <Section
      id="ledger"
      title={text.t("firms.evidence.title")}
      note={text.t("firms.evidence.note", {
        claims,
        disputed: text.number(contested),
        resolved: text.number(settled),
        unknown: text.number(unknown),
      })}
    >
      {list.items.map((firm) => (
        <section
          key={firm.record.tenancy.id}
          aria-label={text.t("firms.evidence.zone", { zone: shortZoneName(firm.zone) })}
          className="mb-6"
        >
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 border-line-2 border-b pb-1 font-serif text-15">
            {text.t("firms.evidence.in", { zone: shortZoneName(firm.zone) })}
            <Anchor
              className="link font-normal font-sans text-12"
              href={`/zones/${firm.zone.slug}/ledger${toSearch(moment)}`}
            >
              {text.t("firms.evidence.ofZone")}
            </Anchor>
          </h3>
          <LedgerEntries entries={entriesOf(firm)} view={view} />
        </section>
      ))}
    </Section>
  );
}

interface FirmNotYetRegisteredProps {
  id: string;
  name: string;
  asOf: Day;
  revision: number;
  /** The revision as a permanent link names it. */
  knownOn: string;
  /** The first day with the firm in a zone, as known in that revision; null: there is none. */
  from: Day | null;
}

/** In place of a firm that no report puts into a zone of the register on that day. */
export function FirmNotYetRegistered({
  id,
  name,
  asOf,
  revision,
  knownOn,
  from,
}: FirmNotYetRegisteredProps) {
  const text = useText();
  const values = { day: text.day(asOf, "long"), revision: formatRevision(revision), firm: name };
  const links = [
    ...(from === null
      ? []
      : [
          {
            href: firmPath(id, `?asOf=${from}&knownOn=${knownOn}`),
            label: text.t("firms.notYet.showFirst", { day: text.day(from) }),
          },
        ]),
    { href: firmPath(id), label: text.t("firms.notYet.showToday") },
    {
      href: `${FIRMS_PATH}?asOf=${asOf}`,
      label: text.t("firms.notYet.showAll", { day: text.day(asOf) }),
    },
  ];
  return (
    <MessagePage inline title={text.t("firms.notYet.title")} links={links}>
      <p>
        {from === null
          ? text.t("firms.notYet.never", values)
          : text.t("firms.notYet.later", { ...values, from: text.day(from, "long") })}
      </p>
    </MessagePage>
  );
}
