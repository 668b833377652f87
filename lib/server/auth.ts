import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { COOKIE_PREFIX } from "@/lib/contract/sign-in";
import { audit } from "./audit";
import { db } from "./db";
import { authSecret, env, MIN_PASSWORD } from "./env";
import { getText } from "./get-text";
import { log } from "./log";
import { getClientAddress, trustedOrigins, usesHttps } from "./origins";
import { processSingleton } from "./process-singleton";
import { countFailure, forgetFailures, getWaitSeconds } from "./sign-in-limit";

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
    // Unexpected errors are thrown to answer-auth.ts, which logs them; the library would print them.
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
