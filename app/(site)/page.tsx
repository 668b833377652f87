import type { Metadata } from "next";
import { Explorer } from "@/components/features/explorer/explorer";
import { countClaimsByQuarter } from "@/lib/evidence/claims-by-quarter";
import { packRow } from "@/lib/evidence/row";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { toSearch } from "@/lib/query/search-string";
import { env } from "@/lib/server/env";
import { queryContext, type RegistryView, registryAt } from "@/lib/server/store";
import { loadScopeFacts } from "./load-scope-facts";

/** The explorer keeps the product's own name. */
export const metadata: Metadata = {
  alternates: { canonical: "/" },
};

/** Parameters as Next gives them. */
type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The explorer: the rows of the moment asked for travel with the page, and with them its first picture. */
export default async function ExplorerPage({ searchParams }: { searchParams: SearchParams }) {
  const pairs = toPairs(await searchParams);
  const context = await queryContext();
  const { asOf, knownOn } = parseQuery(pairs, context).query;
  const { view, problem } = await viewAt({ asOf, knownOn });
  const today = problem === null && view.current ? view : await currentView();
  return (
    <Explorer
      search={toSearch(pairs)}
      context={context}
      served={{ rows: view.rows.map(packRow), asOf: view.asOf, version: view.revision }}
      servedFor={problem === null ? { asOf, knownOn } : { asOf: null, knownOn: null }}
      momentProblem={problem}
      today={today.asOf}
      latest={today.version}
      quarters={countClaimsByQuarter(view.evidence, view.revision, today.asOf)}
      scopeFacts={loadScopeFacts(view)}
      styleUrl={env().MAP_STYLE_URL ?? null}
    />
  );
}

/** The view asked for; today's, with what is wrong, where that cannot be shown. */
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
  if ("problem" in answer) throw new Error(answer.problem.message);
  return answer.view;
}

function toPairs(params: Awaited<SearchParams>): [string, string][] {
  return Object.entries(params).flatMap(([name, value]): [string, string][] =>
    [value ?? []].flat().map((one) => [name, one]),
  );
}
