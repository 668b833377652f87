import "server-only";
import { PROBLEM_STATUS } from "@/lib/contract/problems";
import { auth, OPEN_AUTH_PATHS } from "./auth";
import { getText } from "./get-text";
import { CLOSE_CONNECTION, readTextBody } from "./http/read-body";
import { isOwnOrigin } from "./origins";
import { reportError } from "./report-error";

const ROOT = "/api/auth";
const MAX_BYTES = 64 * 1024;

/**
 * Answers `/api/auth/…`: the paths of the sign-in library that are in use, and 404 for all others.
 * Rejections are `{code, message}`, like those of the library.
 */
export async function answerAuth(request: Request): Promise<Response> {
  const text = await getText();
  const path = new URL(request.url).pathname.slice(ROOT.length);
  if (!OPEN_AUTH_PATHS.has(path)) return reject(404, "NOT_FOUND", text.t("api.auth.notFound"));
  // The library checks origins too, but not in every mode and not without a cookie.
  if (!["GET", "HEAD"].includes(request.method) && !isOwnOrigin(request.headers)) {
    return reject(403, "INVALID_ORIGIN", text.t("api.auth.origin"));
  }
  try {
    const body = await readTextBody(text, request, MAX_BYTES);
    if (typeof body !== "string") {
      const { code, message } = body.issue;
      const rejection = reject(PROBLEM_STATUS[code], code, message);
      rejection.headers.set("connection", CLOSE_CONNECTION.connection);
      return rejection;
    }
    const { method, headers } = request;
    const answer = await auth().handler(
      new Request(request.url, { method, headers, ...(body === "" ? {} : { body }) }),
    );
    if (answer.status >= 500) throw new Error(`The sign-in library answered ${answer.status}.`);
    const kept = new Response(removeTokens(await answer.text()), answer);
    kept.headers.set("cache-control", "no-store");
    return kept;
  } catch (error) {
    const { id, databaseAway } = await reportError(
      `Failed: ${request.method} ${ROOT}${path}`,
      error,
    );
    return databaseAway
      ? reject(503, "DATABASE_AWAY", text.t("api.auth.databaseAway"), id)
      : reject(500, "INTERNAL_ERROR", text.t("api.auth.failed"), id);
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
