import type { ParamIssue } from "@/lib/query/param-issues";
import { ALL_QUERY_PARAMS, type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { type ExplorerView, readView, VIEW_PARAMS, writeView } from "./view-params";

/** All that the explorer's address says: what is asked, and how the answer is shown. */
export interface ExplorerState {
  readonly query: Query;
  readonly view: ExplorerView;
}

/** What is known of the data when an address is read. */
export type AddressContext = Required<Pick<ParseContext, "openTerms" | "zoneSlugs">>;

/** Reads the explorer's state from its address, with every parameter that could not be read. */
export function readState(
  search: string,
  context: AddressContext,
): { state: ExplorerState; problems: readonly ParamIssue[] } {
  const pairs = fromSearch(search);
  const asked = parseQuery(pairs, { ...context, alsoKnown: VIEW_PARAMS });
  const shown = readView(pairs, context.zoneSlugs);
  return {
    state: { query: asked.query, view: shown.view },
    problems: [...asked.problems, ...shown.problems],
  };
}

/** The address, from its question mark, that says a state; empty for the state in which everyone begins. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}

/**
 * The address with one unreadable parameter put right, by the allowed name or values nearest to what
 * was given; null where there is none near.
 */
export function suggestFix(search: string, problem: ParamIssue): string | null {
  const { param, got, nearest, allowed } = problem;
  // A weight has its block and its figure in one word: nearest speaks of the block alone.
  if (nearest === null || param === "weights") return null;
  return rewritten(search, problem, () =>
    isParam(param) ? [param, fixedValue(got, allowed, nearest)] : [nearest, got],
  );
}

/** The address without one unreadable parameter. */
export function withoutParam(search: string, problem: ParamIssue): string {
  return rewritten(search, problem, () => null);
}

function rewritten(
  search: string,
  { param, got }: ParamIssue,
  rewrite: () => [string, string] | null,
): string {
  const pairs = fromSearch(search).map((pair) =>
    pair[0] === param && pair[1] === got ? rewrite() : pair,
  );
  return toSearch(pairs.filter((pair) => pair !== null));
}

function isParam(name: string): boolean {
  return [...ALL_QUERY_PARAMS, ...VIEW_PARAMS].includes(name);
}

function fixedValue(value: string, allowed: readonly string[], near: string): string {
  return value
    .split(",")
    .map((word) => {
      const sign = word.startsWith("-") ? "-" : "";
      return allowed.includes(word.slice(sign.length)) ? word : sign + near;
    })
    .join(",");
}
