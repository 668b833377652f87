/** Failures in the audit log. Anybody can cause them, so they are kept for a limited time. */
export const AUDIT_FAILURES = ["sign-in-failed", "sign-in-blocked", "change-refused"] as const;
export type AuditFailure = (typeof AUDIT_FAILURES)[number];

/** The actions that add to the ledger or publish a release. What they say is public. */
export const LEDGER_ACTIONS = [
  "claims-recorded",
  "decisions-recorded",
  "zone-added",
  "firm-added",
  "firm-changed",
  "tenancy-added",
  "event-added",
  "event-changed",
  "figure-added",
  "figure-changed",
  "record-merged",
  "record-retired",
  "record-withdrawn",
  "record-restored",
  "source-added",
  "source-changed",
  "release-made",
] as const;

/** The actions in the audit log, failures included. */
export const AUDIT_ACTIONS = [
  ...LEDGER_ACTIONS,
  "source-file-added",
  "source-file-changed",
  "source-file-removed",
  "removal-requested",
  "removal-dismissed",
  "text-removed",
  "correction-answered",
  "correction-deleted",
  "signed-in",
  ...AUDIT_FAILURES,
  "signed-out",
  "password-changed",
  "set-up",
  "person-added",
  "role-changed",
  "person-closed",
  "person-reopened",
  "password-reset",
  "link-made",
  "link-mailed",
  "link-used",
  "two-factor-on",
  "two-factor-off",
  "recovery-codes-made",
  "sessions-ended",
  "token-made",
  "token-revoked",
  "submission-sent",
  "submission-returned",
  "submission-accepted",
  "submission-withdrawn",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The details that entries of the audit log can have. */
export const AUDIT_DETAILS = [
  "asOf",
  "author",
  "changed",
  "decisions",
  "fields",
  "files",
  "from",
  "kind",
  "mediaType",
  "others",
  "outcome",
  "places",
  "reason",
  "refused",
  "requestedBy",
  "role",
  "scopes",
  "seconds",
  "sessions",
  "sha256",
  "shown",
  "size",
  "step",
  "title",
  "to",
  "token",
  "until",
  "zones",
] as const;

/** Details with their values, without secrets. */
export type AuditDetails = Readonly<
  Partial<Record<(typeof AUDIT_DETAILS)[number], string | number | boolean | null>>
>;

/** The steps of a sign-in after the password that can fail. */
export const SIGN_IN_STEPS = ["code"] as const;
export type SignInStep = (typeof SIGN_IN_STEPS)[number];
