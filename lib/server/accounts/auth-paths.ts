import "server-only";

// Paths of the sign-in library below `/api/auth`.

export const SIGN_IN = "/sign-in/email";
export const SIGN_OUT = "/sign-out";
export const CHANGE_PASSWORD = "/change-password";
export const GET_SESSION = "/get-session";
export const TWO_FACTOR_START = "/two-factor/enable";
export const TWO_FACTOR_OFF = "/two-factor/disable";
export const RECOVERY_CODES = "/two-factor/generate-backup-codes";
/** With a code of the app: the first one turns two-step sign-in on, each later one completes a sign-in. */
export const APP_CODE = "/two-factor/verify-totp";
/** With a code of the app, and with a recovery code. */
export const CODE_PATHS: readonly string[] = [APP_CODE, "/two-factor/verify-backup-code"];

/**
 * The paths of the library that the tracker uses. All others (sign-up, social sign-in, e-mail links,
 * deletion) are closed, so that a new version of the library opens nothing by itself.
 */
export const OPEN_AUTH_PATHS: ReadonlySet<string> = new Set([
  SIGN_IN,
  SIGN_OUT,
  CHANGE_PASSWORD,
  GET_SESSION,
  TWO_FACTOR_START,
  TWO_FACTOR_OFF,
  RECOVERY_CODES,
  ...CODE_PATHS,
]);
