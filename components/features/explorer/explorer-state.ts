import type { ParamIssue } from "@/lib/query/param-issues";
import { type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { type ExplorerView, readView, VIEW_PARAMS, writeView } from "./view-params";

/** The state in the explorer's address: the query, and how its answer is shown. */
export interface ExplorerState {
  readonly query: Query;
  readonly view: ExplorerView;
}

/** What reading an address needs to know of the data. */
export type AddressContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

/** Reads the explorer's state from its address, with every parameter that could not be read. */
export function readState(
  search: string,
  context: AddressContext,
): { state: ExplorerState; problems: readonly ParamIssue[] } {
  const pairs = fromSearch(search);
  const parsed = parseQuery(pairs, { ...context, alsoKnown: VIEW_PARAMS });
  const read = readView(pairs, context.zoneSlugs);
  return {
    state: { query: parsed.query, view: read.view },
    problems: [...parsed.problems, ...read.problems],
  };
}

/** The search part of the address of a state, with its question mark; empty for the first state. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}
