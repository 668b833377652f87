import "server-only";
import { randomUUID } from "node:crypto";
import { isRole, type Role } from "@/lib/catalogue/roles";
import { MAX_TOKEN_DAYS, type TokenScope } from "@/lib/catalogue/token-scopes";
import type { ForbiddenReason } from "@/lib/contract/forbidden-reasons";
import { addDays, type Day, pakistanDay } from "@/lib/time/day";
import { type Actor, audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { poolSql } from "../database/sql";
import { hashLinkToken, makeLinkToken } from "../link-tokens";
import { getText } from "../text/get-text";

/** The beginning of each token, by which scanners for leaked secrets find it. */
const TOKEN_PREFIX = "sezt_";
/** Most tokens of one person that can be used. */
const MAX_TOKENS = 20;

/** A token as its owner sees it. The token itself is stored nowhere. */
export interface TokenEntry {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Null: never used. */
  readonly lastUsedOn: Day | null;
  readonly state: "open" | "expired" | "revoked";
}

/** The tokens of a person, those that can be used first, then the newest first. */
export async function listTokens(userId: string): Promise<TokenEntry[]> {
  const rows = await db().accessToken.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
  });
  const entries = rows.map(
    (row): TokenEntry => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      lastUsedOn: row.lastUsedOn?.toISOString().slice(0, 10) ?? null,
      state: row.revokedAt ? "revoked" : row.expiresAt <= new Date() ? "expired" : "open",
    }),
  );
  return [
    ...entries.filter(({ state }) => state === "open"),
    ...entries.filter(({ state }) => state !== "open"),
  ];
}

/** A new token. */
interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** The last day on which it can be used, in Pakistan. */
  readonly lastDay: Day;
}

/** Makes a token for the person who acts. @returns the token, which is shown once */
export async function makeToken(
  { name, scopes, lastDay }: NewToken,
  actor: Actor,
): Promise<ChangeResult<string>> {
  const { t, number } = await getText();
  const today = pakistanDay(new Date());
  if (lastDay < today || lastDay > addDays(today, MAX_TOKEN_DAYS)) {
    const message = t("api.tokens.lastDay", { days: number(MAX_TOKEN_DAYS) });
    return { ok: false, issues: [{ param: "lastDay", message }] };
  }
  const userId = actor.id ?? "";
  const secret = `${TOKEN_PREFIX}${makeLinkToken()}`;
  return db().$transaction(async (tx): Promise<ChangeResult<string>> => {
    // Locks the owner, so that requests at the same time cannot pass the limits together.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${userId} FOR UPDATE`;
    const open = await tx.accessToken.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
      select: { name: true },
    });
    if (open.length >= MAX_TOKENS) {
      const message = t("api.tokens.tooMany", { count: number(MAX_TOKENS) });
      return { ok: false, issues: [{ param: "person", message }] };
    }
    if (open.some((token) => token.name === name)) {
      return { ok: false, issues: [{ param: "name", message: t("api.tokens.sameName") }] };
    }
    await tx.accessToken.create({
      data: {
        id: randomUUID(),
        userId,
        name,
        scopes: [...scopes],
        tokenHash: hashLinkToken(secret),
        expiresAt: new Date(`${addDays(lastDay, 1)}T00:00:00+05:00`),
      },
    });
    const detail = { scopes: scopes.join(", "), until: lastDay };
    await audit({ actor, action: "token-made", subject: name, detail }, tx);
    return { ok: true, value: secret };
  });
}

/** Revokes a token of the person who acts. It stops working at once. Done twice, it is revoked once. */
export async function revokeToken(id: string, actor: Actor): Promise<ChangeResult> {
  const { t } = await getText();
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const token = await tx.accessToken.findFirst({ where: { id, userId: actor.id ?? "" } });
    if (!token) return { ok: false, issues: [{ param: "person", message: t("api.tokens.gone") }] };
    const { count } = await tx.accessToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count > 0) await audit({ actor, action: "token-revoked", subject: token.name }, tx);
    return { ok: true, value: null };
  });
}

/** The token of a request's `Authorization` header; null: it has none of the scheme Bearer. */
export function readBearer(headers: Headers): string | null {
  const match = /^Bearer(?: +(.*))?$/i.exec(headers.get("authorization") ?? "");
  return match ? (match[1] ?? "") : null;
}

/** A token that can be used, with its owner. */
interface FoundToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Null: never. */
  readonly lastUsedOn: Day | null;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly mustChangePassword: boolean;
    readonly twoFactorEnabled: boolean;
  };
}

/** Finds a token, or why it cannot be used. */
export async function findToken(
  secret: string,
): Promise<FoundToken | { readonly forbidden: ForbiddenReason }> {
  if (!secret.startsWith(TOKEN_PREFIX)) return { forbidden: "token-invalid" };
  const [found] = await poolSql<FoundToken & { readonly expiresAt: Date }>(
    `-- access-token
    SELECT t.id, t.name, t.scopes, t.last_used_on::text AS "lastUsedOn", t.expires_at AS "expiresAt",
      json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role,
        'mustChangePassword', u.must_change_password, 'twoFactorEnabled', u.two_factor_enabled) AS "user"
    FROM access_token t JOIN "user" u ON u.id = t.user_id
    WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND u.closed_at IS NULL`,
    hashLinkToken(secret),
  );
  if (!found) return { forbidden: "token-invalid" };
  if (found.expiresAt <= new Date()) return { forbidden: "token-expired" };
  const { user } = found;
  return { ...found, user: { ...user, role: isRole(user.role) ? user.role : "reader" } };
}

/** Notes the day on which a token was used, once a day. */
export async function noteTokenUse({
  id,
  lastUsedOn,
}: Pick<FoundToken, "id" | "lastUsedOn">): Promise<void> {
  const day = pakistanDay(new Date());
  if (lastUsedOn !== null && lastUsedOn >= day) return;
  const today = new Date(`${day}T00:00:00Z`);
  await db().accessToken.updateMany({
    where: { id, OR: [{ lastUsedOn: null }, { lastUsedOn: { lt: today } }] },
    data: { lastUsedOn: today },
  });
}
