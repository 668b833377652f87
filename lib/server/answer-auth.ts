import "server-only";
import { PROBLEMS } from "@/lib/contract/problems";
import { auth, OPEN_AUTH_PATHS } from "./auth";
import { BODY_REFUSED, readTextBody } from "./http/read-body";
import { isOwnOrigin } from "./origins";
import { reportError } from "./report-error";

const ROOT = "/api/auth";
const MOST_BYTES = 64 * 1024;

/**
 * Answers `/api/auth/…`: the sign-in library's own paths that are in use, and 404 for all others. What
 * it refuses is `{code, message}`, like the library's own refusals.
 */
export async function answerAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(ROOT.length);
  if (!OPEN_AUTH_PATHS.has(path)) {
    return refuse(404, "NOT_FOUND", "There is nothing at this address.");
  }
  // The library looks at origins too, but not in every mode and not without a cookie.
  if (!["GET", "HEAD"].includes(request.method) && !isOwnOrigin(request.headers)) {
    return refuse(403, "INVALID_ORIGIN", "Ask from one of the tracker's own pages.");
  }
  try {
    const body = await readTextBody(request, MOST_BYTES);
    if (typeof body !== "string") {
      const { code, detail } = body.fault;
      const refusal = refuse(PROBLEMS[code].status, code, detail);
      refusal.headers.set("connection", BODY_REFUSED.connection);
      return refusal;
    }
    const { method, headers } = request;
    const answer = await auth().handler(
      new Request(request.url, { method, headers, ...(body === "" ? {} : { body }) }),
    );
    if (answer.status >= 500) throw new Error(`The sign-in library answered ${answer.status}.`);
    const kept = new Response(withoutTokens(await answer.text()), answer);
    kept.headers.set("cache-control", "no-store");
    return kept;
  } catch (error) {
    const { id, databaseAway } = await reportError(
      `Failed: ${request.method} ${ROOT}${path}`,
      error,
    );
    return databaseAway
      ? refuse(503, "DATABASE_AWAY", "The database cannot be reached. Try again in a moment.", id)
      : refuse(500, "INTERNAL_ERROR", "This failed for a reason of our own.", id);
  }
}

/** The session's token is the cookie's alone, which no script of a page can read. */
function withoutTokens(json: string): string | null {
  if (json === "") return null;
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (key === "token" ? undefined : value)),
  );
}

function refuse(status: number, code: string, message: string, id?: string): Response {
  return Response.json(
    { code, message, ...(id === undefined ? {} : { id }) },
    { status, headers: { "cache-control": "no-store" } },
  );
}
