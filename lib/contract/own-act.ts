/** Why an act cannot be undone: the names of its messages in `api.undo`. */
export type Hindrance = "tooLate" | "others" | "own" | "moved" | "other" | "undone";

/** One act of a person at the desk. */
export interface OwnAct {
  readonly revision: number;
  /** ISO 8601. */
  readonly at: string;
  /** Zones and sources that it touched. */
  readonly zones: readonly string[];
  readonly sources: readonly string[];
  readonly claims: number;
  /** On claims of other acts. */
  readonly decisions: number;
  /** Did it add or change a zone, firm, event or figure, or merge or retire one? That is not undone there. */
  readonly changesRecords: boolean;
  /** The revision that it undoes; null: it undoes nothing. */
  readonly undoes: number | null;
  /** Null: it can be undone now. */
  readonly hindrance: Hindrance | null;
}
