"use client";

import { useCallback, useMemo, useState } from "react";
import type { RequestedMoment, RowsAtMoment, RowsRequest } from "@/lib/client/rows";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { Day } from "@/lib/time/day";
import { buildAnswer, type ExplorerAnswer } from "./explorer-answer";
import { type FirstAnswer, openFirstAnswer, queryKey } from "./first-answer";

/** The answer to the query, and the progress of loading its moment. */
interface ExplorerRows {
  readonly answer: ExplorerAnswer;
  /** No zone matches the query. False while the server has not answered the query yet and the answer is to an earlier one. */
  readonly foundNothing: boolean;
  readonly moment: RowsAtMoment;
  /**
   * The share of the rows of a large registry that has arrived, 0 to 1; null once the browser has every row of a moment, and
   * always where all rows come with the page.
   */
  readonly progress: number | null;
  /**
   * The rows of the query's moment are loading, and the page shows those of another one. False where only a later revision of
   * the same day is loading.
   */
  readonly loading: boolean;
  /** Why the rows of the moment failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
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
  /** The day that the time bar shows next while it plays; null where it does not. */
  readonly ahead: Day | null;
}

/** What `MomentQueries` loads, and where it reports. */
export interface MomentQueriesProps {
  readonly request: RowsRequest;
  /** Are the rows of the request already there? */
  readonly isServed: boolean;
  /** The registry is large, so that its rows come in pages. */
  readonly isLarge: boolean;
  /** The address of a query that the server has to answer, because the rows are not here yet; null: none. */
  readonly serverAnswers: string | null;
  /** A day to load before it is asked for; null: none. */
  readonly ahead: Day | null;
  readonly onLoad: (loaded: LoadedMoments) => void;
}

/** What `MomentQueries` has loaded so far. */
interface LoadedMoments {
  /** The request it is for. */
  readonly request: RowsRequest;
  /** The last rows from the server; undefined where none came, also after a failure. */
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
  const { served, first, servedFor, wanted, today, latest, ahead } = sources;
  const isLarge = first !== null;
  // The rows of a large registry can come from a server that is behind the one that made the page.
  const least = isLarge ? Math.max(wanted ?? 0, latest) : wanted;
  const revision = knownOn === null ? least : null;
  const request = useMemo(() => ({ asOf, knownOn, revision }), [asOf, knownOn, revision]);
  const isServedMoment = asOf === servedFor.asOf && knownOn === servedFor.knownOn;
  const isServed = !isLarge && isServedMoment && (revision ?? 0) <= served.revision;
  const [loaded, setLoaded] = useState<LoadedMoments | null>(null);
  // What failed to load takes nothing away from the page.
  const onLoad = useCallback(
    (next: LoadedMoments) => setLoaded((now) => ({ ...next, rows: next.rows ?? now?.rows })),
    [],
  );
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && !isServed) setIsNeeded(true);

  // After a failure, rows of another day stay only where none of the request's own day are at hand.
  const isOfDay = (rows: RowsAtMoment) => rows.asOf === (asOf ?? today);
  const kept = loaded?.rows ?? null;
  const servedWhole = isLarge ? null : served;
  const atHand = [kept, servedWhole].find((rows) => rows !== null && isOfDay(rows)) ?? kept;
  const whole = isServed ? served : atHand;
  const waits = isLarge && whole === null;
  const moment = whole ?? served;
  // A later revision of the same day arrives without a notice; only another day shows as loading.
  const quiet = knownOn === null && wanted !== null && moment.asOf === (asOf ?? today);
  const isOther = waits ? !isServedMoment : !isServed && !quiet;
  const isCurrent = loaded?.request === request;
  const answer = useMemo(
    () =>
      first !== null && whole === null
        ? openFirstAnswer(first, served, query)
        : buildAnswer(moment.rows, query, moment.asOf),
    [first, whole, served, moment, query],
  );
  const asks = waits && !(isServedMoment && queryKey(query) === first?.key);
  return {
    answer,
    foundNothing: answer.found === 0 && !asks,
    moment,
    progress: waits ? (loaded?.progress ?? 0) : null,
    loading: isOther && (!isCurrent || loaded.isLoading),
    failure: !isServed && isCurrent ? loaded.failure : null,
    retry: () => loaded?.retry(),
    queries: isNeeded
      ? {
          request,
          isServed,
          isLarge,
          serverAnswers: asks ? toSearch(writeQuery(query)) : null,
          ahead,
          onLoad,
        }
      : null,
  };
}
