"use client";

import { useMemo } from "react";
import type { RowsAtMoment, ShownMoment } from "@/lib/client/rows";
import { useRows } from "@/lib/client/use-rows";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { Day } from "@/lib/time/day";
import {
  buildAnswer,
  type ExplorerAnswer,
  type FirstAnswer,
  openFirstAnswer,
} from "./explorer-answer";

/** Where an answer can come from. */
export interface AnswerSources {
  /** The server's answer, the query that it answers, and the moment that it shows. */
  readonly first: FirstAnswer;
  readonly firstQuery: Query;
  readonly served: ShownMoment;
  /** A later revision that the server announced; null: none. */
  readonly wanted: number | null;
  readonly today: Day;
  /** The last revision when the page was made. */
  readonly latest: number;
  /** The day that the time bar shows next while it plays; null where it does not. */
  readonly ahead: Day | null;
}

/** The answer to the query, and the progress of loading its moment. */
interface LoadedAnswer {
  readonly answer: ExplorerAnswer;
  /** The moment of the answer. */
  readonly shown: ShownMoment;
  /** Every row of that moment; null until they are loaded. */
  readonly moment: RowsAtMoment | null;
  /** The page shows another answer until the rows of the query's moment are loaded. False for a later revision of the same day. */
  readonly loading: boolean;
  /** Why the rows of the moment failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
}

/** The answer to a query, which the browser computes from the rows of its moment; the server's or the last one until they are loaded. */
export function useExplorerAnswer(query: Query, sources: AnswerSources): LoadedAnswer {
  const { first, firstQuery, served, wanted, today, latest, ahead } = sources;
  const { asOf, knownOn } = query;
  const revision = knownOn === null ? Math.max(wanted ?? 0, latest) : null;
  const { moment, isCurrent, failure, retry } = useRows({ asOf, knownOn, revision }, ahead);
  const isOfDay = isCurrent || (moment !== null && moment.asOf === (asOf ?? today));
  const isFirstQuery = useMemo(() => writeKey(query) === writeKey(firstQuery), [query, firstQuery]);
  const used = isOfDay || !isFirstQuery ? moment : null;
  const answer = useMemo(
    () => (used === null ? openFirstAnswer(first) : buildAnswer(used.rows, query, used.asOf)),
    [used, first, query],
  );
  const isAnswered = used === null ? isFirstQuery && first.list.pages === 1 : isOfDay;
  return {
    ...{ answer, failure, retry, moment: used, shown: used ?? served },
    loading: failure === null && !isAnswered,
  };
}

/** Tells queries apart. */
function writeKey(query: Query): string {
  return toSearch(writeQuery(query));
}
