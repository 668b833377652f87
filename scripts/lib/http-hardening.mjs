// Preloaded into the server (`node --import`). It limits slow clients, rejects malformed URLs, closes idle
// connections at shutdown, sets x-forwarded-for to one address that no client can choose, and tells browsers to use
// HTTPS only if the site's address does.
import http from "node:http";

/** Milliseconds in which a request's headers, and the whole request, must arrive. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often Node checks these limits. Its default of 30 seconds would allow 40 seconds for headers. */
const CHECK_MS = 1_000;

/** One year. Other hosts of the domain are not included: they may not have HTTPS. */
const STRICT_TRANSPORT = (process.env.BASE_URL ?? "").startsWith("https:")
  ? "max-age=31536000"
  : null;

const trustProxy = process.env.TRUST_PROXY === "true";

/**
 * Without a proxy, a client can write anything into x-forwarded-for, so the connection's address replaces it.
 * With a proxy, the last entry is the address that the proxy saw.
 * @param {http.IncomingMessage} request
 */
function setClientAddress(request) {
  const forwarded = request.headers["x-forwarded-for"];
  delete request.headers["x-forwarded-for"];
  if (!trustProxy) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  const fromProxy = trustProxy
    ? String(forwarded ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  request.headers["x-forwarded-for"] = fromProxy || request.socket.remoteAddress || "unknown";
}

/** @param {string} url */
function isDecodable(url) {
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Next would answer a malformed URL with 500. @param {http.ServerResponse} response */
function rejectUrl(response) {
  response
    .writeHead(400, { "content-type": "text/plain", "x-content-type-options": "nosniff" })
    .end("The URL contains an invalid percent-encoding, such as %zz. Correct it and try again.\n");
}

/**
 * At shutdown, closes each connection as soon as it has no response in progress. Node alone would wait without
 * limit for connections that browsers open in advance and for incomplete headers.
 * @param {http.Server} server
 */
function closeIdleConnections(server) {
  /** Responses in progress by connection. @type {Map<import("node:net").Socket, number>} */
  const connections = new Map();
  let stopping = false;
  const addResponses = (
    /** @type {import("node:net").Socket} */ socket,
    /** @type {number} */ change,
  ) => {
    const responses = (connections.get(socket) ?? 0) + change;
    connections.set(socket, responses);
    if (stopping && responses === 0) socket.destroySoon();
  };
  server.on("connection", (socket) => {
    socket.once("close", () => connections.delete(socket));
    addResponses(socket, 0);
  });
  server.prependListener("request", ({ socket }, response) => {
    addResponses(socket, 1);
    response.once("close", () => addResponses(socket, -1));
  });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      stopping = true;
      for (const socket of connections.keys()) addResponses(socket, 0);
    });
  }
}

const createServer = http.createServer;
http.createServer = (options, listener) => {
  const [given, handle] = typeof options === "function" ? [{}, options] : [options, listener];
  const limits = {
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: CHECK_MS,
  };
  const server = createServer({ ...given, ...limits }, (request, response) => {
    if (STRICT_TRANSPORT) response.setHeader("strict-transport-security", STRICT_TRANSPORT);
    return isDecodable(request.url ?? "/") ? handle(request, response) : rejectUrl(response);
  });
  server.prependListener("request", setClientAddress);
  closeIdleConnections(server);
  return server;
};
