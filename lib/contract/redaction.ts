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
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** One text in the database. */
export interface TextPlace {
  readonly kind: TextKind;
  /** Id of the row. */
  readonly row: string;
}
