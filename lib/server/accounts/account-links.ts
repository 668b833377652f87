import "server-only";
import { isRole, type Role } from "@/lib/catalogue/roles";
import type { Prisma } from "@/prisma/generated/client";
import { audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { hashLinkToken } from "../link-tokens";
import { getText } from "../text/get-text";
import { CREDENTIAL, findPasswordFault, hashPassword } from "./passwords";

/** The person of a link. */
interface LinkedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** The person of a link; null if it was used or replaced, has expired, or the account is closed. */
export async function findLinkedPerson(token: string): Promise<LinkedPerson | null> {
  const link = await db().accountLink.findUnique({
    where: {
      tokenHash: hashLinkToken(token),
      expiresAt: { gt: new Date() },
      user: { closedAt: null },
    },
    select: { user: { select: { id: true, name: true, email: true, role: true } } },
  });
  if (!link) return null;
  const { role, ...person } = link.user;
  return { ...person, role: isRole(role) ? role : "reader" };
}

/**
 * Sets the password of a link's person, ends their sessions and tokens, and uses up the link.
 * @param address IP address of the request
 */
export async function acceptAccountLink(
  token: string,
  password: string,
  address: string | null,
): Promise<ChangeResult> {
  const text = await getText();
  const closed: ChangeResult = {
    ok: false,
    issues: [{ param: "person", message: text.t("api.people.closedAccountLink") }],
  };
  const person = await findLinkedPerson(token);
  if (!person) return closed;
  const { id: userId, name, email } = person;
  const message = await findPasswordFault(text, password, [name, email]);
  if (message !== null) return { ok: false, issues: [{ param: "password", message }] };
  const hash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    // Used up first, so that only one of two requests at the same time succeeds.
    const used = await tx.accountLink.deleteMany({ where: { tokenHash: hashLinkToken(token) } });
    if (used.count === 0) return closed;
    await tx.account.updateMany({
      where: { userId, providerId: CREDENTIAL },
      data: { password: hash },
    });
    await tx.user.update({ where: { id: userId }, data: { mustChangePassword: false } });
    await tx.session.deleteMany({ where: { userId } });
    await revokeTokens(userId, tx);
    const actor = { id: userId, name, address };
    await audit({ actor, action: "link-used", subject: email }, tx);
    return { ok: true, value: null };
  });
}

/** Revokes the tokens of a person. */
export async function revokeTokens(userId: string, tx: Prisma.TransactionClient): Promise<void> {
  const data = { revokedAt: new Date() };
  await tx.accessToken.updateMany({ where: { userId, revokedAt: null }, data });
}
