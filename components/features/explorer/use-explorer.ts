"use client";

import { useCallback, useMemo } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import { type ParseContext, parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { withoutLanguage } from "@/lib/text/reader-language";
import { PAGE_PARAM } from "./first-answer";
import { type ExplorerView, readView, VIEW_PARAMS, writeView } from "./view-params";

/** The state in the explorer's address: the query, and how its answer is shown. */
export interface ExplorerState {
  readonly query: Query;
  readonly view: ExplorerView;
}

/** What reading an address needs to know of the data. */
export interface AddressContext extends Required<Pick<ParseContext, "openTerms">> {
  /**
   * Every zone. Null for a large registry, whose slugs would be 200 KB of the page: a slug that no zone has then is a
   * condition that nothing meets, and the empty list offers to remove it, instead of a notice that names it.
   */
  readonly zoneSlugs: readonly string[] | null;
}

/** Reads the explorer's state from its address, with every parameter that could not be read. */
export function readState(
  search: string,
  context: AddressContext,
): { state: ExplorerState; problems: readonly ParamIssue[] } {
  const pairs = withoutLanguage(fromSearch(search));
  const { openTerms, zoneSlugs } = context;
  const parsed = parseQuery(pairs, {
    openTerms,
    ...(zoneSlugs === null ? {} : { zoneSlugs }),
    alsoKnown: [...VIEW_PARAMS, PAGE_PARAM],
  });
  const read = readView(pairs, zoneSlugs);
  return {
    state: { query: parsed.query, view: read.view },
    problems: [...parsed.problems, ...read.problems],
  };
}

/** The search part of the address of a state, with its question mark; empty for the first state. */
export function writeState({ query, view }: ExplorerState): string {
  return toSearch([...writeQuery(query), ...writeView(view)]);
}

/** The explorer's one path. */
export const EXPLORER_PATH = "/";

/** The address of a state, from its path on. */
export function writeAddress(state: ExplorerState): string {
  return EXPLORER_PATH + writeState(state);
}

/** Changes how the answer is shown. */
export type ChangeView = (edit: (view: ExplorerView) => ExplorerView, how?: AddressChange) => void;

/** The explorer's state, which is in its address, and the ways to change it. */
interface ExplorerAddress {
  readonly search: string;
  readonly state: ExplorerState;
  readonly problems: readonly ParamIssue[];
  readonly changeQuery: ChangeQuery;
  readonly changeView: ChangeView;
}

/** Reads and writes the explorer's address. The two functions that change it are the same on every render. */
export function useExplorerAddress(served: string, context: AddressContext): ExplorerAddress {
  const search = useSearch(EXPLORER_PATH, served);
  const { state, problems } = useMemo(() => readState(search, context), [search, context]);
  const change = useCallback(
    (edit: (state: ExplorerState) => ExplorerState, how?: AddressChange) => {
      // From the address as it is now, so that two changes in one event both count.
      writeSearch(writeState(edit(readState(currentSearch(), context).state)), how);
    },
    [context],
  );
  const changeQuery = useCallback<ChangeQuery>(
    (edit, how) => change((now) => ({ ...now, query: edit(now.query) }), how),
    [change],
  );
  const changeView = useCallback<ChangeView>(
    (edit, how) => change((now) => ({ ...now, view: edit(now.view) }), how),
    [change],
  );
  return { search, state, problems, changeQuery, changeView };
}
