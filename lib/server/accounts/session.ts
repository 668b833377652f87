import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Act, isRole, may, type Role } from "@/lib/catalogue/roles";
import { scopesAllow } from "@/lib/catalogue/token-scopes";
import type { ForbiddenReason } from "@/lib/contract/forbidden-reasons";
import { COOKIE_PREFIXES } from "@/lib/contract/sign-in";
import { type Actor, audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { poolSql } from "../database/sql";
import { authSecret, env } from "../env";
import { readOrAway } from "../log/read-or-away";
import { getClientAddress, isOwnOrigin, usesHttps } from "../origins";
import { findToken, noteTokenUse, readBearer } from "./access-tokens";
import { auth, SESSION_DUE_MS } from "./auth";

/** The token before the signature, and its HMAC-SHA-256 in base64. */
const SIGNED = /^(.+)\.([A-Za-z0-9+/]{43}=)$/;

/** A signed-in user. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** What they have to do under Account before anything else; null: nothing. */
  readonly mustFirst: Extract<ForbiddenReason, "password-change" | "two-factor"> | null;
  /** Is two-step sign-in on? */
  readonly hasTwoFactor: boolean;
  /** Id of the session of the request; null: it came with a token. */
  readonly sessionId: string | null;
}

/** The names of their messages, in `api.request` and in `api.action`. */
export const FORBIDDEN_MESSAGES = {
  "signed-out": "signedOut",
  forbidden: "forbidden",
  "foreign-origin": "foreignOrigin",
  "password-change": "passwordChange",
  "two-factor": "twoFactor",
  "token-invalid": "tokenInvalid",
  "token-expired": "tokenExpired",
  "token-scope": "tokenScope",
} as const satisfies Record<ForbiddenReason, string>;

/** A user who may not act, and why. */
export interface Refusal {
  readonly forbidden: ForbiddenReason;
  /** Null without a session, and where it cannot be read. */
  readonly person: Person | null;
}

/** A user who may act, or a refusal. */
type Access =
  | {
      readonly person: Person;
      readonly actor: Actor;
      /** Id of the token of the request; absent: it came with a session. */
      readonly tokenId?: string;
    }
  | Refusal;

/** The user of the session cookie; null for a visitor, an ended session and a deactivated account. */
export async function getPerson(headers: Headers): Promise<Person | null> {
  const found = (await findSession(headers)) ?? (await auth().api.getSession({ headers }));
  if (!found) return null;
  const { user, session } = found;
  const { id, name, email, role, closedAt } = user;
  if (closedAt || !isRole(role)) return null;
  return {
    id,
    name,
    email,
    role,
    mustFirst: findMustFirst(role, user),
    hasTwoFactor: user.twoFactorEnabled === true,
    sessionId: session.id,
  };
}

/** A session with its user. */
type FoundSession = NonNullable<Awaited<ReturnType<ReturnType<typeof auth>["api"]["getSession"]>>>;

/**
 * A session that nothing has to be done about, by one statement: the library takes several, and many times as long. Null:
 * there may be none, or it is due to be prolonged, which the library does.
 */
async function findSession(headers: Headers): Promise<{
  readonly session: Pick<FoundSession["session"], "id">;
  readonly user: Pick<
    FoundSession["user"],
    "id" | "name" | "email" | "role" | "closedAt" | "mustChangePassword" | "twoFactorEnabled"
  >;
} | null> {
  const token = readSessionToken(headers.get("cookie"));
  if (token === null) return null;
  const [found] = await poolSql<FoundSession["user"] & { readonly session: string }>(
    `-- session
    SELECT s.id AS session, u.id, u.name, u.email, u.role, u.closed_at AS "closedAt",
      u.must_change_password AS "mustChangePassword", u.two_factor_enabled AS "twoFactorEnabled"
    FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = $1 AND s.expires_at > $2`,
    token,
    new Date(Date.now() + SESSION_DUE_MS),
  );
  return found ? { session: { id: found.session }, user: found } : null;
}

/** The user like `getPerson`, for a page that can do without: "away" while the database does not answer. */
export function findPerson(headers: Headers): Promise<Person | null | "away"> {
  return readOrAway("user", () => getPerson(headers));
}

/** Why a user may not do something; null: they may. */
export function findForbidden(person: Person | null, act: Act): ForbiddenReason | null {
  if (!person) return "signed-out";
  return may(person.role, act) ? person.mustFirst : "forbidden";
}

function findMustFirst(
  role: Role,
  user: {
    readonly mustChangePassword?: boolean | null | undefined;
    readonly twoFactorEnabled?: boolean | null | undefined;
  },
): Person["mustFirst"] {
  if (user.mustChangePassword === true) return "password-change";
  const isDemanded = env().ADMIN_TWO_FACTOR && role === "admin";
  return isDemanded && user.twoFactorEnabled !== true ? "two-factor" : null;
}

/**
 * The user whose role allows a change. The request must come with a token whose scopes allow it, or from one of our own
 * pages with a session.
 */
export async function authoriseChange(headers: Headers, act: Act): Promise<Access> {
  const token = readBearer(headers);
  if (token !== null) return authoriseToken(headers, token, act);
  const access = await authoriseOwnChange(headers);
  if ("forbidden" in access) return access;
  const { person } = access;
  const forbidden = findForbidden(person, act);
  return forbidden === null ? access : { forbidden, person };
}

/** The user who changes their own account, in any role. The request must come from one of our own pages. */
export async function authoriseOwnChange(headers: Headers): Promise<Access> {
  if (!isOwnOrigin(headers)) {
    const sender = await findPerson(headers);
    return { forbidden: "foreign-origin", person: sender === "away" ? null : sender };
  }
  const person = await getPerson(headers);
  if (!person) return { forbidden: "signed-out", person };
  return { person, actor: toActor(headers, person) };
}

/**
 * The user whose role allows reading something that is not public, with a token or a session. No origin is needed: a
 * page of another site cannot read the answer.
 */
export async function authoriseRead(headers: Headers, act: Act): Promise<Access> {
  const token = readBearer(headers);
  if (token !== null) return authoriseToken(headers, token, act);
  const person = await getPerson(headers);
  const forbidden = findForbidden(person, act);
  if (forbidden !== null || !person) return { forbidden: forbidden ?? "signed-out", person };
  return { person, actor: toActor(headers, person) };
}

/** The owner of a token, if the token and their present role allow an act. Cookies and origin do not count. */
async function authoriseToken(headers: Headers, token: string, act: Act): Promise<Access> {
  const found = await findToken(token);
  if ("forbidden" in found) return { forbidden: found.forbidden, person: null };
  const { user, name, scopes } = found;
  const person: Person = {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    mustFirst: findMustFirst(user.role, user),
    hasTwoFactor: user.twoFactorEnabled,
    sessionId: null,
  };
  if (!scopesAllow(scopes, act)) return { forbidden: "token-scope", person };
  const forbidden = findForbidden(person, act);
  if (forbidden !== null) return { forbidden, person };
  await noteTokenUse(found);
  return { person, actor: { ...toActor(headers, person), token: name }, tokenId: found.id };
}

function toActor(headers: Headers, { id, name }: Person): Actor {
  return { id, name, address: getClientAddress(headers) };
}

/** A session of the signed-in user. */
interface OwnSession {
  readonly id: string;
  /** ISO 8601 instant of the sign-in. */
  readonly since: string;
  readonly address: string | null;
  /** Is it the session of this request? */
  readonly here: boolean;
}

/** The open sessions of the signed-in user: that of the request first, then the newest first. */
export async function listOwnSessions({ id: userId, sessionId }: Person): Promise<OwnSession[]> {
  const sessions = await db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
  });
  return sessions
    .map(({ id, createdAt, ipAddress }) => ({
      id,
      since: createdAt.toISOString(),
      address: ipAddress ? shortenAddress(ipAddress) : null,
      here: id === sessionId,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

/** An IPv6 address in its short form; any other unchanged. */
function shortenAddress(address: string): string {
  const url = `http://[${address}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}

/**
 * Ends other sessions of the signed-in user.
 * @param id of one of them; null: all
 * @returns the number of ended sessions: 0 if they had ended
 */
export async function endOtherSessions(
  headers: Headers,
  id: string | null,
  actor: Actor,
): Promise<ChangeResult<number>> {
  const own = await auth().api.getSession({ headers });
  if (!own) return { ok: true, value: 0 };
  const { count } = await db().$transaction(async (tx) => {
    const where = {
      userId: own.user.id,
      id: { ...(id === null ? {} : { equals: id }), not: own.session.id },
    };
    const ended = await tx.session.deleteMany({ where });
    if (ended.count === 0) return ended;
    const detail = { sessions: ended.count };
    await audit({ actor, action: "sessions-ended", subject: own.user.email, detail }, tx);
    return ended;
  });
  return { ok: true, value: count };
}

/**
 * The token of a session's cookie with our signature. Null: there is none, or the cookie is unusual; then the sign-in
 * library decides.
 * @param header `cookie` of the request
 */
export function readSessionToken(header: string | null): string | null {
  const name = `${COOKIE_PREFIXES[usesHttps() ? "https" : "http"]}.session_token=`;
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const [value, ...more] = pairs.filter((pair) => pair.startsWith(name));
  if (value === undefined || more.length > 0) return null;
  const [, token, signature] = SIGNED.exec(decode(value.slice(name.length))) ?? [];
  if (token === undefined || signature === undefined) return null;
  const expected = createHmac("sha256", authSecret()).update(token).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "base64")) ? token : null;
}

/** Empty where it is not encoded as a cookie is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
