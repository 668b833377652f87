import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { inject } from "light-my-request";
import { SAME_BYTES } from "./cache-headers";
import { servePage } from "./kept-pages";

/** Addresses that are no pages. */
const NOT_PAGE =
  /^\/(?:(?:_next|api|basemap|embed|icons|metrics|ogc?|\.well-known)(?:[/?]|$)|[^?]*\.\w+(?:$|\?))/;
/** HEAD opens no stream. */
const STREAM = /^\/api\/v1\/stream(?:$|\?)/;

/**
 * Answers a request that the server has admitted: a public page from what is kept, HEAD and files with their length, and
 * everything else by Next.
 * @param handle Next's own handler
 */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  handle: RequestListener,
): Promise<void> {
  const { method, url = "/" } = request;
  const [path = ""] = url.split("?", 1);
  if (method === "HEAD" ? !STREAM.test(url) : method === "GET" && SAME_BYTES.test(path)) {
    await answerWithLength(request, response, handle);
  } else if (NOT_PAGE.test(url)) handle(request, response);
  else await servePage(request, response, handle);
}

/** Answers with the length of the body, which Next leaves out. Caches cut parts only of what has a length. */
async function answerWithLength(
  { method, url = "/", headers }: IncomingMessage,
  response: ServerResponse,
  handle: RequestListener,
): Promise<void> {
  const made = await inject(handle, {
    method: "GET",
    url,
    headers: { ...headers, "accept-encoding": "identity" },
  });
  const { "transfer-encoding": _, ...own } = made.headers;
  const { statusCode, rawPayload } = made;
  response.writeHead(
    statusCode,
    statusCode === 304 ? own : { ...own, "content-length": rawPayload.length },
  );
  response.end(method === "HEAD" ? undefined : rawPayload);
}
