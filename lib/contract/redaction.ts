/** Why a text must not be kept. */
export const REDACTION_REASONS = ["personal-data", "abuse", "confidential", "legal-order"] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/** The texts that can be removed, as `table.column`. The database has the same list. */
export const TEXT_KINDS = [
  "claim.note",
  "claim.locator",
  "claim.quotation",
  "decision.reason",
  "source.title",
  "source.publisher",
  "source.url",
  "source.archived_url",
  "source_version.title",
  "source_version.publisher",
  "source_version.url",
  "source_version.archived_url",
  "source_version.reason",
  "firm.name",
  "firm_version.name",
  "firm_version.other_names",
  "firm_version.reason",
  "event.title",
  "event.body",
  "event.quotation",
  "event_version.title",
  "event_version.body",
  "event_version.quotation",
  "event_version.reason",
  "context_figure.label",
  "context_figure.statement",
  "context_figure.source_note",
  "context_figure.quotation",
  "context_figure_version.label",
  "context_figure_version.statement",
  "context_figure_version.source_note",
  "context_figure_version.quotation",
  "context_figure_version.reason",
  "retirement.reason",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** One text in the database. */
export interface TextPlace {
  readonly kind: TextKind;
  /**
   * Id or key of the row; of a version of an event or a figure that of the record with `@` and the revision. One of the
   * other names of a firm has its position, from 0, behind it: `ID.3`.
   */
  readonly row: string;
}

/** What has texts: a report with the decisions on it, or a record with its versions, merges and retirements. */
export const TEXT_SUBJECTS = ["claim", "source", "zone", "firm", "event", "figure"] as const;

/** A report or a record whose texts can be removed. */
export interface TextSubject {
  readonly kind: (typeof TEXT_SUBJECTS)[number];
  readonly id: string;
}

/** How often a text is kept beside its own place. */
export interface TextCopies {
  /** Claims, versions of the record, or decisions, merges and retirements of the same write. */
  readonly ledger: number;
  /** Entries of the audit log. */
  readonly audit: number;
  /** Files of releases, as `2026.1/claims.csv`. */
  readonly files: readonly string[];
}

/** A text that can be removed. */
export interface RemovableText extends TextPlace {
  readonly text: string;
  readonly copies: TextCopies;
  /** Is a request to remove it open? */
  readonly requested: boolean;
}

/** An open request. */
export interface OpenRemoval extends TextPlace {
  readonly id: string;
  /** Null: the place has another text by now. */
  readonly text: string | null;
  readonly copies: TextCopies;
  readonly reason: RedactionReason;
  readonly requestedBy: string;
  readonly requestedById: string;
  /** ISO 8601, UTC. */
  readonly requestedAt: string;
  /** Null: it is no longer there. */
  readonly subject: TextSubject | null;
}

/** A removed text. */
export interface RemovedText extends TextPlace {
  readonly reason: RedactionReason;
  readonly requestedBy: string;
  readonly confirmedBy: string;
  /** ISO 8601, UTC. */
  readonly removedAt: string;
  readonly revision: number;
  /** Of the text, in hexadecimal digits. */
  readonly sha256: string;
}
