import { cache } from "react";
import { type SearchParams, toPairs, toParams } from "@/app/(site)/load-query";
import { readChangesRequest } from "@/components/features/changes/changes-request";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { listChangeRows, matchesFilter } from "@/lib/contract/changes-answer";
import { toSearch } from "@/lib/query/search-string";
import { getText } from "@/lib/server/get-text";
import { registryAt } from "@/lib/server/registry-at";

/** Reads the address of the page of changes and answers it; or the parameters that cannot be read. */
export function loadChanges(params: SearchParams) {
  return answerSearch(toSearch(toPairs(params)));
}

/** Once for each request of the page: its metadata and its content ask the same. */
const answerSearch = cache(async (search: string) => {
  const text = await getText();
  const params = toParams(new URLSearchParams(search));
  const answer = await registryAt(readChangesRequest(text, params));
  if ("problem" in answer) return { problems: [answer.problem] };
  const { view } = answer;
  const request = readChangesRequest(text, params, view.facts);
  const compared = resolveSpan(request.span, view.registry);
  const problems = request.issues.map(({ param = "", got = "", message }) => ({
    param,
    got,
    message,
  }));
  if ("problem" in compared) return { problems: [...problems, compared.problem] };
  if (problems.length > 0) return { problems };
  const { span } = compared;
  const all = listChangeRows(view, listChangesBetween(view, span), span.to);
  const changes = all.filter((row) => matchesFilter(request.filter, row));
  return { data: { view, request, span, all, changes } };
});
