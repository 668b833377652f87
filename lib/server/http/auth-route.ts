import "server-only";
import { PROBLEM_STATUS } from "@/lib/contract/problems";
import type { Text } from "@/lib/text/text";
import { auth } from "../accounts/auth";
import { CHANGE_PASSWORD, OPEN_AUTH_PATHS } from "../accounts/auth-paths";
import { auditRefusedChange } from "../audit/audit-failures";
import { reportError } from "../log/unexpected-errors";
import { isOwnOrigin } from "../origins";
import { getText } from "../text/get-text";
import { isJson, readTextBody } from "./read-body";

const AUTH_ROOT = "/api/auth";
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Answers `/api/auth/…`: the paths of the sign-in library that are in use, and 404 for all others.
 * Rejections are `{code, message}`, like those of the library.
 */
export async function answerAuth(request: Request): Promise<Response> {
  const text = await getText();
  const path = new URL(request.url).pathname.slice(AUTH_ROOT.length);
  if (!OPEN_AUTH_PATHS.has(path)) return reject(404, "NOT_FOUND", text.t("api.auth.notFound"));
  // The library checks origins too, but not in every mode and not without a cookie.
  if (!["GET", "HEAD"].includes(request.method) && !isOwnOrigin(request.headers)) {
    await auditRefusedChange(request.headers, "own-account", "foreign-origin");
    return reject(403, "INVALID_ORIGIN", text.t("api.auth.origin"));
  }
  try {
    const body = await readTextBody(text, request, MAX_BODY_BYTES);
    if (typeof body !== "string") {
      const { code, message } = body.issue;
      return reject(PROBLEM_STATUS[code], code, message);
    }
    const { method, headers } = request;
    const unusable = body === "" ? null : checkBody(text, headers, body);
    if (unusable) return unusable;
    const answer = await auth().handler(
      new Request(request.url, { method, headers, ...(body === "" ? {} : { body }) }),
    );
    // 503 is ours: too many passwords wait to be checked.
    if (answer.status >= 500 && answer.status !== 503)
      throw new Error(`The sign-in library answered ${answer.status}.`);
    if (path === CHANGE_PASSWORD && answer.status === 401) {
      await auditRefusedChange(headers, "own-account", "signed-out");
    }
    const kept = new Response(removeTokens(await answer.text()), answer);
    kept.headers.set("cache-control", "no-store");
    return kept;
  } catch (error) {
    const { id, refusal } = await reportError(
      `Failed: ${request.method} ${AUTH_ROOT}${path}`,
      error,
    );
    if (refusal && refusal !== "away") {
      return reject(503, "DATABASE_REFUSED", text.t(`api.refusal.${refusal}`), id);
    }
    return refusal
      ? reject(503, "DATABASE_AWAY", text.t("api.auth.databaseAway"), id)
      : reject(500, "INTERNAL_ERROR", text.t("api.auth.failed"), id);
  }
}

/** The rejection of a body that is no JSON object; null: it is one. The library would answer it with 500. */
function checkBody(text: Text, headers: Headers, body: string): Response | null {
  if (!isJson(headers)) {
    return reject(415, "UNSUPPORTED_MEDIA_TYPE", text.t("api.request.contentType"));
  }
  return isJsonObject(body) ? null : reject(400, "INVALID_BODY", text.t("api.request.unusable"));
}

function isJsonObject(body: string): boolean {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === "object" && json !== null && !Array.isArray(json);
  } catch {
    return false;
  }
}

/** The session's token is only sent as a cookie, which scripts cannot read. */
function removeTokens(json: string): string | null {
  if (json === "") return null;
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (key === "token" ? undefined : value)),
  );
}

function reject(status: number, code: string, message: string, id?: string): Response {
  return Response.json(
    { code, message, ...(id === undefined ? {} : { id }) },
    { status, headers: { "cache-control": "no-store" } },
  );
}
