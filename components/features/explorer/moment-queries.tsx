"use client";

import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { historyQuery, rowsQuery } from "@/lib/client/load-rows";
import { type MomentQueriesProps, momentIn } from "./use-explorer-rows";

/** Loads the rows of moments that did not come with the page, and the history. It draws nothing. */
export function MomentQueries(props: MomentQueriesProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Queries {...props} />
      {props.serverAnswers === null ? null : <AskServer key={props.serverAnswers} />}
    </QueryClientProvider>
  );
}

function Queries({ request, isServed, isLarge, historyOf, today, onLoad }: MomentQueriesProps) {
  const [progress, setProgress] = useState(0);
  const { data: history, isFetching: loadsHistory } = useQuery({
    ...historyQuery(historyOf ?? 0),
    enabled: historyOf !== null,
    placeholderData: keepPreviousData,
  });
  const isMade = isServed || momentIn(history, request, today) !== null;
  const rows = useQuery({
    ...rowsQuery(request, isLarge ? setProgress : null),
    // The slider passes many days: while the history is loading, no single day is requested.
    enabled: !isMade && !loadsHistory,
    placeholderData: keepPreviousData,
  });
  const { data, isFetching, error, refetch } = rows;
  const isLoading = isFetching || loadsHistory;
  const failure = error?.message ?? null;
  useEffect(
    () => onLoad({ request, history, rows: data, progress, isLoading, failure, retry: refetch }),
    [onLoad, request, history, data, progress, isLoading, failure, refetch],
  );
  return null;
}

/** By then the new address is in the browser's history, and the router knows it. */
const ADDRESS_MS = 300;

/** Makes the page again on the server for the present address, once it is drawn: give it another key for another query. */
function AskServer() {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
