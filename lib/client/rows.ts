import { queryOptions } from "@tanstack/react-query";
import { type PackedRow, unpackRow, type ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";

/** The registry's rows at one moment, and which moment that is. */
export interface RowsAtMoment {
  readonly rows: readonly ZoneRow[];
  /** The day looked at. */
  readonly asOf: Day;
  /** The last revision that counts. */
  readonly version: number;
}

/** The same as it travels. */
export interface PackedMoment extends Omit<RowsAtMoment, "rows"> {
  readonly rows: readonly PackedRow[];
}

/** The moment as an address asks for it; null: today, and all that is known. */
export interface RequestedMoment {
  readonly asOf: Day | null;
  readonly knownOn: string | null;
}

/** What `GET /api/v1/rows` answers. */
interface RowsAnswer {
  readonly data: readonly PackedRow[];
  readonly meta: Omit<RowsAtMoment, "rows">;
}

/** A refusal as every address of the API gives it (RFC 9457). */
interface Refusal {
  readonly detail?: string;
  readonly title?: string;
}

/** Unpacks the rows of a moment. */
export function unpackMoment({ rows, ...moment }: PackedMoment): RowsAtMoment {
  return { rows: rows.map(unpackRow), ...moment };
}

/** A moment, and the least version that must be known where it is answered; null: any. */
export interface RowsRequest extends RequestedMoment {
  readonly minVersion: number | null;
}

/** How the rows of a moment are asked for: once for each, since a moment with a version never changes. */
export function rowsQuery({ asOf, knownOn, minVersion }: RowsRequest) {
  return queryOptions({
    queryKey: ["rows", asOf, knownOn, minVersion],
    queryFn: ({ signal }) => fetchRows({ asOf, knownOn, minVersion }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/**
 * @throws Error with a sentence that says why the rows could not be had
 */
async function fetchRows({ asOf, knownOn, minVersion }: RowsRequest, signal: AbortSignal) {
  const params = new URLSearchParams();
  if (asOf !== null) params.set("asOf", asOf);
  if (knownOn !== null) params.set("knownOn", knownOn);
  if (minVersion !== null) params.set("minVersion", String(minVersion));
  const response = await fetch(`/api/v1/rows?${params}`, { signal });
  if (!response.ok) throw new Error(await readRefusal(response));
  const { data, meta }: RowsAnswer = await response.json();
  return unpackMoment({ rows: data, asOf: meta.asOf, version: meta.version });
}

/** Why an answer of the API is a refusal, as a sentence. */
export async function readRefusal(response: Response): Promise<string> {
  try {
    const { detail, title }: Refusal = await response.json();
    return detail ?? title ?? `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}
