"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { type AddressChange, currentSearch, writeSearch } from "@/lib/client/address";
import type { History } from "@/lib/client/history";
import { historyQuery } from "@/lib/client/history-query";
import { type RequestedMoment, type RowsAtMoment, rowsQuery } from "@/lib/client/rows";
import { useSearch } from "@/lib/client/use-search";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { Query } from "@/lib/query/query";
import type { Day } from "@/lib/time/day";
import { buildAnswer, type ExplorerAnswer } from "./explorer-answer";
import { type AddressContext, type ExplorerState, readState, writeState } from "./explorer-state";
import type { ExplorerView } from "./view-params";

/** The explorer's one path. */
export const EXPLORER_PATH = "/";

/** Changes how the answer is shown. */
export type ChangeView = (edit: (view: ExplorerView) => ExplorerView, how?: AddressChange) => void;

/** The explorer's state, which is its address, and the ways to change it. */
export interface ExplorerAddress {
  readonly search: string;
  readonly state: ExplorerState;
  readonly problems: readonly ParamIssue[];
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

/** The answer to the query, and how fetching its moment stands. */
export interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  readonly moment: RowsAtMoment;
  /** Rows of another moment are on their way; those shown are the last ones. */
  readonly loading: boolean;
  /** Why the rows of the moment could not be had; null where they could. */
  readonly failure: string | null;
  readonly retry: () => void;
  /** The days on which something changed, as known in what is shown; null while the history is not loaded. */
  readonly turns: readonly Day[] | null;
}

/** Where the rows of a moment may come from. */
export interface RowSources {
  /** The rows that came with the page. */
  readonly served: RowsAtMoment;
  /** The moment that they were asked for. */
  readonly servedFor: RequestedMoment;
  /** A later version that has been heard of; counts only where all that is known counts. */
  readonly wanted: number | null;
  readonly today: Day;
  /** The last revision when the page was made. */
  readonly latest: number;
  /** Has the reader begun to move through time? Then the history is loaded, which makes the rows of any day. */
  readonly moves: boolean;
}

/** The rows of the moment that the query asks for, answered by the pure functions in the browser. */
export function useExplorerRows(query: Query, sources: RowSources): ExplorerRows {
  const { asOf, knownOn } = query;
  const { served, servedFor, wanted, today, latest, moves } = sources;
  const minVersion = knownOn === null ? wanted : null;
  const isServed =
    asOf === servedFor.asOf && knownOn === servedFor.knownOn && (minVersion ?? 0) <= served.version;
  const history = useQuery({
    ...historyQuery(Math.max(latest, wanted ?? 0)),
    enabled: moves,
    placeholderData: keepPreviousData,
  });
  const made = isServed ? null : momentIn(history.data, query, minVersion ?? 0, today);
  const fetched = useQuery({
    ...rowsQuery({ asOf, knownOn, minVersion }),
    // Days pass quickly under the slider: while the history is on its way none is asked for alone.
    enabled: !isServed && made === null && !history.isFetching,
    placeholderData: keepPreviousData,
  });
  const moment = isServed ? served : (made ?? fetched.data ?? served);
  const isThere = isServed || made !== null;
  // A later version of the same day arrives quietly; only another day is waited for.
  const quiet = minVersion !== null && moment.asOf === (asOf ?? today);
  const answer = useMemo(() => buildAnswer(moment.rows, query, moment.asOf), [moment, query]);
  return {
    answer,
    moment,
    loading: !isThere && !quiet && (fetched.isFetching || history.isFetching),
    failure: isThere ? null : (fetched.error?.message ?? null),
    retry: fetched.refetch,
    turns: history.data?.daysOn(moment.version) ?? null,
  };
}

/** The rows that the history makes of the moment asked for; null where it does not reach there. */
function momentIn(
  history: History | undefined,
  { asOf, knownOn }: Query,
  minVersion: number,
  today: Day,
): RowsAtMoment | null {
  const revision = history?.resolveRevision(knownOn) ?? null;
  if (history === undefined || revision === null || history.version < minVersion) return null;
  return history.rowsAt(asOf ?? today, revision);
}
