import { isRole, type Role } from "../catalogue/roles";
import type { Translate } from "../text/text-base";

/** The signed-in user, as shown in the header of a page. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A field of the sign-in forms. */
type SessionField = "email" | "password" | "newPassword" | "code";

/** A request to the sign-in that failed; `field` is the field at fault, null where it is none. */
interface SessionFailure {
  readonly ok: false;
  readonly field: SessionField | null;
  readonly message: string;
}

/** The result of a request to the sign-in. */
export type SessionOutcome = { readonly ok: true } | SessionFailure;

/** The result of a sign-in; `codeNeeded`: the session begins with a code of the authenticator app. */
type SignInOutcome = { readonly ok: true; readonly codeNeeded: boolean } | SessionFailure;

/** The secret of an authenticator app, as an `otpauth:` address, and the recovery codes. Both are shown once. */
export interface TwoFactorSecrets {
  readonly address: string;
  readonly recoveryCodes: readonly string[];
}

const TIMEOUT_MS = 20_000;

/** The signed-in user; null for a visitor, and if the server does not answer. Never throws. */
export async function fetchSignedIn(): Promise<SignedIn | null> {
  const response = await request("/get-session");
  if (!response?.ok) return null;
  const user = (await response.json().catch(() => null))?.user;
  if (
    typeof user?.id !== "string" ||
    typeof user.name !== "string" ||
    typeof user.role !== "string" ||
    !isRole(user.role)
  ) {
    return null;
  }
  return { id: user.id, name: user.name, role: user.role };
}

/** Signs in, or begins to where a code is needed. Never throws. */
export async function signIn(
  t: Translate,
  email: string,
  password: string,
): Promise<SignInOutcome> {
  const result = await send(t, "/sign-in/email", { email: email.trim(), password });
  return result.ok ? { ok: true, codeNeeded: result.answer.twoFactorRedirect === true } : result;
}

/**
 * Signs in with a password that was just set, and opens a page; the page to sign in where that fails or needs a code.
 * @param next the page after the sign-in
 */
export async function signInAndOpen(
  t: Translate,
  { email, password, next }: Readonly<Record<"email" | "password" | "next", string>>,
): Promise<void> {
  const result = await signIn(t, email, password);
  window.location.assign(result.ok && !result.codeNeeded ? next : "/sign-in");
}

/** Completes a sign-in with a code of the authenticator app (6 digits) or a recovery code. Never throws. */
export function sendCode(t: Translate, code: string): Promise<SessionOutcome> {
  const plain = code.replace(/\s/g, "");
  return /^\d{6}$/.test(plain)
    ? confirmTwoFactor(t, plain)
    : send(t, "/two-factor/verify-backup-code", { code: plain });
}

/** Begins to turn on two-step sign-in: makes a secret and recovery codes. Never throws. */
export async function startTwoFactor(
  t: Translate,
  password: string,
): Promise<{ readonly ok: true; readonly secrets: TwoFactorSecrets } | SessionFailure> {
  const result = await send(t, "/two-factor/enable", { password });
  if (!result.ok) return result;
  const address = String(result.answer.totpURI ?? "");
  return { ok: true, secrets: { address, recoveryCodes: readCodes(result.answer) } };
}

/** Turns on two-step sign-in with a first code of the app. Never throws. */
export function confirmTwoFactor(t: Translate, code: string): Promise<SessionOutcome> {
  return send(t, "/two-factor/verify-totp", { code: code.replace(/\s/g, "") });
}

/** Turns off two-step sign-in, with a code of the app or a recovery code. Never throws. */
export function stopTwoFactor(
  t: Translate,
  password: string,
  code: string,
): Promise<SessionOutcome> {
  return send(t, "/two-factor/disable", { password, code: code.replace(/\s/g, "") });
}

/** Makes new recovery codes; the old ones stop working. Never throws. */
export async function makeRecoveryCodes(
  t: Translate,
  password: string,
): Promise<{ readonly ok: true; readonly recoveryCodes: readonly string[] } | SessionFailure> {
  const result = await send(t, "/two-factor/generate-backup-codes", { password });
  return result.ok ? { ok: true, recoveryCodes: readCodes(result.answer) } : result;
}

function readCodes({ backupCodes }: Readonly<Record<string, unknown>>): string[] {
  return Array.isArray(backupCodes) ? backupCodes.map(String) : [];
}

/** Signs out. Never throws. */
export function signOut(t: Translate): Promise<SessionOutcome> {
  return send(t, "/sign-out", {});
}

/** Changes the user's own password and ends their other sessions. Never throws. */
export function changePassword(
  t: Translate,
  password: string,
  newPassword: string,
): Promise<SessionOutcome> {
  return send(t, "/change-password", {
    currentPassword: password,
    newPassword,
    revokeOtherSessions: true,
  });
}

async function send(
  t: Translate,
  path: string,
  body: unknown,
): Promise<
  { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> } | SessionFailure
> {
  const response = await request(path, body);
  if (!response) return fail(t("errors.unreachable"));
  const json = await response.json().catch(() => null);
  const answer = typeof json === "object" && json !== null ? json : {};
  return response.ok ? { ok: true, answer } : explain(t, response, answer);
}

/** @returns null if no answer came */
async function request(path: string, body?: unknown): Promise<Response | null> {
  try {
    return await fetch(`/api/auth${path}`, {
      ...(body === undefined
        ? {}
        : {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          }),
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return null;
  }
}

function explain(
  t: Translate,
  response: Response,
  { code, message, id }: { code?: string; message?: string; id?: string },
): SessionFailure {
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return fail(t("errors.session.wrongPassword"), "password");
    case "INVALID_EMAIL":
      return fail(t("errors.session.email"), "email");
    case "INVALID_PASSWORD":
      return fail(t("errors.session.wrongCurrentPassword"), "password");
    case "PASSWORD_COMMON":
      return fail(message ?? t("errors.session.failed"), "newPassword");
    case "PASSWORD_TOO_SHORT":
      return fail(t("errors.session.shortPassword"), "newPassword");
    case "PASSWORD_TOO_LONG":
      return fail(t("errors.session.longPassword"), "newPassword");
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
      return fail(t("errors.session.wrongCode"), "code");
    case "INVALID_TWO_FACTOR_COOKIE":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return fail(t("errors.session.codeEnded"));
    case "ACCOUNT_TEMPORARILY_LOCKED":
      return fail(t("errors.session.codesBlocked"));
    case "INVALID_ORIGIN":
      return fail(t("errors.session.origin"));
    case "PASSWORDS_BUSY":
      return fail(message ?? t("errors.session.failed"));
    case "ADDRESS_RESTS":
    case "ACCOUNT_RESTS":
      return fail(message ?? t("errors.session.blocked"));
    case "UNAUTHORIZED":
      return fail(t("errors.session.signedOut"));
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get("x-retry-after")) || 60;
    return fail(t("errors.session.tooMany", { seconds }));
  }
  if (code === "DATABASE_REFUSED" && message !== undefined) return fail(message);
  if (response.status === 503) return fail(t("errors.session.databaseAway"));
  return fail(
    id === undefined ? t("errors.session.failed") : t("errors.session.failedWithId", { id }),
  );
}

function fail(message: string, field: SessionField | null = null): SessionFailure {
  return { ok: false, field, message };
}
