import { readCookie, type TestPerson } from "./people";

/** The target and the sender of a request. */
export interface HttpSession {
  /** The server's address, without a trailing slash. */
  readonly address: string;
  /** The `Origin` of the request; null: none. */
  readonly origin: string | null;
  readonly cookie?: string;
  /** The client's address, for a server that trusts its proxy. */
  readonly from?: string;
}

/** Sends a request over HTTP; redirects are not followed. A body is JSON unless `headers` say otherwise. */
export function send(
  { address, origin, cookie, from }: HttpSession,
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${address}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(origin === null ? {} : { origin }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(from === undefined ? {} : { "x-forwarded-for": from }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

/** Signs a person in over HTTP. @returns the cookie of the session */
export async function signInOver(
  session: HttpSession,
  { email, password }: Pick<TestPerson, "email" | "password">,
): Promise<string> {
  const body = JSON.stringify({ email, password });
  const answer = await send(session, "POST", "/api/auth/sign-in/email", body);
  if (!answer.ok) throw new Error(`Signing in failed: ${answer.status} ${await answer.text()}`);
  return readCookie(answer);
}
