import type { Metadata } from "next";
import { Explorer } from "@/components/features/explorer/explorer";
import { FeatureText } from "@/components/layout/feature-text";
import { countClaimsByQuarter } from "@/lib/evidence/active-evidence";
import { packRow } from "@/lib/evidence/row";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { toSearch } from "@/lib/query/search-string";
import { env } from "@/lib/server/env";
import { queryContext, type RegistryView, registryAt } from "@/lib/server/store";
import { toPairs } from "./load-query";
import type { SearchParams } from "./load-registry";
import { loadScopeFacts } from "./load-scope-facts";

/** The title is that of the product. */
export const metadata: Metadata = {
  alternates: { canonical: "/" },
};

/** The explorer. The page holds the rows of the moment, so that it shows them before its scripts run. */
export default async function ExplorerPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const pairs = toPairs(await searchParams);
  const context = await queryContext();
  const { asOf, knownOn } = parseQuery(pairs, context).query;
  const { view, problem } = await viewAt({ asOf, knownOn });
  const today = problem === null && view.current ? view : await currentView();
  return (
    <FeatureText namespaces={["explorer", "query", "map", "issues"]}>
      <Explorer
        search={toSearch(pairs)}
        context={context}
        served={{ rows: view.rows.map(packRow), asOf: view.asOf, revision: view.revision }}
        servedFor={problem === null ? { asOf, knownOn } : { asOf: null, knownOn: null }}
        momentProblem={problem}
        today={today.asOf}
        latest={today.latestRevision}
        quarters={countClaimsByQuarter(view.evidence, view.revision, today.asOf)}
        scopeFacts={loadScopeFacts(view)}
        styleUrl={env().MAP_STYLE_URL ?? null}
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

async function currentView(): Promise<RegistryView> {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return answer.view;
}
