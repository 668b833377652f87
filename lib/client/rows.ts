import { unpackRow, type ZoneRow } from "../evidence/row";
import { fromRowTable, type RowTable } from "../evidence/row-table";
import type { Day } from "../time/day";

/** The rows of the registry at one moment. */
export interface RowsAtMoment {
  readonly rows: readonly ZoneRow[];
  /** The day. */
  readonly asOf: Day;
  readonly revision: number;
  /** The revision as a permanent link names it, with its identity. */
  readonly knownOn: string;
}

/** The same with rows by column, as sent to the browser. */
export interface PackedMoment extends Omit<RowsAtMoment, "rows"> {
  readonly rows: RowTable;
}

/** The moment in an address; null: today, with everything that is known. */
export interface RequestedMoment {
  readonly asOf: Day | null;
  readonly knownOn: string | null;
}

/** Unpacks the rows of a moment. */
export function unpackMoment({ rows, ...moment }: PackedMoment): RowsAtMoment {
  return { rows: fromRowTable(rows).map(unpackRow), ...moment };
}

/** A moment, and the revision to show where `knownOn` names none; null: the last one that the server knows. */
export interface RowsRequest extends RequestedMoment {
  readonly revision: number | null;
}
