import type { Role } from "../../lib/catalogue/roles";

/** Somebody with an account, and what they sign in with. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Who acts where nobody is signed in. */
export const SET_UP = { id: null, name: "set-up", address: null } as const;

/** The tracker's own address while `BASE_URL` is unset. */
export const ORIGIN = "http://localhost:3000";

let made = 0;

/** An address of the Internet that no other test comes from. */
export function newAddress(): string {
  made += 1;
  return `10.${(made >> 16) & 255}.${(made >> 8) & 255}.${made & 255}`;
}

/** Makes somebody with a role, under a name and an e-mail of their own. */
export async function newPerson(role: Role): Promise<TestPerson> {
  const [{ addPerson }, { db }] = await Promise.all([
    import("../../lib/server/people"),
    import("../../lib/server/db"),
  ]);
  made += 1;
  const name = `${role} ${made}`;
  const email = `${role}-${made}@example.org`;
  const password = `the password of ${name}`;
  const result = await addPerson({ name, email, role, password }, SET_UP);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { id } = await db().user.findUniqueOrThrow({ where: { email } });
  return { id, name, email, password };
}

/** How a request comes: by default from one of our own pages, and from an address of its own. */
export interface From {
  readonly origin?: string | null;
  readonly address?: string;
  readonly cookie?: string;
}

/** The head of such a request. */
export function headersFrom({ origin = ORIGIN, address = newAddress(), cookie }: From = {}) {
  const headers = new Headers({ "x-forwarded-for": address, host: "localhost:3000" });
  if (origin !== null) headers.set("origin", origin);
  if (cookie !== undefined) headers.set("cookie", cookie);
  return headers;
}

/** Asks `/api/auth/…`; with a body it is a POST. */
export async function askAuth(path: string, body?: unknown, from: From = {}): Promise<Response> {
  const { answerAuth } = await import("../../lib/server/answer-auth");
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

/** The cookies that an answer sets, as the next request sends them. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Signs somebody in and gives the cookie of their session. */
export async function signedIn({ email, password }: TestPerson): Promise<string> {
  const answer = await trySignIn(email, password);
  if (!answer.ok) throw new Error(`signing in failed: ${answer.status} ${await answer.text()}`);
  return cookieOf(answer);
}
