import { headers } from "next/headers";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { loadRegistry, type SearchParams } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner, SubjectTimeBar } from "@/app/(site)/subject-time-bar";
import { FirmNotYetRegistered, FirmPage } from "@/components/features/firms/firm-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { LiveZone } from "@/components/layout/live-zone";
import { ReadingPage } from "@/components/layout/reading-page";
import { METHOD } from "@/lib/contract/meta";
import { getFirstSeenDay } from "@/lib/evidence/active-evidence";
import { subjectKey } from "@/lib/evidence/evidence-index";
import { followMerges, tenancyAt } from "@/lib/evidence/retirement";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { decodeFirmId, firmPath } from "@/lib/firms/firm-address";
import { buildFirmView } from "@/lib/firms/firm-view";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { getListPage } from "@/lib/query/list-page";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { getDecisionRights } from "@/lib/server/accounts/decision-rights";
import { siteOrigin } from "@/lib/server/origins";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText, inPageLanguage, pageLocale } from "@/lib/server/text/page-text";
import { firmShownWords } from "@/lib/text/firm-words";
import { describeSearch } from "@/lib/text/search-words";

type Props = PageProps<"/firms/[id]">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/firms/[id]");

/** One firm in all its zones, at the moment in the address; today by default. */
export default async function Page({ params, searchParams }: Props) {
  const id = decodeFirmId((await params).id);
  const query = await searchParams;
  const path = firmPath(id);
  const answer = await loadRegistry(query, await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={path} />;
  const { view } = answer;
  const { asOf, revision } = view;
  const tenancies = view.facts.tenancies
    .map((tenancy) => tenancyAt(tenancy, revision))
    .filter(({ firmId }) => firmId === id);
  const [tenancy] = tenancies;
  if (!tenancy) return redirectTenancy(view, id, query);
  const subjects = new Set(tenancies.map((one) => subjectKey(one.zone, one.id)));
  const firms = listFirms(view, id);
  return (
    <ReadingPage note={describeSearch(await getPageText(), view)}>
      <SubjectTimeBar
        isOwn={(subject) => subjects.has(subject)}
        path={path}
        params={query}
        view={view}
      />
      <PastBanner view={view} pinned={query.knownOn !== undefined} today={path} />
      {firms.length === 0 ? (
        <FirmNotYetRegistered
          id={id}
          name={tenancy.firm}
          asOf={asOf}
          revision={revision}
          knownOn={view.registry.knownOn}
          from={getFirstSeenDay(view.evidence, tenancies, revision)}
        />
      ) : (
        <Firm view={view} name={tenancy.firm} firms={firms} query={query} />
      )}
    </ReadingPage>
  );
}

interface FirmProps {
  view: RegistryView;
  name: string;
  /** The firm in each of its zones. */
  firms: readonly PlacedFirm[];
  query: SearchParams;
}

/** Zones of a firm on one page: each is some 60 kB with all its reports. */
const ZONES_ON_PAGE = 10;

async function Firm({ view, name, firms, query }: FirmProps) {
  const text = await getPageText();
  const rights = await getDecisionRights(await headers());
  // Anchors of facts and places hold the id of the firm in its zone.
  const list = getListPage(
    firms,
    query,
    ({ record }, id) => id.includes(record.tenancy.id),
    ZONES_ON_PAGE,
  );
  const live = view.current ? list.items : [];
  return (
    <>
      {live.map(({ zone, record }) => (
        <LiveZone
          key={record.tenancy.id}
          slug={zone.slug}
          name={text.t("firms.page.live", {
            firm: name,
            zone: shortZoneName(zone),
          })}
          version={view.latestRevision}
          shown={firmShownWords(text, record)}
        />
      ))}
      <FirmPage
        view={buildFirmView(view, name, firms, {
          moment: momentPairs(query),
          mayJudge: (revision) => rights.all || rights.revisions.has(revision),
        })}
        list={list}
        cited={{
          path: firmPath(firms[0]?.id ?? ""),
          name,
          holds: text.t("firms.page.cited"),
          asOf: view.asOf,
          revision: view.revision,
          knownOn: view.registry.knownOn,
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

/** A merged firm, and the API's id of a firm in a zone, redirect to the firm; another unknown id is not found. */
async function redirectTenancy(
  { facts, revision }: RegistryView,
  id: string,
  query: SearchParams,
): Promise<never> {
  const tenancy = facts.tenancies.find((one) => one.id === id);
  const addressOf = (firm: string) => inPageLanguage(firmPath(firm, momentSearch(query)));
  if (tenancy) permanentRedirect(await addressOf(tenancyAt(tenancy, revision).firmId));
  const stays = followMerges(facts, "firm", id, revision);
  if (stays !== id) redirect(await addressOf(stays));
  notFound();
}
