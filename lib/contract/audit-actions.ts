/** The actions in the audit log. */
export const AUDIT_ACTIONS = [
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
  "link-made",
  "link-used",
  "sessions-ended",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
