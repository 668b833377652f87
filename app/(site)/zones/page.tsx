import { preload } from "react-dom";
import { type SearchParams, toPairs } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { withFiltered } from "@/components/features/explorer/columns";
import { Explorer } from "@/components/features/explorer/explorer";
import { buildFirstAnswer } from "@/components/features/explorer/explorer-answer";
import { readState } from "@/components/features/explorer/explorer-state";
import { FeatureText } from "@/components/layout/feature-text";
import { rowsAddress } from "@/lib/client/rows";
import { getReportTimes } from "@/lib/evidence/report-times";
import { zoneName } from "@/lib/evidence/zone-name";
import { MOST_ON_ONE_PAGE } from "@/lib/query/list-page";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { toSearch } from "@/lib/query/search-string";
import { mapSettings } from "@/lib/server/map-settings";
import { siteOrigin } from "@/lib/server/origins";
import { nameViewIn } from "@/lib/server/registry/named-view";
import {
  currentView,
  queryContext,
  type RegistryView,
  registryAt,
} from "@/lib/server/registry/registry-at";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";
import { packDays } from "@/lib/time/packed-days";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/zones");

/** The explorer. The page holds the first rows of the answer, so that it shows them before its scripts run. */
export default async function ExplorerPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const pairs = toPairs(params);
  const search = toSearch(pairs);
  const known = await queryContext();
  const { asOf, knownOn } = parseQuery(pairs, known).query;
  const { view, problem } = await viewAt({ asOf, knownOn });
  const isLarge = view.rows.length > MOST_ON_ONE_PAGE;
  // Read as in the browser.
  const context = isLarge ? { ...known, zoneSlugs: null } : known;
  const { state, problems } = readState(search, context);
  const columns = withFiltered(state.view.columns, state.query);
  const text = await getPageText();
  const first = { columns, page: params.page };
  const today = problem === null && view.current ? view : await currentView();
  const { quarters, changeDates } = getReportTimes(view.evidence, view.revision, today.asOf);
  const moment = problem === null ? { asOf, knownOn } : { asOf: null, knownOn: null };
  const revision = moment.knownOn === null ? today.latestRevision : null;
  // The browser needs the rows as soon as its scripts run.
  preload(rowsAddress({ ...moment, revision }), {
    ...({ as: "fetch", crossOrigin: "anonymous", fetchPriority: "low" } as const),
  });
  // The explorer itself writes no address with an issue, so that it only needs these words where it begins with one.
  const hasIssues = problem !== null || problems.length > 0;
  const named = new Set([...state.query.zones, ...state.view.selected]);
  return (
    <FeatureText namespaces={hasIssues ? ["pages.list", "issues"] : ["pages.list"]}>
      <Explorer
        search={search}
        context={context}
        served={{ asOf: view.asOf, revision: view.revision, knownOn: view.registry.knownOn }}
        first={buildFirstAnswer(text, view.rows, state.query, view.asOf, first)}
        momentProblem={problem}
        today={today.asOf}
        latest={today.latestRevision}
        quarters={quarters}
        changeDates={packDays(changeDates)}
        names={view.rows
          .filter(({ slug }) => named.has(slug))
          .map((row) => [row.slug, zoneName(row)])}
        searched={describeSearch(text, view)}
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
  const [view, problem] =
    "view" in answer ? [answer.view, null] : [await currentView(), answer.problem];
  return { view: nameViewIn(await pageLocale(), view), problem };
}
