import "server-only";
import { createHash, createHmac, randomUUID } from "node:crypto";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { z } from "zod";
import type { AuditAction, SignInStep } from "@/lib/contract/audit-actions";
import { audit } from "../audit/audit";
import { db } from "../database/db";
import { replaceUnstorable } from "../database/storable-text";
import { MIN_PASSWORD } from "../env";
import { getClientAddress, getClientNetwork } from "../origins";
import { getText } from "../text/get-text";
import { revokeTokens } from "./account-links";
import {
  APP_CODE,
  CHANGE_PASSWORD,
  CODE_PATHS,
  RECOVERY_CODES,
  SIGN_IN,
  SIGN_OUT,
  TWO_FACTOR_OFF,
} from "./auth-paths";
import { findPasswordFault, MAX_PASSWORD, PASSWORDS_BUSY } from "./passwords";
import {
  type AttemptWait,
  countAttempt,
  forgetAttempts,
  type PasswordAttempt,
  withdrawAttempt,
} from "./sign-in-attempts";

/** What the library gives to a hook. */
export type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/**
 * Before a request: counts a sign-in before its password is checked, and checks a new password, codes and their options. A
 * code of the app that was used goes on as an empty one, so that the library refuses and counts it like a wrong one.
 */
export const beforeRequest = createAuthMiddleware(async (ctx) => {
  if (CODE_PATHS.includes(ctx.path)) await rejectCodeOptions(ctx.body);
  if (ctx.path === SIGN_IN && isCheckable(ctx.body)) await countSignIn(ctx);
  // These paths do not load the session, and afterwards its user is not known.
  if (ctx.path === SIGN_OUT || CODE_PATHS.includes(ctx.path)) await getSessionFromCtx(ctx);
  if (ctx.path === CHANGE_PASSWORD) await rejectCommonPassword(ctx);
  if (ctx.path === TWO_FACTOR_OFF) await demandCode(ctx);
  const code = ctx.path === APP_CODE ? readAppCode(ctx.body) : null;
  if (code === null) return;
  const user = ctx.context.session?.user ?? (await findSigningIn(ctx));
  const isUsable = user !== null && (await acceptAppCode(user.id, code, ctx.context.secretConfig));
  return isUsable ? undefined : { context: { body: { code: "" } } };
});

/** The code in a body; null: there is none, which the library rejects. */
function readAppCode(body: unknown): string | null {
  return z.object({ code: z.string() }).safeParse(body).data?.code ?? null;
}

/**
 * Turning two-step sign-in off needs a code of the app or a recovery code, beside the password: a session left open and
 * the password are not enough.
 * @throws APIError if the password or the code is wrong
 */
async function demandCode(ctx: AuthContext): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (session?.user.twoFactorEnabled !== true) return;
  const { id, email } = session.user;
  // Only someone with a session gets here, so this count makes nobody else wait.
  const attempt = { email, network: null, device: TWO_FACTOR_OFF };
  const wait = await countAttempt(attempt);
  if (wait !== null) throw await waitError(wait);
  await ctx.context.password.checkPassword(id, ctx);
  const code = readAppCode(ctx.body) ?? "";
  const used =
    (await acceptAppCode(id, code, ctx.context.secretConfig)) ||
    (await ctx.context.getPlugin("two-factor")?.endpoints.verifyBackupCode({
      ...ctx,
      method: "POST",
      body: { code, disableSession: true },
      // Throws a wrong code instead of answering it.
      asResponse: false,
    }));
  if (!used) throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE" });
  await forgetAttempts(attempt);
}

/** Options of the library for a code: no code on this device for 30 days, and no session for a recovery code. */
const CODE_OPTIONS = ["trustDevice", "disableSession"] as const;

/** @throws APIError if a code comes with an option: every sign-in needs a code, and every right code begins a session */
async function rejectCodeOptions(body: unknown): Promise<void> {
  if (typeof body !== "object" || body === null) return;
  if (!CODE_OPTIONS.some((option) => option in body)) return;
  const message = (await getText()).t("api.auth.codeOptions");
  throw new APIError("BAD_REQUEST", { code: "INVALID_BODY", message });
}

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
    network: ctx.headers ? getClientNetwork(ctx.headers) : null,
    device: await readDevice(ctx, email),
  };
}

/** How long a browser is known after its last sign-in. */
const DEVICE_S = 365 * 24 * 60 * 60;

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

/** After a request: ends the other sessions and the tokens of who changed how they sign in, audits it, and keeps count of sign-ins. */
export const auditOutcome = createAuthMiddleware(async (ctx) => {
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
  // The session is as it was before the request: a code can also be sent when it is on already.
  if (action === "two-factor-on" && session.user.twoFactorEnabled === true) return;
  if (!action) return;
  if (action === "password-changed") {
    await db().user.update({ where: { id: session.user.id }, data: { mustChangePassword: false } });
  }
  if (action !== "signed-out" && action !== "recovery-codes-made") {
    await revokeTokens(session.user.id, db());
  }
  if (action !== "signed-out") {
    const { id } = (newSession ?? session).session;
    await db().session.deleteMany({ where: { userId: session.user.id, id: { not: id } } });
  }
  await audit({ actor: toActor(session.user), action, subject: session.user.email });
});

/** The audit's names of successful requests with a session. */
const ACTIONS: Readonly<Record<string, AuditAction>> = {
  [SIGN_OUT]: "signed-out",
  [CHANGE_PASSWORD]: "password-changed",
  [APP_CODE]: "two-factor-on",
  [TWO_FACTOR_OFF]: "two-factor-off",
  [RECOVERY_CODES]: "recovery-codes-made",
};

/** The person whose sign-in waits for a code; null: there is none. */
async function findSigningIn(ctx: AuthContext) {
  const { name } = ctx.context.createAuthCookie("two_factor");
  const cookie = await ctx.getSignedCookie(name, ctx.context.secret);
  if (typeof cookie !== "string") return null;
  const signIn = await ctx.context.internalAdapter.findVerificationValue(cookie);
  return signIn && db().user.findUnique({ where: { id: signIn.value } });
}

/** Audits a wrong code at a sign-in; without a sign-in in progress there is nothing to audit. */
async function auditWrongCode(ctx: AuthContext): Promise<void> {
  const user = await findSigningIn(ctx);
  if (!user) return;
  const step: SignInStep = "code";
  const subject = user.email;
  await audit({
    actor: toVisitor(ctx.headers),
    action: "sign-in-failed",
    subject,
    detail: { step },
  });
}

/** The code of an error of the library. */
function readCode(error: Error): string | undefined {
  return error instanceof APIError ? error.body?.code : undefined;
}

function toVisitor(headers: Headers | undefined) {
  return { id: null, name: "visitor", address: headers ? getClientAddress(headers) : null };
}

function readEmail(body: unknown): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  if (typeof email !== "string") return "";
  return replaceUnstorable(email).trim().toLowerCase().slice(0, 320);
}

/** A code of an authenticator app is for one step of this time. */
const STEP_MS = 30_000;

/**
 * Accepts a code of a person's authenticator app, of now or one step earlier or later. A code works once (RFC 6238, 5.2), and
 * none of an earlier step works after it. The library accepts a code again (better-auth, issue 10387).
 * @param key with which the library encrypts secrets
 * @returns false: it is wrong or was used, or the person has no app. Of requests at the same time, one gets true.
 */
async function acceptAppCode(
  userId: string,
  code: string,
  key: Parameters<typeof symmetricDecrypt>[0]["key"],
): Promise<boolean> {
  const app = await db().twoFactor.findUnique({ where: { userId }, select: { secret: true } });
  if (!app) return false;
  const secret = await symmetricDecrypt({ key, data: app.secret });
  const now = Math.floor(Date.now() / STEP_MS);
  const lastStep = [now - 1, now, now + 1].find((step) => makeCode(secret, step) === code);
  if (lastStep === undefined) return false;
  const { count } = await db().twoFactor.updateMany({
    where: { userId, secret: app.secret, lastStep: { lt: lastStep } },
    data: { lastStep },
  });
  return count === 1;
}

/** The 6 digits of a step (RFC 4226 with SHA-1). */
function makeCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1e6).padStart(6, "0");
}
