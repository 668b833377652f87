import "server-only";
import { createHash } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { PROBLEM_STATUS } from "@/lib/contract/problems";
import { COOKIE_PREFIX } from "@/lib/contract/sign-in";
import { audit } from "./audit";
import { db, pool } from "./db";
import { authSecret, env, MIN_PASSWORD } from "./env";
import { getText } from "./get-text";
import { CLOSE_CONNECTION, readTextBody } from "./http/read-body";
import { log } from "./log";
import { getClientAddress, isOwnOrigin, trustedOrigins, usesHttps } from "./origins";
import { processSingleton } from "./process-singleton";
import { auditRefusedChange } from "./refused-changes";
import { reportError } from "./unexpected-errors";

const SIGN_IN = "/sign-in/email";
const SIGN_OUT = "/sign-out";
const CHANGE_PASSWORD = "/change-password";
const GET_SESSION = "/get-session";
const HOUR = 60 * 60;

/**
 * The paths of the library that the tracker uses. All others (sign-up, social sign-in, e-mail links,
 * deletion) are closed, so that a new version of the library opens nothing by itself.
 */
export const OPEN_AUTH_PATHS: ReadonlySet<string> = new Set([
  SIGN_IN,
  SIGN_OUT,
  CHANGE_PASSWORD,
  GET_SESSION,
]);

function makeAuth() {
  return betterAuth({
    appName: "CPEC SEZ Tracker",
    baseURL: getBaseUrl(),
    secret: authSecret(),
    database: prismaAdapter(db(), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      // Only its messages: further arguments could contain what a visitor typed.
      log: (level, message) => log[level === "error" ? "error" : "warn"](`Sign-in: ${message}`),
    },
    // Unexpected errors are thrown to `answerAuth`, which logs them; the library would print them.
    onAPIError: { throw: true },
    trustedOrigins: trustedOrigins(),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: 256,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: 12 * HOUR, updateAge: HOUR },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "reader", input: false },
        closedAt: { type: "date", required: false, input: false },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 120,
      customRules: {
        [SIGN_IN]: { window: 60, max: 20 },
        [CHANGE_PASSWORD]: { window: 60, max: 5 },
        // Every page asks for the session, so an office behind one address would reach any limit.
        [GET_SESSION]: false,
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: usesHttps(),
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
    },
    hooks: { before: beforeRequest, after: auditOutcome },
    databaseHooks: { session: { create: { before: checkAccount } } },
  });
}

/** `BASE_URL`; without it, the name of this machine that the request used. */
function getBaseUrl() {
  const [fallback] = trustedOrigins();
  const allowedHosts = trustedOrigins().map((origin) => new URL(origin).host);
  return env().BASE_URL ?? { allowedHosts, ...(fallback ? { fallback } : {}) };
}

const beforeRequest = createAuthMiddleware(async (ctx) => {
  if (ctx.path === SIGN_IN) await rejectBlockedAccount(ctx);
  // Signing out does not load the session, and afterwards its user is not known.
  if (ctx.path === SIGN_OUT) await getSessionFromCtx(ctx);
});

/** Rejects a sign-in to an account with too many failures, before the password is checked. */
async function rejectBlockedAccount(ctx: { body?: unknown; headers?: Headers }): Promise<void> {
  const email = readEmail(ctx.body);
  const seconds = await getWaitSeconds(email);
  if (seconds <= 0) return;
  await audit({
    actor: toVisitor(ctx.headers),
    action: "sign-in-blocked",
    subject: email,
    detail: { seconds },
  });
  const text = await getText();
  throw new APIError("TOO_MANY_REQUESTS", {
    code: "ACCOUNT_RESTS",
    message: text.t("api.auth.blocked", { minutes: Math.ceil(seconds / 60) }),
  });
}

/**
 * Rejects a session for a deactivated account. It is checked after the password, so that neither the
 * answer nor its time shows whether an account is deactivated or does not exist. The session keeps the
 * whole IP address; the library would keep only the network of an IPv6 address.
 */
async function checkAccount(
  session: { userId: string },
  ctx: { headers?: Headers | undefined } | null | undefined,
): Promise<{ data: { ipAddress: string | null } }> {
  const person = await db().user.findUnique({
    where: { id: session.userId },
    select: { closedAt: true },
  });
  if (!person || person.closedAt) {
    throw new APIError("UNAUTHORIZED", {
      code: "INVALID_EMAIL_OR_PASSWORD",
      message: "Invalid email or password",
    });
  }
  return { data: { ipAddress: ctx?.headers ? getClientAddress(ctx.headers) : null } };
}

const auditOutcome = createAuthMiddleware(async (ctx) => {
  const { newSession, session, returned } = ctx.context;
  const failed = returned instanceof Error;
  const toActor = (user: { id: string; name: string }) => ({
    id: user.id,
    name: user.name,
    address: ctx.headers ? getClientAddress(ctx.headers) : null,
  });
  if (ctx.path === SIGN_IN) {
    const email = readEmail(ctx.body);
    if (newSession) {
      await forgetFailures(email);
      await audit({ actor: toActor(newSession.user), action: "signed-in", subject: email });
    } else if (failed && !("code" in returned && returned.code === "ACCOUNT_RESTS")) {
      await countFailure(email);
      await audit({ actor: toVisitor(ctx.headers), action: "sign-in-failed", subject: email });
    }
    return;
  }
  if (!session || failed) return;
  const action =
    ctx.path === SIGN_OUT ? "signed-out" : ctx.path === CHANGE_PASSWORD ? "password-changed" : null;
  if (action) await audit({ actor: toActor(session.user), action, subject: session.user.email });
});

function toVisitor(headers: Headers | undefined) {
  return { id: null, name: "visitor", address: headers ? getClientAddress(headers) : null };
}

/** Characters that the database cannot store: U+0000 and lone surrogates. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

function readEmail(body: unknown): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return String(email).replace(UNSTORABLE, "\ufffd").trim().toLowerCase().slice(0, 320);
}

/** The process's sign-in library. */
export function auth(): ReturnType<typeof makeAuth> {
  return processSingleton("auth", makeAuth);
}

/** Wrong passwords for an account within the window after which it is blocked. */
const MAX_FAILURES = 10;
const FAILURE_WINDOW_MINUTES = 15;

function hashEmail(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/** Seconds until the next attempt for this account is allowed, from any address; 0: now. */
async function getWaitSeconds(email: string): Promise<number> {
  const failure = await db().signInFailure.findUnique({ where: { accountHash: hashEmail(email) } });
  if (!failure || failure.count < MAX_FAILURES) return 0;
  const until = failure.lastAt.getTime() + FAILURE_WINDOW_MINUTES * 60_000;
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** Counts a wrong password. One statement, so that concurrent attempts all count; failures before the window are dropped. */
async function countFailure(email: string): Promise<void> {
  await pool().query(
    `INSERT INTO sign_in_failure AS f (account_hash, count, last_at) VALUES ($1, 1, now())
     ON CONFLICT (account_hash) DO UPDATE SET
       count = CASE WHEN f.last_at < now() - make_interval(mins => $2) THEN 1 ELSE f.count + 1 END,
       last_at = now()`,
    [hashEmail(email), FAILURE_WINDOW_MINUTES],
  );
}

/** Forgets the failures of an account after a successful sign-in. */
async function forgetFailures(email: string): Promise<void> {
  await db().signInFailure.deleteMany({ where: { accountHash: hashEmail(email) } });
}

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
      const rejection = reject(PROBLEM_STATUS[code], code, message);
      rejection.headers.set("connection", CLOSE_CONNECTION.connection);
      return rejection;
    }
    const { method, headers } = request;
    const answer = await auth().handler(
      new Request(request.url, { method, headers, ...(body === "" ? {} : { body }) }),
    );
    if (answer.status >= 500) throw new Error(`The sign-in library answered ${answer.status}.`);
    if (path === CHANGE_PASSWORD && answer.status === 401) {
      await auditRefusedChange(headers, "own-account", "signed-out");
    }
    const kept = new Response(removeTokens(await answer.text()), answer);
    kept.headers.set("cache-control", "no-store");
    return kept;
  } catch (error) {
    const { id, databaseAway } = await reportError(
      `Failed: ${request.method} ${AUTH_ROOT}${path}`,
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
