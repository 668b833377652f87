"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import type { ZoneRow } from "@/lib/evidence/row";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { computeStability, type Stability, sumBlocks } from "@/lib/readiness/stability";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";
import type { ServedStability, StabilityBySlug } from "./served-readiness";
import type { StabilityRequest, StabilityResponse } from "./stability-worker";

/** The page's path. */
export const READINESS_PATH = "/readiness";

/** The part of the address that the reader changes without loading the page again. */
interface LiveParams extends Pick<Query, "weights" | "sort"> {
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

/** The latest stability that is known. */
export interface StabilityState {
  /** Null before the first result. */
  readonly bySlug: StabilityBySlug | null;
  /** Progress of the computation under the current weights, 0–1; null where `bySlug` is of them. */
  readonly progress: number | null;
  /** The computation under the current weights failed, and `bySlug` is of earlier ones. */
  readonly failed: boolean;
}

interface Result {
  readonly key: string;
  readonly bySlug: StabilityBySlug | null;
}

/**
 * The stability of zones under the reader's weights. A worker computes it, so that the page stays
 * responsive. The server's result is used until the weights change.
 * @param rows the ranked zones, in the register's order
 * @param moment identifies the day and revision of the rows
 */
export function useStability(
  rows: readonly ZoneRow[],
  weights: Weights,
  moment: string,
  served: ServedStability | null,
): StabilityState {
  const slugs = useMemo(() => rows.map(({ slug }) => slug), [rows]);
  const key = makeKey(slugs, weights, moment);
  const [lastServed, setLastServed] = useState(served);
  const [result, setResult] = useState<Result>(() => servedResult(served, moment));
  // The server has sent the page again, for another day or other zones.
  if (served !== lastServed) {
    setLastServed(served);
    if (served !== null) setResult(servedResult(served, moment));
  }
  const [progress, setProgress] = useState({ key: "", done: 0 });
  const [failedKey, setFailedKey] = useState<string | null>(null);
  const worker = useRef<Worker | null>(null);
  const isCurrent = result.key === key && result.bySlug !== null;
  const request = useMemo(
    () => (isCurrent ? null : { key, sums: sumBlocks(rows), weights }),
    [isCurrent, key, rows, weights],
  );

  useEffect(() => {
    if (request === null) return;
    return sendRequest(worker, request, {
      onResponse({ key: answered, done, found }) {
        if (answered !== request.key) return;
        if (found === null) setProgress({ key: answered, done });
        else setResult({ key: answered, bySlug: bySlug(slugs, found) });
      },
      onFailure: () => setFailedKey(request.key),
    });
  }, [request, slugs]);
  useEffect(() => () => worker.current?.terminate(), []);

  const done = progress.key === key ? progress.done : 0;
  return {
    bySlug: result.bySlug,
    progress: isCurrent ? null : done,
    failed: !isCurrent && failedKey === key,
  };
}

function bySlug(slugs: readonly string[], found: readonly (Stability | null)[]): StabilityBySlug {
  return Object.fromEntries(slugs.map((slug, i) => [slug, found[i] ?? null]));
}

interface StabilityListener {
  readonly onResponse: (response: StabilityResponse) => void;
  /** Neither the worker nor the page can compute it. */
  readonly onFailure: () => void;
}

/** Sends a request to the worker, which the first request starts. Returns a function that stops listening. */
function sendRequest(
  held: { current: Worker | null },
  request: StabilityRequest,
  { onResponse, onFailure }: StabilityListener,
): () => void {
  const listen = ({ data }: MessageEvent<StabilityResponse>) => onResponse(data);
  // A browser that refuses the worker computes on the page itself.
  const computeHere = () => {
    const { key, sums, weights } = request;
    try {
      onResponse({ key, done: 1, found: computeStability(sums, weights) });
    } catch (error) {
      console.error(error);
      onFailure();
    }
  };
  try {
    held.current ??= new Worker(new URL("./stability-worker.ts", import.meta.url), {
      type: "module",
    });
  } catch {
    computeHere();
    return () => undefined;
  }
  const worker = held.current;
  worker.addEventListener("message", listen);
  worker.addEventListener("error", computeHere);
  worker.postMessage(request);
  return () => {
    worker.removeEventListener("message", listen);
    worker.removeEventListener("error", computeHere);
  };
}

function servedResult(served: ServedStability | null, moment: string): Result {
  if (served === null) return { key: "", bySlug: null };
  return {
    key: makeKey(Object.keys(served.bySlug), served.weights, moment),
    bySlug: served.bySlug,
  };
}

/** Identifies everything that stability depends on. */
function makeKey(slugs: readonly string[], weights: Weights, moment: string): string {
  return [moment, ...BLOCKS.map((block) => weights[block]), ...slugs].join(" ");
}
