import "server-only";
import { type Fault, PROBLEM_TYPE, problemDocument } from "@/lib/contract/problems";

/** The registry is public and read without a session, so any page of any site may read it. */
const OPEN_TO_ALL = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": [
    "Allow",
    "Content-Disposition",
    "ETag",
    "Link",
    "Registry-As-Of",
    "Registry-Boundary-Note",
    "Registry-Known-On",
    "Registry-Matched",
    "Registry-Method",
    "Registry-Total",
    "Registry-Version",
    "Retry-After",
  ].join(", "),
} as const;

/** Kept by whoever likes, and asked for anew each time: an unchanged answer costs a 304. */
const REVALIDATE = "public, no-cache";

const READING = "GET, HEAD, OPTIONS";

/** What an address answers with. */
export interface Representation {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the body; not called where none is sent. */
  readonly body: () => BodyInit;
}

/** An answer of JSON. */
export function json(
  document: unknown,
  headers: Readonly<Record<string, string>> = {},
): Representation {
  return { type: "application/json; charset=utf-8", headers, body: () => JSON.stringify(document) };
}

/**
 * The response to a GET or HEAD: 304 where the client holds this state already, else the answer.
 * @param etag names the state that the answer shows
 */
export function respond(request: Request, etag: string, answer: Representation): Response {
  const cacheControl = answer.headers?.["cache-control"] ?? REVALIDATE;
  const headers = { ...OPEN_TO_ALL, "cache-control": cacheControl, etag };
  if (holds(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === "HEAD" ? null : answer.body(), {
    headers: { ...headers, "content-type": answer.type, ...answer.headers },
  });
}

/** Does an If-None-Match name this tag? Weak comparison (RFC 9110, section 13.1.2). */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}

/**
 * The response that says what is wrong.
 * @param occurrence UUID under which the failure stands in the log
 */
export function respondProblem(
  faults: readonly [Fault, ...Fault[]],
  { occurrence, headers }: { occurrence?: string; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const document = problemDocument(faults, occurrence);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      ...OPEN_TO_ALL,
      "content-type": PROBLEM_TYPE,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/** The response to a method that reading does not know. */
export function respondMethodNotAllowed(request: Request): Response {
  return respondProblem(
    [
      {
        code: "method-not-allowed",
        detail: `${request.method} does nothing here. Read this address with GET.`,
      },
    ],
    { headers: { allow: READING } },
  );
}

/** The response to OPTIONS, a browser's question before a conditional request from another site among them. */
export function respondOptions(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      allow: READING,
      "access-control-allow-methods": READING,
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    },
  });
}
