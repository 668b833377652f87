/** The acts that the audit log records, beside the revisions of the ledger. */
export const AUDITED_ACTS = [
  "claims-recorded",
  "decisions-recorded",
  "source-added",
  "release-made",
  "source-changed",
  "signed-in",
  "sign-in-failed",
  "sign-in-blocked",
  "signed-out",
  "password-changed",
  "set-up",
  "person-added",
  "role-changed",
  "person-closed",
  "person-reopened",
  "password-reset",
  "sessions-ended",
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];
