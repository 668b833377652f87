import "server-only";
import { type Actor, audit } from "./audit";
import { auth } from "./auth";
import { db } from "./db";
import type { PersonResult } from "./people";

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
export async function listOwnSessions(headers: Headers): Promise<OwnSession[]> {
  const own = await auth().api.getSession({ headers });
  if (!own) return [];
  const sessions = await db().session.findMany({
    where: { userId: own.user.id, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
  });
  return sessions
    .map(({ id, createdAt, ipAddress }) => ({
      id,
      since: createdAt.toISOString(),
      address: ipAddress ? shortenAddress(ipAddress) : null,
      here: id === own.session.id,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

/** An IPv6 address in its short form; any other unchanged. */
function shortenAddress(address: string): string {
  const url = `http://[${address}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}

/** Ends the other sessions of the signed-in user. @returns their number */
export async function endOtherSessions(
  headers: Headers,
  actor: Actor,
): Promise<PersonResult<number>> {
  const own = await auth().api.getSession({ headers });
  if (!own) return { ok: true, value: 0 };
  const count = await db().$transaction(async (tx) => {
    const ended = await tx.session.deleteMany({
      where: { userId: own.user.id, id: { not: own.session.id } },
    });
    const detail = { sessions: ended.count };
    await audit({ actor, action: "sessions-ended", subject: own.user.email, detail }, tx);
    return ended.count;
  });
  return { ok: true, value: count };
}
