import { momentPairs } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { type RegistryView, registryAt } from "@/lib/server/store";

/** Parameters of an address as Next gives them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The registry at the moment in the address, or what is wrong with that moment. */
export async function loadRegistry(
  params: SearchParams,
): Promise<{ view: RegistryView } | { problems: readonly ParamIssue[] }> {
  const { query, problems } = parseQuery(momentPairs(params));
  if (problems.length > 0) return { problems };
  const answer = await registryAt(query);
  return "problem" in answer ? { problems: [answer.problem] } : answer;
}
