"use client";

import { useCallback, useMemo } from "react";
import { type AddressChange, currentSearch, writeSearch } from "@/lib/client/address";
import { useSearch } from "@/lib/client/use-search";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";

/** The page's path. */
export const READINESS_PATH = "/readiness";

/** What of the address the reader changes without leaving the page. */
export interface LivePart extends Pick<Query, "weights" | "sort"> {
  /** The line of the shortlist, 0–100; null: none set. */
  readonly line: number | null;
}

/** Changes it. */
export type ChangeLive = (part: Partial<LivePart>, how?: AddressChange) => void;

/**
 * Weights, sort and line as the address says them, live, and the way to change them. All else in the
 * address is the server's to answer. The changer is the same function for ever.
 * @param served the address from its question mark, as the server saw it
 */
export function useReadinessAddress(served: string): { live: LivePart; change: ChangeLive } {
  const search = useSearch(READINESS_PATH, served);
  const live = useMemo((): LivePart => {
    const { query, line } = readAddress(search);
    return { weights: query.weights, sort: query.sort, line };
  }, [search]);
  const change = useCallback<ChangeLive>((part, how) => {
    const { query, line } = readAddress(currentSearch());
    const { line: asked = line, ...changed } = part;
    writeSearch(addressSearch({ ...query, ...changed }, asked), how);
  }, []);
  return { live, change };
}

/** The address of the page from its question mark. */
export function addressSearch(query: Query, line: number | null): string {
  return toSearch([...writeQuery(query), ...linePairs(line)]);
}

/** The line as a parameter of an address. */
export function linePairs(line: number | null): [string, string][] {
  return line === null ? [] : [[THRESHOLD_PARAM, String(line)]];
}

function readAddress(search: string): { query: Query; line: number | null } {
  const pairs = fromSearch(search);
  return { query: parseQuery(pairs).query, line: readThreshold(pairs).threshold };
}
