// Limits the connections of each client and of all clients together, so that one client cannot use up the server's
// sockets or memory.
import { isIPv6 } from "node:net";

/**
 * Milliseconds after which a connection is cut whose client neither reads the response nor sends a request. Node
 * notices a part of the response that was read only when this time ends, so it may take twice as long.
 */
const STALL_MS = 20_000;

/** @typedef {import("node:net").Socket} Socket */

/** Most open connections of one address; behind a proxy, of its requests in progress. */
const PER_ADDRESS = 50;
/** Most open connections of all clients together. */
const MAX_CONNECTIONS = 4_000;

/**
 * What limits count as one client: an IPv4 address, or the /64 network of an IPv6 address, because one
 * subscriber has all addresses of such a network. Anything else is returned unchanged.
 * @param {string} address
 */
export function getClientNetwork(address) {
  // A server that listens on IPv6 sees IPv4 addresses in their IPv6 form.
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":") || !isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const zeros = Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/**
 * Limits the open connections by address and in all. A new connection over a limit closes the one that has been idle
 * for the longest time; if none is idle, the new one is closed. At shutdown, closes each connection as soon as it has
 * no response in progress: Node alone would wait without limit for connections that browsers open in advance and for
 * incomplete headers.
 * @param {import("node:http").Server} server
 * @param {boolean} trustProxy all connections come from the proxy, so they are not limited by address
 */
export function manageConnections(server, trustProxy, maxConnections = MAX_CONNECTIONS) {
  /** @type {Map<Socket, { network: string, responses: number }>} */
  const connections = new Map();
  /** Connections without a response in progress, the longest idle first. @type {Set<Socket>} */
  const idle = new Set();
  /** Open connections by network. @type {Map<string, number>} */
  const counts = new Map();
  let stopping = false;

  const forget = (/** @type {Socket} */ socket) => {
    const connection = connections.get(socket);
    if (!connection) return;
    connections.delete(socket);
    idle.delete(socket);
    addTo(counts, connection.network, -1);
  };
  const addResponses = (/** @type {Socket} */ socket, /** @type {number} */ change) => {
    const connection = connections.get(socket);
    if (!connection) return;
    connection.responses += change;
    if (connection.responses > 0) {
      idle.delete(socket);
      return;
    }
    idle.add(socket);
    if (stopping) socket.destroySoon();
  };
  /** @param {string | null} network null: any @returns {boolean} whether one could be closed */
  const closeLongestIdle = (network) => {
    for (const socket of idle) {
      if (network !== null && connections.get(socket)?.network !== network) continue;
      forget(socket);
      socket.destroy();
      return true;
    }
    return false;
  };
  const hasRoom = (/** @type {string} */ network) => {
    const isOver = !trustProxy && (counts.get(network) ?? 0) >= PER_ADDRESS;
    if (isOver && !closeLongestIdle(network)) return false;
    return connections.size < maxConnections || closeLongestIdle(null);
  };

  server.on("connection", (socket) => {
    const network = getClientNetwork(socket.remoteAddress ?? "");
    if (!hasRoom(network)) {
      socket.destroy();
      return;
    }
    connections.set(socket, { network, responses: 0 });
    addTo(counts, network, 1);
    socket.once("close", () => forget(socket));
    addResponses(socket, 0);
  });
  server.prependListener("request", ({ socket }, response) => {
    addResponses(socket, 1);
    response.once("close", () => addResponses(socket, -1));
  });
  server.setTimeout(STALL_MS, (socket) => {
    // The server itself may need longer for an answer. Node checks only once, so the next check is set here.
    const isWorking = (connections.get(socket)?.responses ?? 0) > 0 && socket.writableLength === 0;
    if (isWorking) socket.setTimeout(STALL_MS);
    else socket.destroy();
  });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      stopping = true;
      for (const socket of idle) socket.destroySoon();
    });
  }
}

/**
 * Counts the requests in progress by client. Behind a proxy they stand for the connections of a client, which only
 * the proxy sees.
 */
export function countRequests() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /**
   * Counts a request until it ends.
   * @param {string} network
   * @returns {(() => void) | null} ends it; null if the client has too many
   */
  return (network) => {
    if ((counts.get(network) ?? 0) >= PER_ADDRESS) return null;
    addTo(counts, network, 1);
    return () => addTo(counts, network, -1);
  };
}

/** @param {Map<string, number>} counts @param {string} key @param {number} change */
function addTo(counts, key, change) {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
