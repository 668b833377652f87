import type { ProblemCode } from "./problems";

/**
 * Why an act is not allowed: no session, a role without the right, a request from another site, something that the
 * person has to do first, or a token that cannot be used for it.
 */
export const FORBIDDEN_REASONS = [
  "signed-out",
  "forbidden",
  "foreign-origin",
  "password-change",
  "two-factor",
  "token-invalid",
  "token-expired",
  "token-scope",
] as const satisfies readonly ProblemCode[];
/** One of these reasons. */
export type ForbiddenReason = (typeof FORBIDDEN_REASONS)[number];
