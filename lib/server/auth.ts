import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { COOKIE_PREFIX } from "@/lib/contract/session-cookie";
import { audit } from "./audit";
import { db } from "./db";
import { authSecret, env, MIN_PASSWORD } from "./env";
import { log } from "./log";
import { addressOf, trustedOrigins, usesHttps } from "./origins";
import { processSingleton } from "./process-singleton";
import { countFailure, forgetFailures, waitFor } from "./sign-in-limit";

const SIGN_IN = "/sign-in/email";
const SIGN_OUT = "/sign-out";
const CHANGE_PASSWORD = "/change-password";
const GET_SESSION = "/get-session";
const HOUR = 60 * 60;

/**
 * The only paths of the library that the tracker uses. Everything else it brings (sign-up, social
 * sign-in, e-mail links, deletion) is shut, so that a later version opens nothing by itself.
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
    baseURL: baseUrl(),
    secret: authSecret(),
    database: prismaAdapter(db(), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      // Its messages only: what it would add could hold what a visitor typed.
      log: (level, message) => log[level === "error" ? "error" : "warn"](`Sign-in: ${message}`),
    },
    // What it did not expect is thrown on to answer-auth.ts, which logs it; the library would print it.
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
        // Asked by every page of whoever is signed in; an office behind one address would reach any limit.
        [GET_SESSION]: false,
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: usesHttps(),
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
    },
    hooks: { before: beforeAct, after: auditOutcome },
    databaseHooks: { session: { create: { before: beforeSession } } },
  });
}

/** `BASE_URL`, or, while it is unset, whichever of this machine's names a request came to. */
function baseUrl() {
  const [fallback] = trustedOrigins();
  const allowedHosts = trustedOrigins().map((origin) => new URL(origin).host);
  return env().BASE_URL ?? { allowedHosts, ...(fallback ? { fallback } : {}) };
}

const beforeAct = createAuthMiddleware(async (ctx) => {
  if (ctx.path === SIGN_IN) await refuseResting(ctx);
  // Signing out asks for no session by itself, and afterwards nobody knows whose it was.
  if (ctx.path === SIGN_OUT) await getSessionFromCtx(ctx);
});

/** An account that was tried too often is left alone, before the password is looked at. */
async function refuseResting(ctx: { body?: unknown; headers?: Headers }): Promise<void> {
  const email = emailOf(ctx.body);
  const wait = await waitFor(email);
  if (wait <= 0) return;
  await audit({
    actor: visitor(ctx.headers),
    action: "sign-in-blocked",
    subject: email,
    detail: { seconds: wait },
  });
  const minutes = Math.ceil(wait / 60);
  throw new APIError("TOO_MANY_REQUESTS", {
    code: "ACCOUNT_RESTS",
    message: `Too many wrong passwords for this account. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  });
}

/**
 * A closed account gets no session, however it was asked for. Only after the password is right is it
 * looked at, so that neither the answer nor its time tells a closed account from one that never was.
 * The session keeps the address as it is; the library would keep the network of an IPv6 address.
 */
async function beforeSession(
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
  return { data: { ipAddress: ctx?.headers ? addressOf(ctx.headers) : null } };
}

const auditOutcome = createAuthMiddleware(async (ctx) => {
  const { newSession, session, returned } = ctx.context;
  const failed = returned instanceof Error;
  const actor = (user: { id: string; name: string }) => ({
    id: user.id,
    name: user.name,
    address: ctx.headers ? addressOf(ctx.headers) : null,
  });
  if (ctx.path === SIGN_IN) {
    const email = emailOf(ctx.body);
    if (newSession) {
      await forgetFailures(email);
      await audit({ actor: actor(newSession.user), action: "signed-in", subject: email });
    } else if (failed && !("code" in returned && returned.code === "ACCOUNT_RESTS")) {
      await countFailure(email);
      await audit({ actor: visitor(ctx.headers), action: "sign-in-failed", subject: email });
    }
    return;
  }
  if (!session || failed) return;
  const action =
    ctx.path === SIGN_OUT ? "signed-out" : ctx.path === CHANGE_PASSWORD ? "password-changed" : null;
  if (action) await audit({ actor: actor(session.user), action, subject: session.user.email });
});

function visitor(headers: Headers | undefined) {
  return { id: null, name: "visitor", address: headers ? addressOf(headers) : null };
}

/** What the audit could not keep: the sign of no character, and halves of characters. */
const UNKEPT = /\0|\p{Surrogate}/gu;

function emailOf(body: unknown): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return String(email).replace(UNKEPT, "\ufffd").trim().toLowerCase().slice(0, 320);
}

/** The process's sign-in library. */
export function auth(): ReturnType<typeof makeAuth> {
  return processSingleton("auth", makeAuth);
}
