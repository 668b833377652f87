// What every request passes before Next: limits of connections and slow clients, no upgrades, one address of the client
// that no client can choose, refusal of malformed requests, and the store of answers. It closes idle connections at shutdown, and tells browsers to use HTTPS only if the site's address does.
import http from "node:http";
import { countRequests, getClientNetwork, manageConnections } from "./connection-limits.mjs";
import { findRejection, respond, toOriginForm } from "./request-filter.mjs";

/** Milliseconds in which a request's headers, and the whole request, must arrive. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often Node checks these limits. Its default of 30 seconds would allow 40 seconds for headers. */
const CHECK_MS = 1_000;
/** Milliseconds before a client hears that it asks too much at once: one that repeats at once would take much time. */
const REFUSAL_MS = 1_000;
/** Milliseconds of silence after which the system asks whether the other end is still there. */
const KEEP_ALIVE_MS = 30_000;

/** Next listens for the end of a response up to 7 times, and this server 4 times. Node warns of more than 10. */
const MAX_LISTENERS = 20;

/** One year. Other hosts of the domain are not included: they may not have HTTPS. */
const STRICT_TRANSPORT = (process.env.BASE_URL ?? "").startsWith("https:")
  ? ["strict-transport-security", "max-age=31536000"]
  : [];

const trustProxy = process.env.TRUST_PROXY === "true";

/**
 * Without a proxy, a client can write anything into x-forwarded-for, so the connection's address replaces it.
 * With a proxy, the last entry is the address that the proxy saw. x-client-network names the client for limits. Only
 * requests from a connection have it, so a request that Next makes inside the process is recognised.
 * @param {http.IncomingMessage} request
 */
function setClientAddress(request) {
  const forwarded = request.headers["x-forwarded-for"];
  delete request.headers["x-forwarded-for"];
  if (!trustProxy) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  const last = String((trustProxy && forwarded) || "")
    .split(",")
    .at(-1);
  const address = withoutPort(last?.trim() ?? "") || request.socket.remoteAddress || "unknown";
  request.headers["x-forwarded-for"] = address;
  request.headers["x-client-network"] = getClientNetwork(address);
}

/** Some proxies add the client's port, which changes with each connection. @param {string} address */
function withoutPort(address) {
  return address.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

/** An offer of HTTP/2 may be ignored (RFC 9110, section 7.8); some clients always send it. @param {string | undefined} upgrade */
function asksForUpgrade(upgrade) {
  return upgrade !== undefined && upgrade.trim().toLowerCase() !== "h2c";
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {string} sentence what is wrong and what to do
 * @param {Record<string, string>} [headers]
 */
function reject(response, status, sentence, headers = {}) {
  response
    .writeHead(status, {
      "content-type": "text/plain",
      "x-content-type-options": "nosniff",
      ...headers,
    })
    .end(`${sentence}\n`);
}

/** @param {http.ServerResponse} response @param {string} sentence */
const rejectForNow = (response, sentence) =>
  reject(response, 429, sentence, { "retry-after": "5", "cache-control": "no-store" });

// Without a proxy, connections are counted instead.
const countRequest = trustProxy ? countRequests() : () => () => {};
/** A load balancer must hear in time. */
const HEALTH = "/api/health/";

/** Addresses that are no pages: the framework's own headers change nothing there. */
const NOT_PAGE =
  /^\/(?:(?:api|embed|ogc?|\.well-known)(?:\/|$|\?)|[^?]*\.(?:csv|ico|svg|txt|webmanifest|xml)(?:$|\?))/;
/** Headers by which the framework asks for parts of pages. */
const OF_FRAMEWORK = /^(?:rsc$|next-)/i;

/**
 * The framework asks caches to keep every answer apart by its own headers. What is no page gets none of them, so it cannot
 * depend on them, and caches keep it once: this takes them out of the request, and `leaveOutFramework` out of the answer.
 * @param {http.IncomingMessage} request
 */
function hideFramework({ headers }) {
  for (const name of Object.keys(headers)) if (OF_FRAMEWORK.test(name)) delete headers[name];
}

/** @param {http.ServerResponse} response of the framework */
function leaveOutFramework(response) {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== "vary") return setHeader.call(response, name, value);
    const names = String(value)
      .split(/\s*,\s*/)
      .filter((one) => !OF_FRAMEWORK.test(one));
    return names.length > 0 ? setHeader.call(response, name, names.join(", ")) : response;
  };
}

/** The header with the id of a request, which the access log puts into the request: see lib/server/http/access-log.ts. */
const ID_HEADER = "x-request-id";

/**
 * The headers that every answer to this request has, as names and values in turn.
 * @param {http.IncomingMessage} request
 */
function listOwnHeaders({ headers }) {
  const id = headers[ID_HEADER];
  return typeof id === "string" ? [ID_HEADER, id, ...STRICT_TRANSPORT] : STRICT_TRANSPORT;
}

/** @param {http.ServerResponse} response @param {string[]} headers names and values in turn */
function setHeaders(response, headers) {
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(String(headers[at]), String(headers[at + 1]));
  }
}

/** Where the application puts its store of answers: see lib/server/http/answers/serve-answer.ts. */
const STORE = Symbol.for("cpec-sez-tracker/serve-answer");

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {http.RequestListener} handle
 */
function handleRequest(request, response, handle) {
  const ownHeaders = listOwnHeaders(request);
  if (asksForUpgrade(request.headers.upgrade)) {
    const sentence =
      "This server does not change the protocol. Send the request without the header Upgrade.";
    setHeaders(response, ownHeaders);
    reject(response, 400, sentence, { connection: "close" });
    return;
  }
  response.setMaxListeners(MAX_LISTENERS);
  toOriginForm(request);
  const rejection = findRejection(request);
  if (rejection) {
    setHeaders(response, ownHeaders);
    respond(response, rejection);
    return;
  }
  const uncount = countRequest(String(request.headers["x-client-network"]));
  if (uncount === null) {
    const sentence =
      "Too many requests from your address are in progress. Wait until some have ended.";
    setHeaders(response, ownHeaders);
    setTimeout(() => rejectForNow(response, sentence), REFUSAL_MS).unref();
    return;
  }
  response.once("close", uncount);
  const { url = "/" } = request;
  const isPage = !NOT_PAGE.test(url);
  if (!isPage) hideFramework(request);
  const pass = () => {
    setHeaders(response, ownHeaders);
    if (!isPage) leaveOutFramework(response);
    handle(request, response);
  };
  /** @type {typeof import("../../lib/server/http/answers/serve-answer").serveAnswer | undefined} */
  const serveAnswer = Reflect.get(globalThis, STORE);
  if (serveAnswer && !url.startsWith(HEALTH)) serveAnswer(request, response, ownHeaders, pass);
  else pass();
}

/**
 * The server that clients reach, with the limits of connections and requests. What is left goes to `handle`.
 * @param {http.RequestListener} handle
 * @returns {http.Server}
 */
export function createFrontDoor(handle) {
  const limits = {
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: CHECK_MS,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
  };
  const server = http.createServer(limits, (request, response) =>
    handleRequest(request, response, handle),
  );
  server.prependListener("request", setClientAddress);
  manageConnections(server, trustProxy);
  return server;
}
