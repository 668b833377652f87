import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { inject, type Response } from "light-my-request";
import { FRAME_HEADERS, SECURITY_HEADERS } from "@/lib/contract/security-headers";
import { answerTraces, newTrace } from "../database/answer-trace";
import { isDatabaseRefusal } from "../database/database-refusal";
import { READ_TIMEOUT_MS } from "../database/db";
import { withTimeout } from "../database/with-timeout";
import { log } from "../log/log";
import { getText } from "../text/get-text";
import { SAME_BYTES } from "./cache-headers";
import { isPrivate, servePage } from "./kept-pages";

/** Addresses that are no pages. */
const NOT_PAGE =
  /^\/(?:(?:_next|api|basemap|embed|icons|metrics|ogc?|\.well-known)(?:[/?]|$)|[^?]*\.\w+(?:$|\?))/;
/** HEAD opens no stream. */
const STREAM = /^\/api\/v1\/stream(?:$|\?)/;
/** Seconds after which a page that the database refused may be asked for again. */
const RETRY = { "retry-after": "5" };

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
  const reads = method === "GET" || method === "HEAD";
  if (reads && !NOT_PAGE.test(url) && isPrivate(url)) {
    await answerPrivately(request, response, handle);
  } else if (method === "HEAD" ? !STREAM.test(url) : method === "GET" && SAME_BYTES.test(path)) {
    send(await makeAnswer(request, handle, { "accept-encoding": "identity" }), response);
  } else if (NOT_PAGE.test(url)) handle(request, response);
  else await servePage(request, response, handle);
}

/** The whole answer of Next. */
const makeAnswer = (
  { url = "/", headers }: IncomingMessage,
  handle: RequestListener,
  others: IncomingMessage["headers"] = {},
): Promise<Response> => inject(handle, { method: "GET", url, headers: { ...headers, ...others } });

/** Sends an answer with the length of its body, which Next leaves out. Caches cut parts only of what has a length. */
function send({ statusCode, headers, rawPayload }: Response, response: ServerResponse): void {
  const { "transfer-encoding": _encoding, connection: _connection, ...own } = headers;
  response.writeHead(
    statusCode,
    statusCode === 304 ? own : { ...own, "content-length": rawPayload.length },
  );
  response.end(response.req.method === "HEAD" ? undefined : rawPayload);
}

/** Answers with a page of one person, which is 503 where the database refuses it, or gives nothing for too long. */
async function answerPrivately(
  request: IncomingMessage,
  response: ServerResponse,
  handle: RequestListener,
): Promise<void> {
  const trace = newTrace(false);
  try {
    const make = () => answerTraces().run(trace, () => makeAnswer(request, handle));
    const made = await withTimeout(make, READ_TIMEOUT_MS);
    if (trace.isRefused && made.statusCode === 500) {
      Object.assign(made, { statusCode: 503, headers: { ...made.headers, ...RETRY } });
    }
    send(made, response);
  } catch (error) {
    if (!isDatabaseRefusal(error)) throw error;
    log.warn("A page was given up, because the database does not answer", { error });
    const { t } = await getText();
    const headers = [...SECURITY_HEADERS, ...FRAME_HEADERS].map(({ key, value }) => [key, value]);
    response.writeHead(503, {
      ...{ ...Object.fromEntries(headers), ...RETRY, "cache-control": "no-store" },
      "content-type": "text/plain; charset=utf-8",
    });
    response.end(t("api.request.registryAway"));
  }
}
