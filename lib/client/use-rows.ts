"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo, useState } from "react";
import { nameIn } from "../evidence/local-name";
import { type PackedRow, unpackRow } from "../evidence/row";
import type { Day } from "../time/day";
import { readProblem } from "./problem";
import { type RowsAtMoment, type RowsRequest, rowsAddress } from "./rows";

/** The answer of `GET /api/v1/rows`. */
interface RowsAnswer {
  readonly data: readonly PackedRow[];
  readonly meta: { readonly asOf: Day; readonly version: number; readonly knownOn: string };
}

/** The query for the rows of a moment. It runs once, because a moment with a revision never changes. */
export function rowsQuery({ asOf, knownOn, revision }: RowsRequest, language = "en") {
  return queryOptions({
    queryKey: ["rows", asOf, knownOn, revision, language],
    queryFn: ({ signal }) => fetchRows(rowsAddress({ asOf, knownOn, revision }), language, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    // Comparing thousands of rows with those from before would block the page.
    structuralSharing: false,
  });
}

/** @throws Error with a sentence that says why the rows could not be loaded */
async function fetchRows(
  address: string,
  language: string,
  signal: AbortSignal,
): Promise<RowsAtMoment> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(await readProblem(response));
  const { data, meta }: RowsAnswer = await response.json();
  const { asOf, version: revision, knownOn } = meta;
  return { rows: data.map((row) => nameIn(language, unpackRow(row))), asOf, revision, knownOn };
}

/** What has loaded of a moment. */
interface LoadedRows {
  /** The last rows that loaded, which may be of another moment; null until some have. */
  readonly moment: RowsAtMoment | null;
  /** Are they those of the request? */
  readonly isCurrent: boolean;
  /** Why the rows of the request failed to load; null where they did not. */
  readonly failure: string | null;
  readonly retry: () => void;
}

/**
 * The rows of a moment, once they are loaded. The time slider passes many days: the next one is loaded when the one before
 * has come. The page must draw `RowsProvider` around it.
 * @param ahead a day to load before it is asked for; null: none
 */
export function useRows(
  { asOf, knownOn, revision }: RowsRequest,
  ahead: Day | null = null,
): LoadedRows {
  const language = useLocale();
  const request = useMemo(() => ({ asOf, knownOn, revision }), [asOf, knownOn, revision]);
  const [settled, settle] = useState(request);
  const { data, error, isFetching, refetch } = useQuery(rowsQuery(settled, language));
  useQuery({ ...rowsQuery({ ...request, asOf: ahead }, language), enabled: ahead !== null });
  const isSettled = settled === request;
  if (!isSettled && !isFetching) settle(request);
  const [last, setLast] = useState<RowsAtMoment | null>(null);
  if (data !== undefined && data !== last) setLast(data);
  return {
    moment: data ?? last,
    isCurrent: isSettled && data !== undefined,
    failure: isSettled ? (error?.message ?? null) : null,
    retry: refetch,
  };
}
