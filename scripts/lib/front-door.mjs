// Loaded before the server (`node --import`): sets limits on slow clients, refuses addresses that cannot be
// read, lets go of connections at the end, and sees to it that x-forwarded-for names one address which no
// client can choose.
import http from "node:http";

/** Milliseconds within which a request's head and the whole request must have arrived. */
const HEAD_MS = 10_000;
const REQUEST_MS = 30_000;
/** How often that is looked at; Node's own 30 seconds would let a slow head have 40. */
const CHECK_MS = 1_000;

const trustProxy = process.env.TRUST_PROXY === "true";

/**
 * Without a proxy in front, what a client writes there is its own invention: the server then puts the
 * connection's address in its place. With one, the last entry is what that proxy saw.
 * @param {http.IncomingMessage} request
 */
function nameAddress(request) {
  const forwarded = request.headers["x-forwarded-for"];
  delete request.headers["x-forwarded-for"];
  if (!trustProxy) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  const seen = trustProxy
    ? String(forwarded ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  request.headers["x-forwarded-for"] = seen || request.socket.remoteAddress || "unknown";
}

/** @param {string} address as it was asked for */
function isReadable(address) {
  try {
    decodeURIComponent(address.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** What follows would take an address with a broken escape for a fault of its own. @param {http.ServerResponse} response */
function refuseAddress(response) {
  response
    .writeHead(400, { "content-type": "text/plain", "x-content-type-options": "nosniff" })
    .end("The address holds a % that begins no character.\n");
}

/**
 * Once told to stop, closes every connection on which nothing is being answered. A server by itself waits
 * for those that browsers open in advance and for heads that were begun, and so for ever.
 * @param {http.Server} server
 */
function letGoAtTheEnd(server) {
  /** Connections with how many answers are under way. @type {Map<import("node:net").Socket, number>} */
  const open = new Map();
  let ending = false;
  const settle = (
    /** @type {import("node:net").Socket} */ socket,
    /** @type {number} */ change,
  ) => {
    const answers = (open.get(socket) ?? 0) + change;
    open.set(socket, answers);
    if (ending && answers === 0) socket.destroySoon();
  };
  server.on("connection", (socket) => {
    socket.once("close", () => open.delete(socket));
    settle(socket, 0);
  });
  server.prependListener("request", ({ socket }, response) => {
    settle(socket, 1);
    response.once("close", () => settle(socket, -1));
  });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      ending = true;
      for (const socket of open.keys()) settle(socket, 0);
    });
  }
}

const createServer = http.createServer;
http.createServer = (options, listener) => {
  const [given, answer] = typeof options === "function" ? [{}, options] : [options, listener];
  const limits = {
    headersTimeout: HEAD_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: CHECK_MS,
  };
  const server = createServer({ ...given, ...limits }, (request, response) =>
    isReadable(request.url ?? "/") ? answer(request, response) : refuseAddress(response),
  );
  server.prependListener("request", nameAddress);
  letGoAtTheEnd(server);
  return server;
};
