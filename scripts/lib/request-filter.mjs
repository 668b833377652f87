// What every request passes before Next: one address of the client that no client can choose, no upgrades, and 4xx with a
// sentence that says what is wrong for what no client of the tracker sends and Next would answer with 500.
/** @import http from "node:http" */
import { isIPv6 } from "node:net";

/** The methods that pages and the API know. Next throws at TRACE and at unknown ones. */
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Addresses that `proxy.ts`, which checks calls of actions, leaves out. A test compares both lists. */
export const OUTSIDE_PROXY =
  /^\/(api\/|metrics(\?|$)|mcp(\?|$)|\.well-known\/|_next\/|basemap\/|embed\/|og(\/|\?|$)|compare\/comparison\.csv(\?|$)|favicon\.ico|icon\.svg|icons\/|manifest\.webmanifest(\?|$))/;
/** Those of them whose routes answer every request. */
const OWN_CHECKS =
  /^\/(api\/v1(\/|\?|$)|api\/auth\/[^?]|api\/(corrections|oembed|mail\/stop|sources\/[^/?]+\/file)(\?|$)|embed\/[^?]|og(\/|\?|$)|compare\/comparison\.csv(\?|$))/;
/** Bodies of forms. */
const FORM_TYPES = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/** The header with what the browser's router shows, and asks to have completed. */
const ROUTER_STATE = "next-router-state-tree";
/** Most levels of a router state. The tracker's pages have 5. */
const MAX_STATE_LEVELS = 50;
/** Most characters of that header, as in Next. */
const MAX_STATE_LENGTH = 40_000;

/** One year. Other hosts of the domain are not included: they may not have HTTPS. */
const STRICT_TRANSPORT = (process.env.BASE_URL ?? "").startsWith("https:")
  ? { "strict-transport-security": "max-age=31536000" }
  : {};
const trustProxy = process.env.TRUST_PROXY === "true";
/** The header with the id of a request, which the access log puts into the request: see lib/server/http/access-log.ts. */
const ID_HEADER = "x-request-id";

/** @typedef {{ status: number, message: string, headers?: Record<string, string> }} Rejection */

/**
 * Prepares a request for Next, or answers one that cannot go there.
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response gets the headers that every answer has
 * @returns {boolean} false: it is answered
 */
export function admit(request, response) {
  setClientAddress(request);
  // Next listens for the end of a response up to 7 times, and others 4 times. Node warns of more than 10.
  response.setMaxListeners(20);
  const id = request.headers[ID_HEADER];
  const own = { ...(typeof id === "string" ? { [ID_HEADER]: id } : {}), ...STRICT_TRANSPORT };
  for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
  toOriginForm(request);
  const rejection = findRejection(request);
  if (rejection === null) {
    // Next throws at a malformed one. Without it, the answer is a whole page.
    const state = request.headers[ROUTER_STATE];
    if (typeof state !== "string" || !isReadableState(state)) delete request.headers[ROUTER_STATE];
    return true;
  }
  const { status, message, headers } = rejection;
  response.writeHead(status, {
    ...(message === "" ? {} : { "content-type": "text/plain; charset=utf-8" }),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(message === "" ? undefined : `${message}\n`);
  return false;
}

/**
 * Without a proxy, a client can write anything into x-forwarded-for, so the connection's address replaces it.
 * With a proxy, the last entry is the address that the proxy saw. x-client-network names the client for limits. Only
 * requests from a connection have it, so a request that is made inside the process is recognised.
 * @param {http.IncomingMessage} request
 */
function setClientAddress({ headers, socket }) {
  const forwarded = headers["x-forwarded-for"];
  delete headers["x-forwarded-for"];
  if (!trustProxy) {
    delete headers["x-forwarded-host"];
    delete headers["x-forwarded-proto"];
  }
  const last = String((trustProxy && forwarded) || "")
    .split(",")
    .at(-1);
  const address = withoutPort(last?.trim() ?? "") || socket.remoteAddress || "unknown";
  headers["x-forwarded-for"] = address;
  headers["x-client-network"] = getClientNetwork(address);
}

/** Some proxies add the client's port, which changes with each connection. @param {string} address */
function withoutPort(address) {
  return address.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

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

/** @param {string} text @returns {boolean} can it be percent-decoded? */
function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The scheme and the authority of an address. */
const ORIGIN = /^https?:\/\/[^/?#]*/i;

/**
 * Is it the state of Next's router in the browser: a segment, its children by name, and up to 4 more parts?
 * @param {unknown} state
 * @returns {boolean}
 */
function isRouterState(state, level = 0) {
  if (level > MAX_STATE_LEVELS || !Array.isArray(state) || state.length < 2 || state.length > 6) {
    return false;
  }
  const [segment, children, refreshAt, marker, hints, last] = state;
  return (
    isSegment(segment) &&
    typeof children === "object" &&
    children !== null &&
    !Array.isArray(children) &&
    Object.values(children).every((child) => isRouterState(child, level + 1)) &&
    (refreshAt == null ||
      (Array.isArray(refreshAt) &&
        refreshAt.length === 2 &&
        refreshAt.every((part) => typeof part === "string"))) &&
    (marker == null || ["refetch", "inside-shared-layout", "metadata-only"].includes(marker)) &&
    (hints == null || typeof hints === "number") &&
    (last === undefined || typeof last === "string")
  );
}

/** The kinds of dynamic segments that Next knows. */
const SEGMENT_KIND = /^(c|oc|d|(ci|di)(\(\.\)|\(\.\.\)|\(\.\.\.\)|\(\.\.\)\(\.\.\)))$/;

/** @param {unknown} segment of a router state @returns {boolean} */
function isSegment(segment) {
  if (typeof segment === "string") return true;
  if (!Array.isArray(segment) || segment.length !== 4) return false;
  const [name, value, kind, siblings] = segment;
  return (
    typeof name === "string" &&
    typeof value === "string" &&
    typeof kind === "string" &&
    SEGMENT_KIND.test(kind) &&
    (siblings === null ||
      (Array.isArray(siblings) && siblings.every((part) => typeof part === "string")))
  );
}

/** @param {string} header @returns {boolean} */
function isReadableState(header) {
  if (header.length > MAX_STATE_LENGTH) return false;
  try {
    return isRouterState(JSON.parse(decodeURIComponent(header)));
  } catch {
    return false;
  }
}

/**
 * Changes a target in absolute form (`GET http://host/path`), which clients of a proxy send, into a path. Its host
 * replaces the header Host, as RFC 9112 (3.2.2) demands. Other targets stay as they are.
 * @param {Pick<http.IncomingMessage, "url" | "headers">} request
 */
export function toOriginForm(request) {
  const { url = "/" } = request;
  const target = ORIGIN.test(url) && URL.canParse(url) ? new URL(url) : null;
  // A name and password have no place in a target, so it stays and is rejected.
  if (target === null || target.username !== "" || target.password !== "") return;
  request.headers.host = target.host;
  request.url = url.replace(ORIGIN, "").replace(/^(?!\/)/, "/");
}

/**
 * What is wrong with the head of a request; null: nothing.
 * @param {Pick<http.IncomingMessage, "method" | "url" | "headers"> & Partial<Pick<http.IncomingMessage, "headersDistinct">>} request
 * @returns {Rejection | null}
 */
export function findRejection({ method = "GET", url = "/", headers, headersDistinct }) {
  const { upgrade } = headers;
  // An offer of HTTP/2 may be ignored (RFC 9110, section 7.8); some clients always send it.
  if (upgrade !== undefined && upgrade.trim().toLowerCase() !== "h2c") {
    return {
      status: 400,
      message:
        "This server does not change the protocol. Send the request without the header Upgrade.",
      headers: { connection: "close" },
    };
  }
  if (!METHODS.includes(method)) {
    return {
      status: 405,
      message: `The method ${method} is not possible here. Read this address with GET.`,
      headers: { allow: METHODS.join(", ") },
    };
  }
  if (url === "*" && method === "OPTIONS") {
    return { status: 204, message: "", headers: { allow: METHODS.join(", ") } };
  }
  if (!url.startsWith("/") || !URL.canParse(url.replace(/^\/+/, "/"), "http://localhost")) {
    return { status: 400, message: "The address must start with / and be a valid URL." };
  }
  if (!isDecodable(url.split("?")[0] ?? "")) {
    return {
      status: 400,
      message:
        "The URL contains an invalid percent-encoding, such as %zz. Correct it and try again.",
    };
  }
  // Node takes the first one (RFC 9112, section 3.2, demands 400).
  const isNamedTwice = (headersDistinct?.host?.length ?? 0) > 1;
  if (isNamedTwice || (headers.host !== undefined && !URL.canParse(`http://${headers.host}`))) {
    return { status: 400, message: "The header Host must be the name of one host." };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) {
    return { status: 400, message: "The header Origin must be a URL or null." };
  }
  // Next takes such a request for a call of an action even where only its page for unknown addresses answers.
  if (method === "POST" && OUTSIDE_PROXY.test(url) && !OWN_CHECKS.test(url)) {
    const type = headers["content-type"] ?? "";
    if (headers["next-action"] !== undefined || FORM_TYPES.test(type)) {
      return {
        status: 404,
        message: "There is nothing at this address that takes a form or a call.",
      };
    }
  }
  return null;
}
