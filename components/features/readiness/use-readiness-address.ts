"use client";

import { useCallback, useMemo } from "react";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";

/** The page's path. */
export const READINESS_PATH = "/readiness";

/** The part of the address that the reader changes without loading the page again. */
export interface LiveParams extends Pick<Query, "weights" | "sort"> {
  /** The threshold of the shortlist, 0–100; null: not set. */
  readonly threshold: number | null;
}

/** Writes the given parameters into the address. */
export type ChangeParams = (params: Partial<LiveParams>, how?: AddressChange) => void;

/**
 * The weights, sort and threshold of the address, and a stable function that changes them. The server
 * answers the other parameters.
 * @param served the address from its question mark, as the server read it
 */
export function useReadinessAddress(served: string): { live: LiveParams; change: ChangeParams } {
  const search = useSearch(READINESS_PATH, served);
  const live = useMemo((): LiveParams => {
    const { query, threshold } = readAddress(search);
    return { weights: query.weights, sort: query.sort, threshold };
  }, [search]);
  const change = useCallback<ChangeParams>((params, how) => {
    const current = readAddress(currentSearch());
    const { threshold = current.threshold, ...changed } = params;
    writeSearch(addressSearch({ ...current.query, ...changed }, threshold), how);
  }, []);
  return { live, change };
}

/** The address of the page from its question mark. */
export function addressSearch(query: Query, threshold: number | null): string {
  return toSearch([...writeQuery(query), ...thresholdPairs(threshold)]);
}

/** The threshold as a parameter; none for null. */
export function thresholdPairs(threshold: number | null): [string, string][] {
  return threshold === null ? [] : [[THRESHOLD_PARAM, String(threshold)]];
}

function readAddress(search: string): { query: Query; threshold: number | null } {
  const pairs = fromSearch(search);
  return { query: parseQuery(pairs).query, threshold: readThreshold(pairs).threshold };
}
