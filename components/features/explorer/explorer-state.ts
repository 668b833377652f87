import type { ParamIssue } from "@/lib/query/param-issues";
import { ALL_QUERY_PARAMS, type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { Text } from "@/lib/text/text";
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
  text: Text,
  search: string,
  context: AddressContext,
): { state: ExplorerState; problems: readonly ParamIssue[] } {
  const pairs = fromSearch(search);
  const parsed = parseQuery(pairs, { ...context, alsoKnown: VIEW_PARAMS });
  const read = readView(text, pairs, context.zoneSlugs);
  return {
    state: { query: parsed.query, view: read.view },
    problems: [...parsed.problems, ...read.problems],
  };
}

/** The search part of the address of a state, with its question mark; empty for the first state. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}

/**
 * The address with one unreadable parameter replaced by the nearest allowed name or value; null where
 * none is near.
 */
export function suggestFix(search: string, problem: ParamIssue): string | null {
  const { param, got, nearest, allowed } = problem;
  // A weight holds a block and a number; `nearest` is only the block.
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
