import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "../env";
import { log, requestIds } from "../log/log";
import { metrics } from "../metrics";
import { getClientAddress } from "../origins";
import { processSingleton } from "../process-singleton";
import { getRouteLabel } from "./route-label";

/** The header with the id of a request. A request from a trusted proxy can have one already. */
const ID_HEADER = "x-request-id";
/** An id of the proxy that can be used as it is. */
const PROXY_ID = /^[\w.:-]{8,64}$/;

const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** Longest path in the log. */
const MAX_PATH = 200;

/**
 * From now on, gives every request of this process an id, and when its response has ended writes one line to the log
 * and counts it in the metrics. The line has no query, because queries can contain what people search for, and secrets
 * of one-time links.
 *
 * The id becomes a header of the request. Our own server puts it into the answer, with the other headers that it sends:
 * where one was set before, Node checks and copies all of them.
 * @param setsHeader whether the id is put into the answer here: nothing else does, as with the server for development
 */
export function startAccessLog({ setsHeader }: { readonly setsHeader: boolean }): void {
  processSingleton("access-log", () => {
    // Node publishes this before its server handles the request, so all that follows has the id.
    subscribe("http.server.request.start", (message) => {
      if (isExchange(message)) watchExchange(message, setsHeader);
    });
    return true;
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function isExchange(message: unknown): message is Exchange {
  return (
    typeof message === "object" && message !== null && "request" in message && "response" in message
  );
}

function watchExchange({ request, response }: Exchange, setsHeader: boolean): void {
  const id = chooseId(request);
  requestIds().enterWith(id);
  request.headers[ID_HEADER] = id;
  if (setsHeader) response.setHeader(ID_HEADER, id);
  const startedAt = performance.now();
  // The store of answers makes GET of HEAD.
  const method = METHODS.has(request.method ?? "") ? String(request.method) : "other";
  const path = (request.url ?? "").split("?")[0]?.slice(0, MAX_PATH) ?? "";
  const { inProgress, requests } = metrics();
  inProgress.inc();
  response.once("close", () => {
    const seconds = (performance.now() - startedAt) / 1000;
    const route = getRouteLabel(path);
    // A client that leaves before the first byte gets no status. 499 is nginx's number for it.
    const status = response.headersSent ? response.statusCode : 499;
    inProgress.dec();
    requests.observe({ method, route, status }, seconds);
    log.info("Request", {
      request: id,
      method,
      path,
      route,
      status,
      ms: Math.round(seconds * 1000),
      ...(response.writableFinished ? {} : { aborted: true }),
      address: readAddress(request),
    });
  });
}

function chooseId({ headers }: IncomingMessage): string {
  const given = headers[ID_HEADER];
  return env().TRUST_PROXY && typeof given === "string" && PROXY_ID.test(given)
    ? given
    : randomUUID();
}

function readAddress({ headers, socket }: IncomingMessage): string | null {
  const address = headers["x-forwarded-for"] ?? socket.remoteAddress;
  return typeof address === "string"
    ? getClientAddress({ get: () => address.slice(0, 100) })
    : null;
}
