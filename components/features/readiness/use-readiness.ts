"use client";

import { useCallback } from "react";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import { PAGE_PARAM } from "@/lib/query/list-page";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";

/** The page's path. */
export const READINESS_PATH = "/readiness";

/** The part of the address that the reader changes without loading the page again. */
interface LiveParams extends Pick<Query, "weights" | "sort"> {
  /** The threshold of the shortlist, 0–100; null: not set. */
  readonly threshold: number | null;
  /** The page of the list. */
  readonly page: string | undefined;
}

/** Writes the given parameters into the address. */
export type ChangeParams = (params: Partial<Omit<LiveParams, "page">>, how?: AddressChange) => void;

/**
 * The address from its question mark, and a stable function that changes its weights, sort and own parameters. The server
 * answers the other parameters.
 * @param served the address from its question mark, as the server read it
 */
export function useReadinessAddress(served: string): { search: string; change: ChangeParams } {
  const search = useSearch(READINESS_PATH, served);
  const change = useCallback<ChangeParams>((params, how) => {
    writeSearch(changeSearch(currentSearch(), params), how);
  }, []);
  return { search, change };
}

/** The part of an address that the reader changes without loading the page again. */
export function readLive(search: string): LiveParams {
  const { query, threshold } = readAddress(search);
  const page = fromSearch(search).find(([name]) => name === PAGE_PARAM)?.[1];
  return { weights: query.weights, sort: query.sort, threshold, page };
}

/** Another order begins at its first page. */
function changeSearch(search: string, params: Parameters<ChangeParams>[0]): string {
  const { query, threshold } = readAddress(search);
  const { threshold: chosen = threshold, ...changed } = params;
  return addressSearch({ ...query, ...changed }, chosen);
}

/** The address of the page from its question mark. */
export function addressSearch(query: Query, threshold: number | null): string {
  return toSearch([...writeQuery(query), ...thresholdPairs(threshold)]);
}

/** The threshold as parameters of an address; none where it is not set. */
export function thresholdPairs(threshold: number | null): [string, string][] {
  return threshold === null ? [] : [[THRESHOLD_PARAM, String(threshold)]];
}

function readAddress(search: string): { query: Query; threshold: number | null } {
  const pairs = fromSearch(search);
  return { query: parseQuery(pairs).query, threshold: readThreshold(pairs).threshold };
}
