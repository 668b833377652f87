import type { AuditAction } from "@/lib/contract/audit-actions";

/** What was done, in words that follow the name of who did it. */
export const ACT_WORDS: Readonly<Record<AuditAction, string>> = {
  "claims-recorded": "recorded claims",
  "decisions-recorded": "judged claims",
  "source-added": "added a source",
  "release-made": "made a release",
  "source-changed": "changed a source",
  "signed-in": "signed in",
  "sign-in-failed": "failed to sign in",
  "sign-in-blocked": "was kept from signing in",
  "signed-out": "signed out",
  "password-changed": "changed their password",
  "set-up": "made the first admin",
  "person-added": "added a person",
  "role-changed": "changed a role",
  "person-closed": "closed an account",
  "person-reopened": "reopened an account",
  "password-reset": "gave a new password",
  "sessions-ended": "ended sessions",
};

/** Acts whose subject is a zone's slug. */
export const ZONE_ACTS: ReadonlySet<string> = new Set<AuditAction>([
  "claims-recorded",
  "decisions-recorded",
]);
