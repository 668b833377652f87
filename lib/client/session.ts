import { isRole, type Role } from "../catalogue/roles";
import type { PlainText } from "../text/plain-text";

/** The signed-in user, as shown in the header of a page. */
export interface SignedIn {
  readonly name: string;
  readonly role: Role;
}

/** A field of the sign-in forms. */
type SessionField = "email" | "password" | "newPassword";

/** The result of a request to the sign-in; `field` is the field at fault, null where it is none. */
export type SessionOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: SessionField | null; readonly message: string };

const TIMEOUT_MS = 20_000;

/** The signed-in user; null for a visitor, and if the server does not answer. Never throws. */
export async function fetchSignedIn(): Promise<SignedIn | null> {
  const response = await request("/get-session");
  if (!response?.ok) return null;
  const user = (await response.json().catch(() => null))?.user;
  if (typeof user?.name !== "string" || typeof user.role !== "string" || !isRole(user.role)) {
    return null;
  }
  return { name: user.name, role: user.role };
}

/** Signs in. Never throws. */
export function signIn(text: PlainText, email: string, password: string): Promise<SessionOutcome> {
  return send(text, "/sign-in/email", { email: email.trim(), password });
}

/** Signs out. Never throws. */
export function signOut(text: PlainText): Promise<SessionOutcome> {
  return send(text, "/sign-out", {});
}

/** Changes the user's own password and ends their other sessions. Never throws. */
export function changePassword(
  text: PlainText,
  password: string,
  newPassword: string,
): Promise<SessionOutcome> {
  return send(text, "/change-password", {
    currentPassword: password,
    newPassword,
    revokeOtherSessions: true,
  });
}

async function send(text: PlainText, path: string, body: unknown): Promise<SessionOutcome> {
  const response = await request(path, body);
  if (response?.ok) return { ok: true };
  if (!response) return fail(text.t("errors.unreachable"));
  const answer = await response.json().catch(() => null);
  return explain(text, response, typeof answer === "object" && answer !== null ? answer : {});
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
  text: PlainText,
  response: Response,
  { code, message, id }: { code?: string; message?: string; id?: string },
): SessionOutcome {
  const { t } = text;
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return fail(t("errors.session.wrongPassword"), "password");
    case "INVALID_EMAIL":
      return fail(t("errors.session.email"), "email");
    case "INVALID_PASSWORD":
      return fail(t("errors.session.wrongCurrentPassword"), "password");
    case "PASSWORD_TOO_SHORT":
      return fail(t("errors.session.shortPassword"), "newPassword");
    case "PASSWORD_TOO_LONG":
      return fail(t("errors.session.longPassword"), "newPassword");
    case "INVALID_ORIGIN":
      return fail(t("errors.session.origin"));
    case "ACCOUNT_RESTS":
      return fail(message ?? t("errors.session.blocked"));
    case "UNAUTHORIZED":
      return fail(t("errors.session.signedOut"));
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get("x-retry-after")) || 60;
    return fail(t("errors.session.tooMany", { seconds: text.number(seconds) }));
  }
  if (code === "DATABASE_REFUSED" && message !== undefined) return fail(message);
  if (response.status === 503) return fail(t("errors.session.databaseAway"));
  return fail(
    id === undefined ? t("errors.session.failed") : t("errors.session.failedWithId", { id }),
  );
}

function fail(message: string, field: SessionField | null = null): SessionOutcome {
  return { ok: false, field, message };
}
