import type { ColumnTarget, Layout } from "../entry/import-mapping";
import type { Table } from "../entry/table";

/** A table as the server read it. */
export interface TableAnswer {
  readonly table: Table;
  readonly layout: Layout;
  /** What each column is probably used for. */
  readonly targets: readonly ColumnTarget[];
  /** How the table was read, in words. */
  readonly form: string;
  /** The visible sheets of an XLSX file; empty for text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

/** A cell that is refused. */
export interface RefusedCell {
  /** Number of the row in the file, from 1. */
  readonly row: number;
  /** Its address, such as D17; null: the row as a whole. */
  readonly cell: string | null;
  /** The header of its column; empty where there is none. */
  readonly column: string;
  readonly got: string;
  /** What is wrong and what to do. */
  readonly message: string;
  /** What could be there instead; null: nothing is near. */
  readonly suggestion: string | null;
  /** What a person can confirm, so that the cell is not refused: the reading of a misspelled word, or a value that changed since the export; null: nothing. */
  readonly confirm: "repaired" | "changed-since" | null;
}

/** A value that an import changes, in words. */
export interface ImportChange {
  /** Address of the cell that states it. */
  readonly cell: string;
  readonly zone: string;
  readonly firm: string | null;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** `shown`: the new value is displayed; `hidden`: another report stays displayed. */
  readonly shows: boolean;
  /** Is the field disputed after the import, and was not before? */
  readonly disputed: boolean;
}

/** What an import would do, before anything is written. */
export interface ImportReport {
  /** Identifies what would be written; a record request names it. */
  readonly digest: string;
  /** Rows that are not empty. */
  readonly rows: number;
  /** Numbers of the rows that are refused. */
  readonly refusedRows: readonly number[];
  /** Rows that add something and are not refused. */
  readonly validRows: number;
  /** Names of the zones that would be added. */
  readonly newZones: readonly string[];
  /** New reports that would be recorded from valid rows. */
  readonly claims: number;
  /** Cells that say what is displayed, and reports that are recorded already. */
  readonly unchanged: number;
  readonly refused: readonly RefusedCell[];
  /** The first of them; `changeCount` is the number of all. */
  readonly changes: readonly ImportChange[];
  readonly changeCount: number;
  readonly disputedCount: number;
  /** Would a report wait for a reviewer? Then only a reviewer can record the table. */
  readonly needsReviewer: boolean;
}

/** The steps of an import, in their order. */
export const IMPORT_PHASES = ["waiting", "reading", "checking", "recording"] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];

/** One line of the answer to an import, which is read while it is written. The last one is not `progress`. */
export type ImportLine =
  | {
      readonly kind: "progress";
      readonly phase: ImportPhase;
      readonly done: number;
      readonly total: number;
    }
  /** The result of a check; with `changed`, of a record request whose digest was of another state. */
  | { readonly kind: "report"; readonly report: ImportReport; readonly changed: boolean }
  | { readonly kind: "recorded"; readonly claims: number; readonly revision: number }
  /** Nothing was written. */
  | { readonly kind: "problem"; readonly message: string };
