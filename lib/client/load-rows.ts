import { queryOptions } from "@tanstack/react-query";
import { type PackedRow, unpackRow } from "../evidence/row";
import type { Day } from "../time/day";
import { readProblem } from "./problem";
import type { RowsAtMoment, RowsRequest } from "./rows";

/** The answer of `GET /api/v1/rows`. */
interface RowsAnswer {
  readonly data: readonly PackedRow[];
  readonly meta: {
    readonly asOf: Day;
    readonly version: number;
    readonly knownOn: string;
    /** Rows on all pages. */
    readonly total: number;
  };
}

/** Called with the share of the rows that have arrived, 0 to 1. */
type OnProgress = (share: number) => void;

/**
 * The query for the rows of a moment. It runs once, because a moment with a revision never changes. The rows come in pages,
 * so that reading those of a large registry never blocks the page for long.
 */
export function rowsQuery(
  { asOf, knownOn, revision }: RowsRequest,
  onProgress: OnProgress = () => {},
) {
  return queryOptions({
    queryKey: ["rows", asOf, knownOn, revision],
    queryFn: ({ signal }) => fetchRows({ asOf, knownOn, revision }, signal, onProgress),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    // Comparing thousands of rows with those from before would block the page.
    structuralSharing: false,
  });
}

/** Rows in one page: the most that the API gives. Reading a page takes a browser about 30 ms. */
const PAGE_ROWS = 1_000;
/** Pages under way at the same time. */
const AT_ONCE = 3;

/** @throws Error with a sentence that says why the rows could not be loaded */
async function fetchRows(
  request: RowsRequest,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<RowsAtMoment> {
  // Not AbortSignal.any, which is younger than the browsers that the site supports.
  const pagesAbort = new AbortController();
  signal.addEventListener("abort", () => pagesAbort.abort(signal.reason), { once: true });
  const fetchPage = async (moment: RowsRequest, offset: number) => {
    const params = momentParams(moment);
    params.set("limit", String(PAGE_ROWS));
    if (offset > 0) params.set("offset", String(offset));
    const { data, meta } = await fetchAnswer(params, pagesAbort.signal);
    return { rows: data.map(unpackRow), meta };
  };
  const { rows: firstRows, meta } = await fetchPage(request, 0);
  const { asOf, version: revision, knownOn, total } = meta;
  const offsets: number[] = [];
  for (let offset = PAGE_ROWS; offset < total; offset += PAGE_ROWS) offsets.push(offset);
  const pages = [firstRows];
  let arrived = 1;
  const report = () => onProgress(arrived / (offsets.length + 1));
  report();
  let next = 0;
  const work = async () => {
    for (let at = next++; at < offsets.length; at = next++) {
      // All of the same revision, also if another one was recorded meanwhile.
      const moment = { asOf, knownOn, revision: null };
      const { rows } = await fetchPage(moment, offsets[at] ?? 0);
      pages[at + 1] = rows;
      arrived += 1;
      report();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work)).catch((error: unknown) => {
    // The other pages are no use without the one that failed.
    pagesAbort.abort();
    throw error;
  });
  const rows = pages.flat();
  return { rows, asOf, revision, knownOn };
}

function momentParams({ asOf, knownOn, revision }: RowsRequest): URLSearchParams {
  const params = new URLSearchParams();
  if (asOf !== null) params.set("asOf", asOf);
  // A server that has not heard of this revision yet reads it before it answers.
  const known = knownOn ?? (revision === null ? null : `r${revision}`);
  if (known !== null) params.set("knownOn", known);
  return params;
}

async function fetchAnswer(params: URLSearchParams, signal: AbortSignal): Promise<RowsAnswer> {
  const response = await fetch(`/api/v1/rows?${params}`, { signal });
  if (!response.ok) throw new Error(await readProblem(response));
  return await response.json();
}
