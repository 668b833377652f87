"use client";

import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useIsFetching,
  useQuery,
} from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { rowsQuery } from "@/lib/client/load-rows";
import type { RowsRequest } from "@/lib/client/rows";
import type { MomentQueriesProps } from "./use-explorer-rows";

/** Loads the rows of moments that did not come with the page. It draws nothing. */
export function MomentQueries(props: MomentQueriesProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Queries {...props} />
      {props.serverAnswers === null ? null : <AskServer key={props.serverAnswers} />}
    </QueryClientProvider>
  );
}

function Queries({ request, isServed, isLarge, ahead, onLoad }: MomentQueriesProps) {
  const [progress, setProgress] = useState(0);
  const settled = useSettledRequest(request, isLarge);
  const isSettled = isSameMoment(settled, request);
  const rows = useQuery({
    ...rowsQuery(settled, setProgress),
    enabled: !isServed,
    placeholderData: keepPreviousData,
  });
  useQuery({ ...rowsQuery({ ...request, asOf: ahead }), enabled: ahead !== null });
  const { data, isFetching, error, refetch } = rows;
  const isLoading = isFetching || !isSettled;
  const failure = isSettled ? (error?.message ?? null) : null;
  useEffect(
    () => onLoad({ request, rows: data, progress, isLoading, failure, retry: refetch }),
    [onLoad, request, data, progress, isLoading, failure, refetch],
  );
  return null;
}

/** The slider has stopped at a day that stays for so long. */
const STILL_MS = 300;
/** Between the end of a load of all rows and the next one, for a later revision. */
const RELOAD_MS = 5_000;

/**
 * What to load for a request. The slider passes many days: the next one is loaded when the one before has come, or once
 * the slider stops. All rows of a large registry are too much to load for every day, or again for each of several revisions
 * that follow each other: there another day counts only once the slider stops, and a later revision some time after the
 * last load.
 */
function useSettledRequest(request: RowsRequest, isLarge: boolean): RowsRequest {
  const [settled, settle] = useState(request);
  const latest = useRef(request);
  latest.current = request;
  const isFetching = useIsFetching({ queryKey: rowsQuery(settled).queryKey }) > 0;
  if (!isLarge && !isFetching && settled !== request) settle(request);
  const isOtherMoment = !isSameMoment(settled, request);
  const isOutdated = isLarge && !isOtherMoment && settled !== request && !isFetching;
  useEffect(() => {
    if (!isOtherMoment) return;
    const timer = setTimeout(() => settle(request), STILL_MS);
    return () => clearTimeout(timer);
  }, [isOtherMoment, request]);
  useEffect(() => {
    if (!isOutdated) return;
    const timer = setTimeout(() => settle(latest.current), RELOAD_MS);
    return () => clearTimeout(timer);
  }, [isOutdated]);
  return settled;
}

function isSameMoment(a: RowsRequest, b: RowsRequest): boolean {
  return a.asOf === b.asOf && a.knownOn === b.knownOn;
}

/** By then the new address is in the browser's history, and the router knows it. */
const ADDRESS_MS = 300;

/** Has the server render the page again for the present address. Its `key` is the query, so that each query asks once. */
function AskServer() {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
