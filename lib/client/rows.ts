import type { ZoneRow } from "../evidence/row";
import { toSearch } from "../query/search-string";
import type { Day } from "../time/day";

/** Which state of the registry: its day, its revision, and the revision as a permanent link names it. */
export interface ShownMoment {
  readonly asOf: Day;
  readonly revision: number;
  readonly knownOn: string;
}

/** The rows of the registry at one moment. */
export interface RowsAtMoment extends ShownMoment {
  readonly rows: readonly ZoneRow[];
}

/** The moment in an address; null: today, with everything that is known. */
interface RequestedMoment {
  readonly asOf: Day | null;
  readonly knownOn: string | null;
}

/** A moment, and the revision to show where `knownOn` names none; null: the last one that the server knows. */
export interface RowsRequest extends RequestedMoment {
  readonly revision: number | null;
}

/** The address of the rows of a moment. A server that has not heard of the revision yet reads it before it answers. */
export function rowsAddress({ asOf, knownOn, revision }: RowsRequest): string {
  const known = knownOn ?? (revision === null ? null : `r${revision}`);
  const day: [string, string][] = asOf === null ? [] : [["asOf", asOf]];
  return `/api/v1/rows${toSearch(known === null ? day : [...day, ["knownOn", known]])}`;
}
