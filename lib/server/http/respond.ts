import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { type ApiIssue, PROBLEM_TYPE, problemDocument } from "@/lib/contract/problems";
import { getText } from "../text/get-text";
import type { CacheHeaders } from "./cache-headers";

/** The registry is public and read without a session, so pages of any site may read it. */
export const CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": [
    "Accept-Ranges",
    "Allow",
    "Content-Disposition",
    "Content-Location",
    "Content-Range",
    "ETag",
    "Link",
    "RateLimit",
    "RateLimit-Policy",
    "Registry-As-Of",
    "Registry-Boundary-Note",
    "Registry-Known-On",
    "Registry-Matched",
    "Registry-Method",
    "Registry-Total",
    "Registry-Version",
    "Repr-Digest",
    "Retry-After",
  ].join(", "),
} as const;

const READ_METHODS = "GET, HEAD, OPTIONS";

/** The content of a response. */
export interface Representation {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the body; not called where the client has this state. */
  readonly body: () => BodyInit;
}

/** A JSON answer. */
export function json(
  document: unknown,
  headers: Readonly<Record<string, string>> = {},
): Representation {
  const body = () => JSON.stringify(document);
  return { type: "application/json; charset=utf-8", headers, body };
}

/** The header that makes browsers save an answer under a name. */
export function attachment(name: string): { readonly "content-disposition": string } {
  return { "content-disposition": `attachment; filename="${name}"` };
}

/** Letters of text that are sent together: small chunks take more time than what is in them. */
const SENT_LETTERS = 64 * 1024;

/** A body that is made in chunks as fast as it is read; other requests go on between them. The chunks end when reading stops. */
export function createStream(
  chunks: Generator<string | Uint8Array> | AsyncGenerator<Uint8Array>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await letOthersRun();
        let text = "";
        const send = () => {
          if (text !== "") controller.enqueue(encoder.encode(text));
        };
        while (text.length < SENT_LETTERS) {
          const next = chunks.next();
          const { done, value } = next instanceof Promise ? await next : next;
          if (typeof value === "string") {
            text += value;
            continue;
          }
          send();
          if (done) controller.close();
          else controller.enqueue(value);
          return;
        }
        send();
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * The response to GET or HEAD: 304 if the client has this state, else the answer.
 * @param cache names the state of the answer
 */
export function respond(request: Request, cache: CacheHeaders, answer: Representation): Response {
  const unchanged = respondUnchanged(request, cache);
  if (unchanged) {
    // The same bytes can have another address by now.
    const location = answer.headers?.["content-location"];
    if (location !== undefined) unchanged.headers.set("content-location", location);
    return unchanged;
  }
  return new Response(answer.body(), {
    headers: {
      ...CORS_HEADERS,
      ...cache,
      "content-type": answer.type,
      ...answer.headers,
    },
  });
}

/** The response 304 to a client that has this state; null: it needs the answer. */
export function respondUnchanged(request: Request, cache: CacheHeaders): Response | null {
  if (!matchesTag(request.headers.get("if-none-match"), cache.etag)) return null;
  return new Response(null, { status: 304, headers: { ...CORS_HEADERS, ...cache } });
}

/**
 * The response to a request for a record that was merged into another. No cache keeps it, because a merge can be undone.
 * @param location path with its parameters
 */
export function respondMoved(location: string): Response {
  return new Response(null, {
    status: 308,
    headers: { ...CORS_HEADERS, "cache-control": "no-store", location },
  });
}

/** The response with a plain text. No cache keeps it, unless the headers say otherwise. */
export function respondText(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${message}\n`, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/**
 * The response with a problem document.
 * @param occurrence UUID of the failure in the log
 */
export async function respondProblem(
  issues: readonly [ApiIssue, ...ApiIssue[]],
  { occurrence, headers }: { occurrence?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const document = problemDocument(await getText(), issues, occurrence);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      ...CORS_HEADERS,
      "content-type": PROBLEM_TYPE,
      "cache-control": "no-store",
      ...headers,
    },
  });
}

/** The response to a method that a read-only endpoint does not have. */
export async function respondMethodNotAllowed({ method }: Request): Promise<Response> {
  const text = await getText();
  return respondProblem(
    [{ code: "method-not-allowed", message: text.t("api.request.readOnly", { method }) }],
    { headers: { allow: READ_METHODS } },
  );
}

/** The response to OPTIONS, also to a browser's preflight request from another site. */
export function respondOptions(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      allow: READ_METHODS,
      "access-control-allow-methods": READ_METHODS,
      "access-control-allow-headers": "If-None-Match, Range",
      "access-control-max-age": "86400",
    },
  });
}

/** Does an If-None-Match name this tag? Weak comparison (RFC 9110, section 13.1.2). */
export function matchesTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const getOpaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch
    .split(",")
    .some((tag) => tag.trim() === "*" || getOpaque(tag) === getOpaque(etag));
}
