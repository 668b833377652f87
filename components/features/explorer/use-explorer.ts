"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import type { History } from "@/lib/client/history";
import {
  historyQuery,
  type RequestedMoment,
  type RowsAtMoment,
  rowsQuery,
} from "@/lib/client/rows";
import type { ParamIssue } from "@/lib/query/param-issues";
import type { Query } from "@/lib/query/query";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { buildAnswer, type ExplorerAnswer } from "./explorer-answer";
import { type AddressContext, type ExplorerState, readState, writeState } from "./explorer-state";
import type { ExplorerView } from "./view-params";

/** The explorer's one path. */
export const EXPLORER_PATH = "/";

/** Changes how the answer is shown. */
export type ChangeView = (edit: (view: ExplorerView) => ExplorerView, how?: AddressChange) => void;

/** The explorer's state, which is in its address, and the ways to change it. */
export interface ExplorerAddress {
  readonly search: string;
  readonly state: ExplorerState;
  readonly problems: readonly ParamIssue[];
  readonly changeQuery: ChangeQuery;
  readonly changeView: ChangeView;
}

/** Reads and writes the explorer's address. The two functions that change it are the same on every render. */
export function useExplorerAddress(served: string, context: AddressContext): ExplorerAddress {
  const search = useSearch(EXPLORER_PATH, served);
  const text = useText();
  const { state, problems } = useMemo(
    () => readState(text, search, context),
    [text, search, context],
  );
  const change = useCallback(
    (edit: (state: ExplorerState) => ExplorerState, how?: AddressChange) => {
      // From the address as it is now, so that two changes in one event both count.
      writeSearch(writeState(edit(readState(text, currentSearch(), context).state)), how);
    },
    [text, context],
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

/** The answer to the query, and the progress of loading its moment. */
export interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  readonly moment: RowsAtMoment;
  /** Rows of another moment are loading; the page still shows the last ones. */
  readonly loading: boolean;
  /** Why the rows of the moment failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
  /** The days on which a value changed, as known at the shown revision; null while the history is not loaded. */
  readonly turns: readonly Day[] | null;
}

/** Where the rows of a moment can come from. */
export interface RowSources {
  /** The rows that came with the page. */
  readonly served: RowsAtMoment;
  /** The moment for which the server made them. */
  readonly servedFor: RequestedMoment;
  /** A later revision that the server announced; used only where the query names no revision. */
  readonly wanted: number | null;
  readonly today: Day;
  /** The last revision when the page was made. */
  readonly latest: number;
  /** Has the reader used the time bar? Then the history is loaded, and the browser makes the rows of any day. */
  readonly moves: boolean;
}

/** The rows of the query's moment, and the answer that the browser computes from them. */
export function useExplorerRows(query: Query, sources: RowSources): ExplorerRows {
  const { asOf, knownOn } = query;
  const { served, servedFor, wanted, today, latest, moves } = sources;
  const minVersion = knownOn === null ? wanted : null;
  const isServed =
    asOf === servedFor.asOf &&
    knownOn === servedFor.knownOn &&
    (minVersion ?? 0) <= served.revision;
  const history = useQuery({
    ...historyQuery(Math.max(latest, wanted ?? 0)),
    enabled: moves,
    placeholderData: keepPreviousData,
  });
  const made = isServed ? null : momentIn(history.data, query, minVersion ?? 0, today);
  const fetched = useQuery({
    ...rowsQuery({ asOf, knownOn, minVersion }),
    // The slider passes many days: while the history is loading, no single day is requested.
    enabled: !isServed && made === null && !history.isFetching,
    placeholderData: keepPreviousData,
  });
  const moment = isServed ? served : (made ?? fetched.data ?? served);
  const isThere = isServed || made !== null;
  // A later revision of the same day arrives without a notice; only another day shows as loading.
  const quiet = minVersion !== null && moment.asOf === (asOf ?? today);
  const answer = useMemo(() => buildAnswer(moment.rows, query, moment.asOf), [moment, query]);
  return {
    answer,
    moment,
    loading: !isThere && !quiet && (fetched.isFetching || history.isFetching),
    failure: isThere ? null : (fetched.error?.message ?? null),
    retry: fetched.refetch,
    turns: history.data?.daysOn(moment.revision) ?? null,
  };
}

/** The rows that the history makes for a moment; null where it does not reach there. */
function momentIn(
  history: History | undefined,
  { asOf, knownOn }: Query,
  minVersion: number,
  today: Day,
): RowsAtMoment | null {
  const revision = history?.resolveRevision(knownOn) ?? null;
  if (history === undefined || revision === null || history.revision < minVersion) return null;
  return history.rowsAt(asOf ?? today, revision);
}
