import { queryOptions } from "@tanstack/react-query";
import type { HistoryAnswer } from "../contract/history-answer";
import type { ProblemDocument } from "../contract/problems";
import { type PackedRow, unpackRow, type ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import type { History } from "./history";

/** The rows of the registry at one moment. */
export interface RowsAtMoment {
  readonly rows: readonly ZoneRow[];
  /** The day. */
  readonly asOf: Day;
  readonly revision: number;
  /** The revision as a permanent link names it, with its identity. */
  readonly knownOn: string;
}

/** The same with packed rows, as sent to the browser. */
export interface PackedMoment extends Omit<RowsAtMoment, "rows"> {
  readonly rows: readonly PackedRow[];
}

/** The moment in an address; null: today, with everything that is known. */
export interface RequestedMoment {
  readonly asOf: Day | null;
  readonly knownOn: string | null;
}

/** The answer of `GET /api/v1/rows`. */
interface RowsAnswer {
  readonly data: readonly PackedRow[];
  readonly meta: { readonly asOf: Day; readonly version: number; readonly knownOn: string };
}

/** Unpacks the rows of a moment. */
export function unpackMoment({ rows, ...moment }: PackedMoment): RowsAtMoment {
  return { rows: rows.map(unpackRow), ...moment };
}

/** A moment, and the revision that the server must have reached; null: any. */
export interface RowsRequest extends RequestedMoment {
  readonly minVersion: number | null;
}

/** The query for the rows of a moment. It runs once, because a moment with a revision never changes. */
export function rowsQuery({ asOf, knownOn, minVersion }: RowsRequest) {
  return queryOptions({
    queryKey: ["rows", asOf, knownOn, minVersion],
    queryFn: ({ signal }) => fetchRows({ asOf, knownOn, minVersion }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** @throws Error with a sentence that says why the rows could not be loaded */
async function fetchRows({ asOf, knownOn, minVersion }: RowsRequest, signal: AbortSignal) {
  const params = new URLSearchParams();
  if (asOf !== null) params.set("asOf", asOf);
  if (knownOn !== null) params.set("knownOn", knownOn);
  if (minVersion !== null) params.set("minVersion", String(minVersion));
  const response = await fetch(`/api/v1/rows?${params}`, { signal });
  if (!response.ok) throw new Error(await readProblem(response));
  const { data, meta }: RowsAnswer = await response.json();
  const { asOf: day, version, knownOn: revision } = meta;
  return unpackMoment({ rows: data, asOf: day, revision: version, knownOn: revision });
}

/** Why the API rejected a request: a sentence of its problem document, or else the status. */
export async function readProblem(response: Response): Promise<string> {
  try {
    const { detail, title }: Partial<ProblemDocument> = await response.json();
    return detail ?? title ?? `HTTP ${response.status}`;
  } catch {
    return `HTTP ${response.status}`;
  }
}

/** The answer of `GET /api/v1/history`. */
interface Answer {
  readonly data: HistoryAnswer;
  readonly meta: { readonly version: number };
}

/**
 * The query for the history, once per revision. It also loads the code that reads the history, which
 * readers of a single day do not need.
 * @param revision the revision that the server must have reached
 */
export function historyQuery(revision: number) {
  return queryOptions({
    queryKey: ["history", revision],
    queryFn: ({ signal }) => fetchHistory(revision, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** @throws Error with a sentence that says why the history could not be loaded */
async function fetchHistory(revision: number, signal: AbortSignal): Promise<History> {
  const [{ openHistory }, response] = await Promise.all([
    import("./history"),
    fetch(`/api/v1/history?minVersion=${revision}`, { signal }),
  ]);
  if (!response.ok) throw new Error(await readProblem(response));
  const { data, meta }: Answer = await response.json();
  return openHistory(data, meta.version);
}
