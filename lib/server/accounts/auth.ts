import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import { COOKIE_PREFIXES } from "@/lib/contract/sign-in";
import { noteUse } from "../database/answer-trace";
import { db } from "../database/db";
import { authSecret, env, MIN_PASSWORD } from "../env";
import { log } from "../log/log";
import { getClientAddress, trustedOrigins, usesHttps } from "../origins";
import { processSingleton } from "../process-singleton";
import { type AuthContext, auditOutcome, beforeRequest } from "./auth-hooks";
import {
  CHANGE_PASSWORD,
  GET_SESSION,
  RECOVERY_CODES,
  SIGN_IN,
  TWO_FACTOR_OFF,
  TWO_FACTOR_START,
} from "./auth-paths";
import { hashPassword, MAX_PASSWORD, verifyPassword } from "./passwords";

const HOUR = 60 * 60;
/** A session ends after 12 hours without a request, and 30 days after the sign-in in any case; in seconds. */
const SESSION_IDLE_S = 12 * HOUR;
/** A request prolongs a session that was not prolonged in this time; in seconds. */
const SESSION_UPDATE_S = HOUR;
/** A session that ends within this time is due to be prolonged; in milliseconds. */
export const SESSION_DUE_MS = (SESSION_IDLE_S - SESSION_UPDATE_S) * 1000;
const SESSION_MAX_S = 30 * 24 * HOUR;

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
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: SESSION_IDLE_S, updateAge: SESSION_UPDATE_S },
    user: {
      additionalFields: {
        role: { type: "string", required: true, defaultValue: "reader", input: false },
        closedAt: { type: "date", required: false, input: false },
        mustChangePassword: { type: "boolean", required: false, input: false },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 120,
      customRules: {
        // Counted by `countAttempt`, which knows the account and the device.
        [SIGN_IN]: false,
        [CHANGE_PASSWORD]: { window: 60, max: 5 },
        [TWO_FACTOR_START]: { window: 60, max: 5 },
        [TWO_FACTOR_OFF]: { window: 60, max: 5 },
        [RECOVERY_CODES]: { window: 60, max: 5 },
        // A sign-in has 5 codes, and an account 10 wrong ones in 15 minutes.
        "/two-factor/verify-*": { window: 60, max: 20 },
        // Every page asks for the session, so an office behind one address would reach any limit.
        [GET_SESSION]: false,
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIXES[usesHttps() ? "https" : "http"],
      // The library's own secure names begin with `__Secure-`, which other hosts of the domain can set, too.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: usesHttps() },
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
    },
    hooks: { before: beforeRequest },
    plugins: [
      twoFactor(),
      // A plugin of its own, because it has to run after the one that asks for the code.
      { id: "audit", hooks: { after: [{ matcher: () => true, handler: auditOutcome }] } },
    ],
    databaseHooks: {
      session: { create: { before: checkAccount }, update: { before: limitSession } },
    },
  });
}

/** `BASE_URL`; without it, the name of this machine that the request used. */
function getBaseUrl() {
  const [fallback] = trustedOrigins();
  const allowedHosts = trustedOrigins().map((origin) => new URL(origin).host);
  return env().BASE_URL ?? { allowedHosts, ...(fallback ? { fallback } : {}) };
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

/** Prolongs a session to 30 days after its sign-in at most. */
async function limitSession(
  update: { expiresAt?: Date | undefined },
  ctx: Pick<AuthContext, "context"> | null | undefined,
): Promise<{ data: { expiresAt?: Date } }> {
  const since = ctx?.context.session?.session.createdAt;
  if (update.expiresAt === undefined || since === undefined) return { data: {} };
  const end = since.getTime() + SESSION_MAX_S * 1000;
  return { data: { expiresAt: new Date(Math.min(update.expiresAt.getTime(), end)) } };
}

/** The process's sign-in library. */
export function auth(): ReturnType<typeof makeAuth> {
  // It keeps the client of the database, so its later reads would not be noted.
  noteUse("usesDatabase");
  return processSingleton("auth", makeAuth);
}
