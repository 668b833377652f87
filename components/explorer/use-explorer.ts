"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type AddressChange, currentSearch, writeSearch } from "@/lib/client/address";
import { type AskedMoment, type RowsAtMoment, rowsQuery } from "@/lib/client/rows";
import { useSearch } from "@/lib/client/use-search";
import type { ParamProblem } from "@/lib/registry/parse-query";
import type { Query } from "@/lib/registry/query";
import { answerOf, type ExplorerAnswer } from "./explorer-answer";
import { type AddressContext, type ExplorerState, readState, writeState } from "./explorer-state";
import type { ExplorerView } from "./view-params";

/** The explorer's one path. */
export const EXPLORER_PATH = "/";

/** Changes what is asked. */
export type ChangeQuery = (edit: (query: Query) => Query, how?: AddressChange) => void;
/** Changes how the answer is shown. */
export type ChangeView = (edit: (view: ExplorerView) => ExplorerView, how?: AddressChange) => void;

/** The explorer's state, which is its address, and the ways to change it. */
export interface ExplorerAddress {
  readonly search: string;
  readonly state: ExplorerState;
  readonly problems: readonly ParamProblem[];
  readonly changeQuery: ChangeQuery;
  readonly changeView: ChangeView;
}

/** Reads and writes the explorer's address. The two changers are the same functions for ever. */
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

/** Does the query look at today, with all that is known? Then it follows what is recorded meanwhile. */
export function isNow({ asOf, knownOn }: Pick<Query, "asOf" | "knownOn">): boolean {
  return asOf === null && knownOn === null;
}

/** The answer to the query, and how fetching its moment stands. */
export interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  readonly moment: RowsAtMoment;
  /** Rows of another moment are on their way; those shown are the last ones. */
  readonly loading: boolean;
  /** Why the rows of the moment could not be had; null where they could. */
  readonly failure: string | null;
  readonly retry: () => void;
}

/**
 * The rows of the moment that the query asks for, answered by the pure functions in the browser.
 * @param served the rows that came with the page
 * @param servedFor the moment that they were asked for
 * @param wanted a later version that has been heard of; counts only where today is looked at
 */
export function useExplorerRows(
  query: Query,
  served: RowsAtMoment,
  servedFor: AskedMoment,
  wanted: number | null,
): ExplorerRows {
  const { asOf, knownOn } = query;
  const minVersion = isNow(query) ? wanted : null;
  const asked = { asOf, knownOn, minVersion };
  const isServed =
    asOf === servedFor.asOf && knownOn === servedFor.knownOn && (minVersion ?? 0) <= served.version;
  const fetched = useQuery({
    ...rowsQuery(asked),
    enabled: !isServed,
    placeholderData: keepPreviousData,
  });
  const moment = isServed ? served : (fetched.data ?? served);
  const answer = useMemo(() => answerOf(moment.rows, query, moment.asOf), [moment, query]);
  return {
    answer,
    moment,
    // A later version arrives quietly; only another day is waited for.
    loading: !isServed && minVersion === null && fetched.isFetching,
    failure: isServed ? null : (fetched.error?.message ?? null),
    retry: fetched.refetch,
  };
}
