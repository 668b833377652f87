"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { type AddressChange, currentSearch, useSearch, writeSearch } from "@/lib/client/address";
import { useHeldValue } from "@/lib/client/held-value";
import type { ZoneRow } from "@/lib/evidence/row";
import { PAGE_PARAM } from "@/lib/query/list-page";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { buildPool, type KnownScore, listRankInputs } from "@/lib/readiness/rank-inputs";
import {
  computeRankUncertainty,
  type RanksBySlug,
  type RankUncertainty,
} from "@/lib/readiness/rank-uncertainty";
import { readThreshold, THRESHOLD_PARAM } from "@/lib/readiness/threshold";
import {
  DEFAULT_UNKNOWNS,
  readUnknowns,
  UNKNOWNS_PARAM,
  type Unknowns,
} from "@/lib/readiness/unknowns";
import type { RankRequest, RankResponse } from "./rank-worker";
import type { ServedRanks } from "./served-readiness";

/** The page's path. */
export const READINESS_PATH = "/readiness";

/** The page's own parameters, beside the query. */
export interface OwnParams {
  /** The threshold of the shortlist, 0–100; null: not set. */
  readonly threshold: number | null;
  /** How unknown values are drawn. */
  readonly unknowns: Unknowns;
}

/** The part of the address that the reader changes without loading the page again. */
interface LiveParams extends Pick<Query, "weights" | "sort">, OwnParams {
  /** The page of the ranking. */
  readonly page: string | undefined;
}

/** Writes the given parameters into the address. */
export type ChangeParams = (params: Partial<Omit<LiveParams, "page">>, how?: AddressChange) => void;

/**
 * The weights, sort and own parameters of the address, and a stable function that changes them. The server
 * answers the other parameters.
 * @param served the address from its question mark, as the server read it
 */
export function useReadinessAddress(served: string): { live: LiveParams; change: ChangeParams } {
  const search = useSearch(READINESS_PATH, served);
  const live = useMemo(() => readLive(search), [search]);
  const change = useCallback<ChangeParams>((params, how) => {
    writeSearch(changeSearch(currentSearch(), params), how);
  }, []);
  return { live, change };
}

/**
 * The same where the server makes the ranking: a change opens the page of the other address. Until it is there, `busy` is true,
 * and the controls show what was chosen.
 */
export function useServedAddress(served: string): {
  live: LiveParams;
  change: ChangeParams;
  busy: boolean;
  /** The part of the address that is shown meanwhile. */
  served: LiveParams;
} {
  const { held, busy, ask } = useHeldValue<string>();
  const search = held ?? served;
  const live = useMemo(() => readLive(search), [search]);
  const change = useCallback<ChangeParams>(
    (params, how) => {
      const next = changeSearch(search, params);
      ask(next, READINESS_PATH + next, how?.act);
    },
    [ask, search],
  );
  const shown = useMemo(() => readLive(served), [served]);
  return { live, change, busy, served: shown };
}

function readLive(search: string): LiveParams {
  const { query, own } = readAddress(search);
  const page = fromSearch(search).find(([name]) => name === PAGE_PARAM)?.[1];
  return { weights: query.weights, sort: query.sort, ...own, page };
}

/** Another ranking begins at its first page. */
function changeSearch(search: string, params: Parameters<ChangeParams>[0]): string {
  const { query, own } = readAddress(search);
  const { threshold = own.threshold, unknowns = own.unknowns, ...changed } = params;
  return addressSearch({ ...query, ...changed }, { threshold, unknowns });
}

/** The address of the page from its question mark. */
export function addressSearch(query: Query, own: OwnParams): string {
  return toSearch([...writeQuery(query), ...ownPairs(own)]);
}

/** The page's own parameters as pairs; what is not set or the default is left out. */
export function ownPairs({ threshold, unknowns }: Partial<OwnParams>): [string, string][] {
  const pairs: [string, string][] = [];
  if (threshold !== undefined && threshold !== null) {
    pairs.push([THRESHOLD_PARAM, String(threshold)]);
  }
  if (unknowns !== undefined && unknowns !== DEFAULT_UNKNOWNS) {
    pairs.push([UNKNOWNS_PARAM, unknowns]);
  }
  return pairs;
}

function readAddress(search: string): { query: Query; own: OwnParams } {
  const pairs = fromSearch(search);
  const { threshold } = readThreshold(pairs);
  const { unknowns } = readUnknowns(pairs);
  return { query: parseQuery(pairs).query, own: { threshold, unknowns } };
}

/** The latest rank uncertainty that is known. */
export interface RanksState {
  /** Null before the first result. */
  readonly bySlug: RanksBySlug | null;
  /** Progress of the computation for the current choices, 0–1; null where `bySlug` is of them. */
  readonly progress: number | null;
  /** The computation under the current weights failed, and `bySlug` is of earlier ones. */
  readonly failed: boolean;
}

interface Result {
  readonly key: string;
  readonly bySlug: RanksBySlug | null;
}

/** What ranks are drawn from, as the reader chose. */
interface RankChoices {
  readonly weights: Weights;
  readonly unknowns: Unknowns;
}

/**
 * The rank uncertainty of zones under the reader's choices. A worker computes it, so that the page stays
 * responsive. The server's result is used until the choices change.
 * @param rows the ranked zones, in the register's order
 * @param known of every zone of the day
 * @param moment identifies the day and revision of the rows
 */
export function useRanks(
  rows: readonly ZoneRow[],
  known: readonly KnownScore[],
  { weights, unknowns }: RankChoices,
  moment: string,
  served: ServedRanks | null,
): RanksState {
  const slugs = useMemo(() => rows.map(({ slug }) => slug), [rows]);
  const key = makeKey(slugs, { weights, unknowns }, moment);
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
  const request = useMemo((): RankRequest | null => {
    if (isCurrent) return null;
    const task = { inputs: listRankInputs(rows), pool: buildPool(known), weights, unknowns };
    return { key, task };
  }, [isCurrent, key, rows, known, weights, unknowns]);

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

function bySlug(slugs: readonly string[], found: readonly (RankUncertainty | null)[]): RanksBySlug {
  return Object.fromEntries(slugs.map((slug, i) => [slug, found[i] ?? null]));
}

interface RankListener {
  readonly onResponse: (response: RankResponse) => void;
  /** Neither the worker nor the page can compute it. */
  readonly onFailure: () => void;
}

/** Sends a request to the worker, which the first request starts. Returns a function that stops listening. */
function sendRequest(
  held: { current: Worker | null },
  request: RankRequest,
  { onResponse, onFailure }: RankListener,
): () => void {
  const listen = ({ data }: MessageEvent<RankResponse>) => onResponse(data);
  // A browser that refuses the worker computes on the page itself.
  const computeHere = () => {
    const { key, task } = request;
    try {
      onResponse({ key, done: 1, found: computeRankUncertainty(task) });
    } catch (error) {
      console.error(error);
      onFailure();
    }
  };
  try {
    held.current ??= new Worker(new URL("./rank-worker.ts", import.meta.url), { type: "module" });
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

function servedResult(served: ServedRanks | null, moment: string): Result {
  if (served === null) return { key: "", bySlug: null };
  return { key: makeKey(Object.keys(served.bySlug), served, moment), bySlug: served.bySlug };
}

/** Identifies everything that rank uncertainty depends on. */
function makeKey(
  slugs: readonly string[],
  { weights, unknowns }: RankChoices,
  moment: string,
): string {
  return [moment, unknowns, ...BLOCKS.map((block) => weights[block]), ...slugs].join(" ");
}
