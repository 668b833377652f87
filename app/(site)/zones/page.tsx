import { type SearchParams, toPairs } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { buildFirstPage, MOST_SERVED } from "@/components/features/explorer/build-first-answer";
import { Explorer } from "@/components/features/explorer/explorer";
import { readState } from "@/components/features/explorer/explorer-state";
import type {
  CitedSource,
  Decision,
  ScopeFacts,
} from "@/components/features/explorer/scope-dialog";
import { FeatureText } from "@/components/layout/feature-text";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { packRecords } from "@/lib/evidence/packed-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { getReportTimes } from "@/lib/evidence/report-times";
import { packRow } from "@/lib/evidence/row";
import { toRowTable } from "@/lib/evidence/row-table";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { mapSettings } from "@/lib/server/map-settings";
import { siteOrigin } from "@/lib/server/origins";
import {
  currentView,
  queryContext,
  type RegistryView,
  registryAt,
} from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";
import { packDays } from "@/lib/time/packed-days";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/zones");

/** The explorer. The page holds the rows of the moment, so that it shows them before its scripts run. */
export default async function ExplorerPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const pairs = toPairs(await searchParams);
  const search = toSearch(pairs);
  const known = await queryContext();
  const { asOf, knownOn } = parseQuery(pairs, known).query;
  const { view, problem } = await viewAt({ asOf, knownOn });
  const isLarge = view.rows.length > MOST_SERVED;
  const context = isLarge ? { ...known, zoneSlugs: null } : known;
  // Read as in the browser, which has to know its own query in the answer.
  const { state, page, problems } = readState(search, context);
  const large = isLarge
    ? buildFirstPage(await getPageText(), view.rows, state.query, view.asOf, page)
    : null;
  const today = problem === null && view.current ? view : await currentView();
  const { quarters, changeDates } = getReportTimes(view.evidence, view.revision, today.asOf);
  // The explorer itself writes no address with an issue, so that it only needs these words where it begins with one.
  const hasIssues = problem !== null || problems.length > 0;
  return (
    <FeatureText
      namespaces={hasIssues ? ["explorer", "query", "map", "issues"] : ["explorer", "query", "map"]}
    >
      <Explorer
        search={search}
        context={context}
        served={{
          rows: toRowTable((large?.rows ?? view.rows).map(packRow)),
          asOf: view.asOf,
          revision: view.revision,
          knownOn: view.registry.knownOn,
        }}
        {...(large === null ? {} : { first: large.first })}
        servedFor={problem === null ? { asOf, knownOn } : { asOf: null, knownOn: null }}
        momentProblem={problem}
        today={today.asOf}
        latest={today.latestRevision}
        quarters={quarters}
        changeDates={isLarge ? null : packDays(changeDates)}
        searched={describeSearch(await getPageText(), view)}
        scopeFacts={loadScopeFacts(view, isLarge)}
        mapSettings={mapSettings()}
        origin={await siteOrigin()}
      />
    </FeatureText>
  );
}

/** The view of a moment; today's, with the problem, where that moment cannot be shown. */
async function viewAt(
  moment: Parameters<typeof registryAt>[0],
): Promise<{ view: RegistryView; problem: ParamIssue | null }> {
  const answer = await registryAt(moment);
  return "view" in answer
    ? { view: answer.view, problem: null }
    : { view: await currentView(), problem: answer.problem };
}

/** Key of the context figure with the number of approved zones. */
const APPROVED_ZONES = "approved-zones";

/** The government's own number of approved zones; null where it is not recorded. */
function findAnnounced({ context }: RegistryView) {
  return context.find(({ key }) => key === APPROVED_ZONES) ?? null;
}

/**
 * The source that decides on the scope of each zone, and the government's own number with its source.
 * @param isLarge the zones are too many to list
 */
function loadScopeFacts(view: RegistryView, isLarge: boolean): ScopeFacts {
  const { registry, rows, sources } = view;
  const figure = findAnnounced(view);
  const zones = new Map(registry.zones.map((zone) => [zone.slug, zone]));
  const decidedBy = (isLarge ? [] : rows).map(({ slug }) => {
    const zone = zones.get(slug);
    const decided = zone && decidingFields(zone).map((field) => zone.fields[field].evidence);
    return decided?.find((evidence) => evidence !== null)?.claim.sourceId;
  });
  const cited = sources
    .filter(({ id }) => id === figure?.sourceId || decidedBy.includes(id))
    .map(
      ({ id, title, publisher, url, publishedOn }): CitedSource => ({
        ...{ id, title, publisher, url, publishedOn },
      }),
    );
  const places = new Map(cited.map(({ id }, place) => [id, place]));
  return {
    announced: figure
      ? { value: figure.value, period: figure.period, sourceId: figure.sourceId }
      : null,
    decisions: packRecords(
      decidedBy.map((id): Decision => ({ source: id === undefined ? id : places.get(id) })),
    ),
    sources: packRecords(cited),
  };
}

/** The fields that decide on a zone's scope, the most important first. */
function decidingFields({ values }: ZoneRecord): readonly ZoneFieldKey[] {
  if (isApprovalConfirmed(values)) return ["cohort", "legalStatus"];
  return isCandidate(values)
    ? ["candidateForRemainder", "legalStatus"]
    : ["legalStatus", "cohort", "status", "cpecStatus"];
}
