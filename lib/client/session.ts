import { isRole, type Role } from "../catalogue/roles";

/** Who is signed in, as the head of a page shows them. */
export interface SignedIn {
  readonly name: string;
  readonly role: Role;
}

/** A field of the forms that speak to the sign-in. */
export type SessionField = "email" | "password" | "newPassword";

/** What became of it; `field` is the one at fault, null where it is none of them. */
export type SessionOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: SessionField | null; readonly message: string };

const LONGEST_WAIT_MS = 20_000;

/** Whoever is signed in; null for a visitor, and where the tracker cannot tell. Never throws. */
export async function whoIsSignedIn(): Promise<SignedIn | null> {
  const response = await ask("/get-session");
  if (!response?.ok) return null;
  const user = (await response.json().catch(() => null))?.user;
  if (typeof user?.name !== "string" || typeof user.role !== "string" || !isRole(user.role)) {
    return null;
  }
  return { name: user.name, role: user.role };
}

/** Signs in. Never throws. */
export function signIn(email: string, password: string): Promise<SessionOutcome> {
  return send("/sign-in/email", { email: email.trim(), password });
}

/** Signs out. Never throws. */
export function signOut(): Promise<SessionOutcome> {
  return send("/sign-out", {});
}

/** Changes one's own password and ends one's sessions elsewhere. Never throws. */
export function changePassword(password: string, newPassword: string): Promise<SessionOutcome> {
  return send("/change-password", {
    currentPassword: password,
    newPassword,
    revokeOtherSessions: true,
  });
}

async function send(path: string, body: unknown): Promise<SessionOutcome> {
  const response = await ask(path, body);
  if (response?.ok) return { ok: true };
  if (!response) {
    return fault("The tracker cannot be reached. Nothing typed is lost; try again in a moment.");
  }
  const answer = await response.json().catch(() => null);
  return refusal(response, typeof answer === "object" && answer !== null ? answer : {});
}

/** @returns null where no answer came */
async function ask(path: string, body?: unknown): Promise<Response | null> {
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
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
  } catch {
    return null;
  }
}

function refusal(
  response: Response,
  { code, message, id }: { code?: string; message?: string; id?: string },
): SessionOutcome {
  switch (code) {
    case "INVALID_EMAIL_OR_PASSWORD":
      return fault(
        "This e-mail and this password do not belong together. Check both; an admin can give you a new password.",
        "password",
      );
    case "INVALID_EMAIL":
      return fault("Give an e-mail address, such as name@example.org.", "email");
    case "INVALID_PASSWORD":
      return fault("This is not your password now.", "password");
    case "PASSWORD_TOO_SHORT":
    case "PASSWORD_TOO_LONG":
      return fault(
        `${message ?? "The new password has a length that is not taken"}.`,
        "newPassword",
      );
    case "INVALID_ORIGIN":
      return fault("Open the tracker at its own address; signing in from another one is refused.");
    case "ACCOUNT_RESTS":
      return fault(message ?? "Too many wrong passwords for this account. Try again later.");
    case "UNAUTHORIZED":
      return fault("You are signed out. Sign in and try again.");
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get("x-retry-after")) || 60;
    return fault(`Too many tries from where you are. Try again in ${seconds} seconds.`);
  }
  if (response.status === 503) {
    return fault("The tracker's database is away. Nothing typed is lost; try again in a moment.");
  }
  return fault(
    `This failed for a reason of the tracker's own. Try again${id ? `; if it fails again, tell us the number ${id}` : ""}.`,
  );
}

function fault(message: string, field: SessionField | null = null): SessionOutcome {
  return { ok: false, field, message };
}
