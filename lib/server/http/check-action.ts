import "server-only";
import { isOwnOrigin } from "../origins";
import { getText } from "../text/get-text";
import { readJson } from "./read-body";
import { respondText } from "./respond";

/** Most arguments of a server action. */
const MAX_ARGUMENTS = 8;
/** Bodies of forms. No page of the tracker sends one, and Next answers a broken one with 500. */
const FORM_TYPES = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/** The routes beside the pages that take a body and check it themselves. */
const OWN_CHECKS = /^\/admin\/import\//;
const PAGE_METHODS = { allow: "GET, HEAD, OPTIONS" };

/**
 * The response to a request of a page that does not read it and is no call of a server action by one of the tracker's own
 * pages; null where the request may go on. Next would answer a malformed call with 500, and other methods with the page. The
 * body that is read here is a copy.
 */
export async function rejectAction(request: Request): Promise<Response | null> {
  const { method, headers, url } = request;
  if (method === "GET" || method === "HEAD" || OWN_CHECKS.test(new URL(url).pathname)) return null;
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: PAGE_METHODS });
  const text = await getText();
  if (method === "POST" && FORM_TYPES.test(headers.get("content-type") ?? "")) {
    return respondText(415, text.t("api.action.noForms"));
  }
  if (method !== "POST" || !headers.has("next-action")) {
    return respondText(405, text.t("api.request.readOnly", { method }), PAGE_METHODS);
  }
  if (isForeign(headers)) {
    // Loaded only here: the proxy runs for every page and needs the database for nothing else.
    const { auditRefusedChange } = await import("../audit/audit-failures");
    await auditRefusedChange(headers, "anyone", "foreign-origin");
    return respondText(403, text.t("api.action.foreignOrigin"));
  }
  const read = await readJson(text, request);
  if ("issue" in read) {
    const { code, message } = read.issue;
    if (code === "slow-body") return respondText(408, message);
    if (code === "body-too-large") return respondText(413, message);
  }
  return "json" in read && isArguments(read.json)
    ? null
    : respondText(400, text.t("api.action.unreadable"));
}

/** Does the header `Origin` name another site? A request without it is left to the action. */
function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!isOwnOrigin(headers)) return true;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return new URL(origin).host !== host;
}

/** Is it a list of plain values, as the pages send them: no files, dates or references between parts? */
function isArguments(json: unknown): boolean {
  return Array.isArray(json) && json.length <= MAX_ARGUMENTS && json.every(isPlainValue);
}

/** In React's encoding a text with `$` in front is a reference; `$$` stands for `$` itself. */
function isPlainValue(value: unknown): boolean {
  if (typeof value === "string") {
    return !value.startsWith("$") || value.startsWith("$$") || value === "$undefined";
  }
  // The levels are limited by `readJson`.
  return typeof value !== "object" || value === null || Object.values(value).every(isPlainValue);
}
