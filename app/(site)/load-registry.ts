import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import { toSearch } from "@/lib/query/search-string";
import { type RegistryView, registryAt } from "@/lib/server/store";

/** Parameters as Next gives them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const MOMENT = ["asOf", "knownOn"] as const;

/** The parts of an address that name a moment, as they stand in it. */
export function momentPairs(params: SearchParams): [string, string][] {
  return MOMENT.flatMap((name) =>
    [params[name] ?? []].flat().map((value): [string, string] => [name, value]),
  );
}

/** The moment as part of another address, with the question mark; empty for today with all that is known. */
export function momentSearch(params: SearchParams): string {
  return toSearch(momentPairs(params));
}

/** The registry at the moment that the address names, or what is wrong with the moment. */
export async function loadRegistry(
  params: SearchParams,
): Promise<{ view: RegistryView } | { problems: readonly ParamIssue[] }> {
  const { query, problems } = parseQuery(momentPairs(params));
  if (problems.length > 0) return { problems };
  const answer = await registryAt(query);
  return "problem" in answer ? { problems: [answer.problem] } : answer;
}
