// Answers requests that no client of the tracker sends and that Next would answer with 500: 4xx with a sentence that
// says what is wrong.
/** @import http from "node:http" */

/** The methods that pages and the API know. Next throws at TRACE and at unknown ones. */
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/** Most levels of a router state. The tracker's pages have 5. */
const MAX_STATE_LEVELS = 50;
/** Most characters of the header with the router state, as in Next. */
const MAX_STATE_LENGTH = 40_000;

/** Addresses that `proxy.ts`, which checks calls of actions, leaves out. A test compares both lists. */
export const OUTSIDE_PROXY =
  /^\/(api\/|metrics(\?|$)|overview(\?|$)|\.well-known\/|_next\/|basemap\/|embed\/|og(\/|\?|$)|compare\/comparison\.csv(\?|$)|favicon\.ico|icon\.svg|icons\/|manifest\.webmanifest(\?|$))/;
/** Those of them whose routes answer every request. */
const OWN_CHECKS =
  /^\/(api\/(v1|auth)(\/|\?|$)|api\/(corrections|oembed|mail\/stop)(\?|$)|api\/sources\/|embed\/|og(\/|\?|$)|compare\/comparison\.csv)/;
/** Bodies of forms. */
const FORM_TYPES = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/** @typedef {{ status: number, message: string, headers?: Record<string, string> }} Rejection */

/** @param {string} text @returns {boolean} can it be percent-decoded? */
function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

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

/** The scheme and the authority of an address. */
const ORIGIN = /^https?:\/\/[^/?#]*/i;

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
 * @param {Pick<http.IncomingMessage, "method" | "url" | "headers">} request
 * @returns {Rejection | null}
 */
export function findRejection({ method = "GET", url = "/", headers }) {
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
  if (headers.host !== undefined && !URL.canParse(`http://${headers.host}`)) {
    return { status: 400, message: "The header Host must be the name of a host." };
  }
  const { origin } = headers;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) {
    return { status: 400, message: "The header Origin must be a URL or null." };
  }
  const state = headers["next-router-state-tree"];
  if (state !== undefined && (typeof state !== "string" || !isReadableState(state))) {
    return {
      status: 400,
      message: "The header Next-Router-State-Tree cannot be read. Load the page again.",
    };
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

/** @param {http.ServerResponse} response @param {Rejection} rejection */
export function respond(response, { status, message, headers }) {
  response.writeHead(status, {
    ...(message === "" ? {} : { "content-type": "text/plain; charset=utf-8" }),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(message === "" ? undefined : `${message}\n`);
}
