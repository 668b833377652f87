import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound, permanentRedirect } from "next/navigation";
import { loadRegistry, type SearchParams } from "@/app/(site)/load-registry";
import { TimeOver } from "@/app/(site)/subject-time-bar";
import { FirmPage } from "@/components/features/firms/firm-page";
import { FirmNotYet } from "@/components/features/firms/not-yet-registered";
import { BadMoment } from "@/components/layout/bad-moment";
import { LiveZone } from "@/components/layout/live-zone";
import { ReadingPage } from "@/components/layout/reading-page";
import { MomentBanner } from "@/components/time/moment-banner";
import { METHOD } from "@/lib/contract/method";
import { getFirstSeenDay } from "@/lib/evidence/first-seen";
import type { Tenancy } from "@/lib/evidence/ledger-records";
import { subjectKey } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { firmPath, getFirmId } from "@/lib/firms/firm-address";
import { listEventsNaming } from "@/lib/firms/firm-events";
import type { FirmView } from "@/lib/firms/firm-view";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { getDecisionRights } from "@/lib/server/claim-access";
import { siteOrigin } from "@/lib/server/site-origin";
import type { RegistryView } from "@/lib/server/store";
import { firmShownWords } from "@/lib/text/firm-shown-words";
import { firmSummary } from "@/lib/text/firm-summary";
import { firstDay } from "@/lib/time/day";

type Props = PageProps<"/investors/[id]">;

/** Title and description from the firm's own summary, so that a shared link says what the page says. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const id = decoded((await params).id);
  const answer = await loadRegistry(await searchParams);
  if ("problems" in answer) return { title: "That moment cannot be shown" };
  const { view } = answer;
  const [first, ...others] = listFirms(view, id);
  if (!first) return { title: "Not among the firms" };
  const title = first.record.tenancy.firm;
  const description = firmSummary([first, ...others], view.asOf);
  return {
    title,
    description,
    alternates: { canonical: firmPath(id) },
    openGraph: { type: "article", title, description, siteName: "CPEC SEZ Tracker" },
  };
}

/** One firm in all its zones, at the day and version that the address names, by default now. */
export default async function Page({ params, searchParams }: Props) {
  const id = decoded((await params).id);
  const asked = await searchParams;
  const today = firmPath(id);
  const answer = await loadRegistry(asked);
  if ("problems" in answer) return <BadMoment problems={answer.problems} today={today} />;
  const { view } = answer;
  const { asOf, revision: knownOn } = view;
  const tenancies = view.facts.tenancies.filter(({ firm }) => getFirmId(firm) === id);
  const [named] = tenancies;
  if (!named) return otherwiseNamed(view, id, momentSearch(asked));
  const own = new Set(tenancies.map((tenancy) => subjectKey(tenancy.zone, tenancy.id)));
  const firms = listFirms(view, id);
  return (
    <ReadingPage>
      <TimeOver isOwn={(subject) => own.has(subject)} path={today} params={asked} view={view} />
      {view.current ? null : (
        <MomentBanner
          asOf={asOf}
          knownOn={knownOn}
          version={view.latestRevision}
          pinned={asked.knownOn !== undefined}
          today={today}
        />
      )}
      {firms.length === 0 ? (
        <FirmNotYet
          id={id}
          name={named.firm}
          asOf={asOf}
          knownOn={knownOn}
          from={getFirstSeenDay(view.evidence, tenancies, knownOn)}
        />
      ) : (
        <Firm {...{ view, named, firms, asked }} />
      )}
    </ReadingPage>
  );
}

interface FirmProps {
  view: RegistryView;
  named: Tenancy;
  firms: PlacedFirm[];
  asked: SearchParams;
}

async function Firm({ view, named, firms, asked }: FirmProps) {
  const { asOf, revision: knownOn } = view;
  const rights = await getDecisionRights(await headers());
  return (
    <>
      {view.current
        ? firms.map(({ zone, record }) => (
            <LiveZone
              key={record.tenancy.id}
              slug={zone.slug}
              name={`${named.firm} in ${shortZoneName(zone.values.name ?? zone.slug)}`}
              version={view.latestRevision}
              shown={firmShownWords(record)}
            />
          ))
        : null}
      <FirmPage
        view={{
          ...evidenceOfFirm(view, named, firms),
          asOf,
          revision: knownOn,
          moment: momentPairs(asked),
          mayJudge: (revision) => rights.all || rights.revisions.has(revision),
        }}
        cited={{
          path: firmPath(getFirmId(named.firm)),
          name: named.firm,
          holds: "Claims",
          asOf,
          revision: knownOn,
          method: METHOD,
          origin: await siteOrigin(),
        }}
      />
    </>
  );
}

function listFirms({ registry }: RegistryView, id: string): PlacedFirm[] {
  return listPlacedFirms(registry.zones).filter((firm) => firm.id === id);
}

/** The API names a firm in a zone by an id of its own: that leads to the firm too. */
function otherwiseNamed({ facts }: RegistryView, id: string, moment: string): never {
  const tenancy = facts.tenancies.find((one) => one.id === id);
  if (tenancy) permanentRedirect(firmPath(getFirmId(tenancy.firm), moment) as Route);
  notFound();
}

function evidenceOfFirm(
  { events, sources, facts, asOf }: RegistryView,
  { firm: name }: Tenancy,
  firms: readonly PlacedFirm[],
): Pick<FirmView, "name" | "firms" | "events" | "sources" | "revisions"> {
  const zones = firms.map(({ zone }) => zone.slug);
  return {
    name,
    firms,
    events: listEventsNaming(events, name, zones)
      .filter(({ date }) => firstDay(date) <= asOf)
      .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1)),
    sources: new Map(sources.map((source) => [source.id, source])),
    revisions: new Map(facts.revisions.map((revision) => [revision.number, revision])),
  };
}

/** The id as it was meant; as it stands where it cannot be read. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
