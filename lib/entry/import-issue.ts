import type { FieldKey } from "../catalogue/fields";
import type { ColumnRole } from "../catalogue/import-columns";
import type { FieldValue } from "../catalogue/kinds";
import type { ReadingIssue } from "./reading";

/** Why a cell, or a row as a whole, is refused; `describeCellProblem` of lib/text says it. */
export type CellProblem =
  /** A value, a date or another part that is not understood. */
  | { readonly code: "reading"; readonly issue: ReadingIssue }
  | { readonly code: "missing"; readonly role: ColumnRole }
  | { readonly code: "not-found"; readonly role: "zone" | "firm" | "field" | "source" }
  | { readonly code: "one-of"; readonly allowed: readonly string[] }
  | {
      readonly code:
        | "covered"
        | "formula-error"
        | "lost-letters"
        | "unknown-over-known"
        | "not-a-day"
        | "field-of-zones"
        | "field-of-firms"
        | "like-zone"
        | "no-slug"
        | "no-admission";
    }
  /** No export has this day and revision. */
  | { readonly code: "no-snapshot" }
  /** A misspelled letter of a word is read as another one, which a person confirms. @field null: it is a date of the report */
  | { readonly code: "repaired"; readonly field: FieldKey | null; readonly value: FieldValue }
  /** An edited cell of an export whose displayed value changed since, which a person confirms. */
  | {
      readonly code: "changed-since";
      readonly field: FieldKey;
      readonly exported: FieldValue;
      readonly present: FieldValue;
    }
  /** What the ledger says, in words. */
  | { readonly code: "ledger"; readonly message: string };

/** What is wrong with a cell. */
export interface CellIssue {
  /** From 0; null: the row as a whole, where no column is at fault. */
  readonly column: number | null;
  readonly problem: CellProblem;
  /** What could be there instead; null: nothing is near. */
  readonly suggestion: string | null;
}
