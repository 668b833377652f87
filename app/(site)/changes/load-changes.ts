import { cache } from "react";
import { type SearchParams, toPairs } from "@/app/(site)/load-query";
import { readChangesRequest } from "@/components/features/changes/changes-request";
import type { Span } from "@/lib/changes/change";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { listChangeRows, matchesFilter, type NamedChange } from "@/lib/contract/changes-answer";
import type { ParamIssue } from "@/lib/query/param-issues";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import type { Misspelling } from "@/lib/query/suggest-fix";
import { type RegistryView, registryAt } from "@/lib/server/registry/registry-at";
import type { Text } from "@/lib/text/text";

/** The request of the page, what it compares, and the changes; or the parameters that cannot be read. */
type ChangesOutcome =
  | {
      readonly data: {
        readonly view: RegistryView;
        readonly request: ReturnType<typeof readChangesRequest>;
        readonly span: Span;
        /** Before the filters. */
        readonly all: readonly NamedChange[];
        readonly changes: readonly NamedChange[];
      };
    }
  | { readonly problems: readonly (ParamIssue | ReadIssue)[]; readonly search: string };

/** An issue that is in words already. */
type ReadIssue = Misspelling & { readonly message: string };

/**
 * Reads the address of the page of changes and answers it; or the parameters that cannot be read.
 * @param text writes what is wrong with a parameter
 */
export function loadChanges(text: Text, params: SearchParams): Promise<ChangesOutcome> {
  return answerSearch(text, toSearch(toPairs(params)));
}

/** Once for each request of the page: its metadata and its content ask the same. */
const answerSearch = cache(async (text: Text, search: string): Promise<ChangesOutcome> => {
  const pairs = fromSearch(search);
  const answer = await registryAt(readChangesRequest(text, pairs));
  if ("problem" in answer) return { problems: [answer.problem], search };
  const { view } = answer;
  const request = readChangesRequest(text, pairs, view.facts);
  const compared = resolveSpan(request.span, view.registry);
  const problems = request.issues.map(
    ({ code, param = "", got = "", message, allowed = [], nearest = null }): ReadIssue => ({
      ...{ param, got, message, allowed, nearest },
      reason: { code: code === "unknown-parameter" ? "unknown-param" : code },
    }),
  );
  if ("problem" in compared) return { problems: [...problems, compared.problem], search };
  if (problems.length > 0) return { problems, search };
  const { span } = compared;
  const { filter } = request;
  const all = listChangeRows(view, listChangesBetween(view, span), span.to);
  const changes = all.filter((row) => matchesFilter(filter, row));
  return { data: { view, request, span, all, changes } };
});
