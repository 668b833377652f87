import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import { z } from "zod";
import type { AuditAction } from "@/lib/contract/audit-actions";
import { PROBLEM_STATUS } from "@/lib/contract/problems";
import { COOKIE_PREFIXES } from "@/lib/contract/sign-in";
import type { Text } from "@/lib/text/text";
import { audit } from "./audit";
import { db } from "./db";
import { authSecret, env, MIN_PASSWORD } from "./env";
import { getText } from "./get-text";
import { CLOSE_CONNECTION, isJson, readTextBody } from "./http/read-body";
import { log } from "./log";
import { getClientAddress, isOwnOrigin, trustedOrigins, usesHttps } from "./origins";
import { findPasswordFault, hashPassword, PASSWORDS_BUSY, verifyPassword } from "./passwords";
import { processSingleton } from "./process-singleton";
import { auditRefusedChange } from "./refused-changes";
import {
  type AttemptWait,
  countAttempt,
  forgetAttempts,
  type PasswordAttempt,
  withdrawAttempt,
} from "./sign-in-attempts";
import { reportError } from "./unexpected-errors";

const SIGN_IN = "/sign-in/email";
const SIGN_OUT = "/sign-out";
const CHANGE_PASSWORD = "/change-password";
const GET_SESSION = "/get-session";
const TWO_FACTOR_START = "/two-factor/enable";
const TWO_FACTOR_OFF = "/two-factor/disable";
const RECOVERY_CODES = "/two-factor/generate-backup-codes";
/** With a code of the app, and with a recovery code. */
const CODE_PATHS: readonly string[] = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];
const HOUR = 60 * 60;
const MAX_PASSWORD = 256;
/** A session ends after 12 hours without a request, and 30 days after the sign-in in any case; in seconds. */
const SESSION_IDLE_S = 12 * HOUR;
const SESSION_MAX_S = 30 * 24 * HOUR;

/**
 * The paths of the library that the tracker uses. All others (sign-up, social sign-in, e-mail links,
 * deletion) are closed, so that a new version of the library opens nothing by itself.
 */
export const OPEN_AUTH_PATHS: ReadonlySet<string> = new Set([
  SIGN_IN,
  SIGN_OUT,
  CHANGE_PASSWORD,
  GET_SESSION,
  TWO_FACTOR_START,
  TWO_FACTOR_OFF,
  RECOVERY_CODES,
  ...CODE_PATHS,
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
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: SESSION_IDLE_S, updateAge: HOUR },
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

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const beforeRequest = createAuthMiddleware(async (ctx) => {
  if (ctx.path === SIGN_IN && isCheckable(ctx.body)) await countSignIn(ctx);
  // These paths do not load the session, and afterwards its user is not known.
  if (ctx.path === SIGN_OUT || CODE_PATHS.includes(ctx.path)) await getSessionFromCtx(ctx);
  if (ctx.path === CHANGE_PASSWORD) await rejectCommonPassword(ctx);
});

/** @throws APIError if the new password is long enough, but easy to guess or the present one */
async function rejectCommonPassword(ctx: AuthContext): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  const parsed = z
    .object({
      currentPassword: z.string(),
      newPassword: z.string().min(MIN_PASSWORD).max(MAX_PASSWORD),
    })
    .safeParse(ctx.body);
  if (!session || !parsed.success) return;
  if (parsed.data.newPassword === parsed.data.currentPassword) {
    const message = (await getText()).t("api.people.samePassword");
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_COMMON", message });
  }
  const { name, email } = session.user;
  const known = [name, email];
  const message = await findPasswordFault(await getText(), parsed.data.newPassword, known);
  if (message !== null) throw new APIError("BAD_REQUEST", { code: "PASSWORD_COMMON", message });
}

/** Will the password be checked? The library rejects any other body before that, so it is no attempt. */
function isCheckable(body: unknown): boolean {
  return z.object({ email: z.email(), password: z.string().max(MAX_PASSWORD) }).safeParse(body)
    .success;
}

/** Counts a sign-in before its password is checked. @throws APIError if it must wait */
async function countSignIn(ctx: AuthContext): Promise<void> {
  const attempt = await readAttempt(ctx);
  const wait = await countAttempt(attempt);
  if (wait === null) return;
  if (wait.of === "account") {
    await audit({
      actor: toVisitor(ctx.headers),
      action: "sign-in-blocked",
      subject: attempt.email,
      detail: { seconds: wait.seconds },
    });
  }
  throw await waitError(wait);
}

/** The answer to a password that must wait. */
async function waitError({ of, seconds }: AttemptWait): Promise<APIError> {
  const { t } = await getText();
  const body =
    of === "account"
      ? {
          code: "ACCOUNT_RESTS",
          message: t("api.auth.blocked", {
            minutes: Math.ceil(seconds / 60),
            seconds,
            unit: seconds < 60 ? "seconds" : "minutes",
          }),
        }
      : { code: "ADDRESS_RESTS", message: t("api.auth.addressBlocked", { seconds }) };
  return new APIError("TOO_MANY_REQUESTS", body, { "x-retry-after": String(seconds) });
}

async function readAttempt(ctx: AuthContext): Promise<PasswordAttempt> {
  const email = readEmail(ctx.body);
  return {
    email,
    address: ctx.headers ? getClientAddress(ctx.headers) : null,
    device: await readDevice(ctx, email),
  };
}

/** How long a browser is known after its last sign-in. */
const DEVICE_S = 365 * 24 * HOUR;

/**
 * The id of the browser, if the last account that signed in with it is this one. See "Device cookies" at OWASP:
 * wrong passwords of others then cannot make its owner wait.
 */
async function readDevice(ctx: AuthContext, email: string): Promise<string | null> {
  const { name } = ctx.context.createAuthCookie("device");
  const cookie = await ctx.getSignedCookie(name, ctx.context.secret);
  const [device, account] = typeof cookie === "string" ? cookie.split(".") : [];
  return device !== undefined && account === hashEmail(email) ? device : null;
}

/** Makes the browser known for an account. */
async function rememberDevice(ctx: AuthContext, email: string): Promise<void> {
  const device = (await readDevice(ctx, email)) ?? randomUUID();
  const { name, attributes } = ctx.context.createAuthCookie("device", { maxAge: DEVICE_S });
  const value = `${device}.${hashEmail(email)}`;
  await ctx.setSignedCookie(name, value, ctx.context.secret, attributes);
}

function hashEmail(email: string): string {
  return createHash("sha256").update(email).digest("hex");
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

const auditOutcome = createAuthMiddleware(async (ctx) => {
  const { newSession, session, returned } = ctx.context;
  const failed = returned instanceof Error;
  const toActor = (user: { id: string; name: string }) => ({
    id: user.id,
    name: user.name,
    address: ctx.headers ? getClientAddress(ctx.headers) : null,
  });
  if (ctx.path === SIGN_IN) {
    if (!isCheckable(ctx.body)) return;
    const attempt = await readAttempt(ctx);
    const { email } = attempt;
    // Without a session the code is still to come.
    if (!failed) await forgetAttempts(attempt);
    if (newSession) {
      await rememberDevice(ctx, email);
      await audit({ actor: toActor(newSession.user), action: "signed-in", subject: email });
    } else if (failed && readCode(returned) === PASSWORDS_BUSY) {
      await withdrawAttempt(attempt);
    } else if (failed) {
      await audit({ actor: toVisitor(ctx.headers), action: "sign-in-failed", subject: email });
    }
    return;
  }
  if (CODE_PATHS.includes(ctx.path) && !session) {
    if (newSession) {
      const { email } = newSession.user;
      await rememberDevice(ctx, email);
      await audit({ actor: toActor(newSession.user), action: "signed-in", subject: email });
    } else if (failed) {
      await auditWrongCode(ctx);
    }
    return;
  }
  if (!session || failed) return;
  const action = ACTIONS[ctx.path];
  if (action === "password-changed") {
    await db().user.update({ where: { id: session.user.id }, data: { mustChangePassword: false } });
  }
  if (action) await audit({ actor: toActor(session.user), action, subject: session.user.email });
});

/** The audit's names of successful requests with a session. */
const ACTIONS: Readonly<Record<string, AuditAction>> = {
  [SIGN_OUT]: "signed-out",
  [CHANGE_PASSWORD]: "password-changed",
  [CODE_PATHS[0] ?? ""]: "two-factor-on",
  [TWO_FACTOR_OFF]: "two-factor-off",
  [RECOVERY_CODES]: "recovery-codes-made",
};

/** Audits a wrong code at a sign-in; without a sign-in in progress there is nothing to audit. */
async function auditWrongCode(ctx: AuthContext): Promise<void> {
  const { name } = ctx.context.createAuthCookie("two_factor");
  const cookie = await ctx.getSignedCookie(name, ctx.context.secret);
  if (typeof cookie !== "string") return;
  const signIn = await ctx.context.internalAdapter.findVerificationValue(cookie);
  const user = signIn && (await db().user.findUnique({ where: { id: signIn.value } }));
  if (!user) return;
  const detail = { step: "code" };
  const subject = user.email;
  await audit({ actor: toVisitor(ctx.headers), action: "sign-in-failed", subject, detail });
}

/** The code of an error of the library. */
function readCode(error: Error): string | undefined {
  return error instanceof APIError ? error.body?.code : undefined;
}

function toVisitor(headers: Headers | undefined) {
  return { id: null, name: "visitor", address: headers ? getClientAddress(headers) : null };
}

/** Characters that the database cannot store: U+0000 and lone surrogates. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

function readEmail(body: unknown): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  if (typeof email !== "string") return "";
  return email.replace(UNSTORABLE, "\ufffd").trim().toLowerCase().slice(0, 320);
}

/** The process's sign-in library. */
export function auth(): ReturnType<typeof makeAuth> {
  return processSingleton("auth", makeAuth);
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
