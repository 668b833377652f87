"use client";

import { useMemo, useState } from "react";
import type { History } from "@/lib/client/history";
import type { RequestedMoment, RowsAtMoment, RowsRequest } from "@/lib/client/rows";
import type { Query } from "@/lib/query/query";
import type { Day } from "@/lib/time/day";
import { buildAnswer, type ExplorerAnswer } from "./explorer-answer";
import { type FirstAnswer, openFirstAnswer, queryKey } from "./first-answer";

/** The answer to the query, and the progress of loading its moment. */
interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  readonly moment: RowsAtMoment;
  /** The share of the rows of a large registry that the browser has, 0 to 1; null where it has every row that it needs. */
  readonly progress: number | null;
  /** Rows of another moment are loading; the page still shows the last ones. */
  readonly loading: boolean;
  /** Why the rows of the moment failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
  /** The days on which a value changed, as known at the shown revision; null while the history is not loaded. */
  readonly changeDates: readonly Day[] | null;
  /** For `MomentQueries`, which the page then draws; null while the served rows are all that it needs. */
  readonly queries: MomentQueriesProps | null;
}

/** Where the rows of a moment can come from. */
export interface RowSources {
  /** The rows that came with the page: all of them, or where there is a first answer those that it shows. */
  readonly served: RowsAtMoment;
  /** Of a registry whose rows do not all come with the page; else null. */
  readonly first: FirstAnswer | null;
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

/** What `MomentQueries` loads, and where it reports. */
export interface MomentQueriesProps {
  readonly request: RowsRequest;
  /** Are the rows of the request already there? */
  readonly isServed: boolean;
  /** The registry is large, so that its rows come in pages. */
  readonly isLarge: boolean;
  /** A query that the server has to answer, because the rows are not here yet; null: none. */
  readonly serverAnswers: string | null;
  /** The revision that the history must have reached; null: no history is needed. */
  readonly historyOf: number | null;
  readonly today: Day;
  readonly onLoad: (loaded: LoadedMoments) => void;
}

/** What `MomentQueries` has loaded so far. */
export interface LoadedMoments {
  /** The request it is for. */
  readonly request: RowsRequest;
  readonly history: History | undefined;
  /** The last rows from the server. */
  readonly rows: RowsAtMoment | undefined;
  /** The share of the rows of a large registry that has arrived, 0 to 1. */
  readonly progress: number;
  readonly isLoading: boolean;
  /** Why the rows of the request failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
}

/** The rows of the query's moment, and the answer that the browser computes from them. */
export function useExplorerRows(query: Query, sources: RowSources): ExplorerRows {
  const { asOf, knownOn } = query;
  const { served, first, servedFor, wanted, today, latest, moves } = sources;
  const isLarge = first !== null;
  const minVersion = knownOn === null ? wanted : null;
  const request = useMemo(() => ({ asOf, knownOn, minVersion }), [asOf, knownOn, minVersion]);
  const isServed =
    !isLarge &&
    asOf === servedFor.asOf &&
    knownOn === servedFor.knownOn &&
    (minVersion ?? 0) <= served.revision;
  const [loaded, setLoaded] = useState<LoadedMoments | null>(null);
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && (moves || !isServed)) setIsNeeded(true);

  const made = isServed ? null : momentIn(loaded?.history, request, today);
  const whole = isServed ? served : (made ?? loaded?.rows ?? null);
  const waits = isLarge && whole === null;
  const moment = whole ?? served;
  const hasMoment = isServed || made !== null;
  // A later revision of the same day arrives without a notice; only another day shows as loading.
  const quiet = minVersion !== null && moment.asOf === (asOf ?? today);
  const isCurrent = loaded?.request === request;
  const answer = useMemo(
    () =>
      first !== null && whole === null
        ? openFirstAnswer(first, served, query)
        : buildAnswer(moment.rows, query, moment.asOf),
    [first, whole, served, moment, query],
  );
  const key = waits ? queryKey(query) : null;
  return {
    answer,
    moment,
    progress: waits ? (loaded?.progress ?? 0) : null,
    loading: !waits && !hasMoment && !quiet && (!isCurrent || loaded.isLoading),
    failure: !hasMoment && isCurrent ? loaded.failure : null,
    retry: () => loaded?.retry(),
    changeDates: loaded?.history?.daysOn(moment.revision) ?? null,
    queries: isNeeded
      ? {
          request,
          isServed,
          isLarge,
          serverAnswers: key === first?.key ? null : key,
          // The history of a large registry is too much for a browser: the server makes its past days.
          historyOf: moves && !isLarge ? Math.max(latest, wanted ?? 0) : null,
          today,
          onLoad: setLoaded,
        }
      : null,
  };
}

/** The rows that the history makes for a moment; null where it does not reach there. */
export function momentIn(
  history: History | undefined,
  { asOf, knownOn, minVersion }: RowsRequest,
  today: Day,
): RowsAtMoment | null {
  const revision = history?.resolveRevision(knownOn) ?? null;
  if (history === undefined || revision === null || history.revision < (minVersion ?? 0)) {
    return null;
  }
  return history.rowsAt(asOf ?? today, revision);
}
