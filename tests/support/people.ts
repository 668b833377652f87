import type { Role } from "../../lib/catalogue/roles";

/** A person with an account and their credentials. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The author of actions without a session. */
export const SET_UP = { id: null, name: "set-up", address: null } as const;

/** The tracker's address without `BASE_URL`. */
export const ORIGIN = "http://localhost:3000";

let made = 0;

/** An IP address that no other test uses. */
export function newAddress(): string {
  made += 1;
  return `10.${(made >> 16) & 255}.${(made >> 8) & 255}.${made & 255}`;
}

/** Creates a person with a role and a unique name and e-mail address. */
export async function newPerson(role: Role): Promise<TestPerson> {
  const [{ createPerson }, { db }] = await Promise.all([
    import("../../lib/server/accounts/people"),
    import("../../lib/server/database/db"),
  ]);
  made += 1;
  const name = `${role} ${made}`;
  const email = `${role}-${made}@example.org`;
  const password = `the password of ${name}`;
  const result = await createPerson({ name, email, role, password }, SET_UP);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { id } = await db().user.findUniqueOrThrow({ where: { email } });
  return { id, name, email, password };
}

/** The origin of a request: by default one of our own pages, at a unique IP address. */
export interface From {
  readonly origin?: string | null;
  readonly address?: string;
  /** What limits count as one client; by default the address. */
  readonly network?: string;
  readonly cookie?: string;
}

/** The headers of such a request. */
export function headersFrom({
  origin = ORIGIN,
  address = newAddress(),
  network = address,
  cookie,
}: From = {}) {
  const headers = new Headers({
    "x-forwarded-for": address,
    "x-client-network": network,
    host: "localhost:3000",
  });
  if (origin !== null) headers.set("origin", origin);
  if (cookie !== undefined) headers.set("cookie", cookie);
  return headers;
}

/** Sends a request to `/api/auth/…`: a POST if it has a body. */
export async function askAuth(path: string, body?: unknown, from: From = {}): Promise<Response> {
  const { answerAuth } = await import("../../lib/server/http/auth-route");
  const headers = headersFrom(from);
  if (body !== undefined) headers.set("content-type", "application/json");
  return answerAuth(
    new Request(`${ORIGIN}/api/auth${path}`, {
      headers,
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    }),
  );
}

/** Tries to sign in. */
export function trySignIn(email: string, password: string, from: From = {}): Promise<Response> {
  return askAuth("/sign-in/email", { email, password }, from);
}

/** The cookies that an answer sets, in the form of the next request. */
export function readCookie(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Signs a person in. @returns the cookie of the session */
export async function signInAs({ email, password }: TestPerson): Promise<string> {
  const answer = await trySignIn(email, password);
  if (!answer.ok) throw new Error(`Signing in failed: ${answer.status} ${await answer.text()}`);
  return readCookie(answer);
}
