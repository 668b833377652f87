import type { RetirableKind } from "../evidence/ledger-records";

/** Why an act cannot be undone: the names of its messages in `api.undo`. */
export type Hindrance = "tooLate" | "others" | "own" | "moved" | "role" | "other" | "undone";

/** A record that an act added, changed, merged, retired, withdrew or restored. */
export interface ActRecord {
  readonly kind: RetirableKind;
  readonly id: string;
}

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
  /** The zones, firms, events and figures that it added or changed, and what it merged, retired, withdrew or restored. */
  readonly records: readonly ActRecord[];
  /** The revision that it undoes; null: it undoes nothing. */
  readonly undoes: number | null;
  /** Null: it can be undone now. */
  readonly hindrance: Hindrance | null;
}
