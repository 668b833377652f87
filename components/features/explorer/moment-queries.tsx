"use client";

import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { historyQuery, rowsQuery } from "@/lib/client/rows";
import { type MomentQueriesProps, momentIn } from "./use-explorer-rows";

/** Loads the rows of moments that did not come with the page, and the history. It draws nothing. */
export function MomentQueries(props: MomentQueriesProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Queries {...props} />
    </QueryClientProvider>
  );
}

function Queries({ request, isServed, historyOf, today, onLoad }: MomentQueriesProps) {
  const { data: history, isFetching: loadsHistory } = useQuery({
    ...historyQuery(historyOf ?? 0),
    enabled: historyOf !== null,
    placeholderData: keepPreviousData,
  });
  const isMade = isServed || momentIn(history, request, today) !== null;
  const rows = useQuery({
    ...rowsQuery(request),
    // The slider passes many days: while the history is loading, no single day is requested.
    enabled: !isMade && !loadsHistory,
    placeholderData: keepPreviousData,
  });
  const { data, isFetching, error, refetch } = rows;
  const isLoading = isFetching || loadsHistory;
  const failure = error?.message ?? null;
  useEffect(
    () => onLoad({ request, history, rows: data, isLoading, failure, retry: refetch }),
    [onLoad, request, history, data, isLoading, failure, refetch],
  );
  return null;
}
