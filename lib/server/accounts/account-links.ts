import "server-only";
import { isRole, type Role } from "@/lib/catalogue/roles";
import type { Prisma } from "@/prisma/generated/client";
import { audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db } from "../database/db";
import { hashLinkToken, makeLinkToken } from "../link-tokens";
import { getText } from "../text/get-text";
import { CREDENTIAL, findPasswordFault, hashPassword } from "./passwords";

const DAY_MS = 24 * 60 * 60 * 1000;
const LINK_DAYS = 7;

/** The path of the page on which a person chooses a password. It contains a secret. */
export function linkPath(token: string): string {
  return `/set-password?token=${token}`;
}

/**
 * Makes a one-time link for a person, which is valid for 7 days and replaces an earlier one. Only the hash of its
 * token is stored.
 * @returns the token
 */
export async function makeAccountLink(
  userId: string,
  tx: Prisma.TransactionClient,
): Promise<string> {
  const token = makeLinkToken();
  await tx.accountLink.deleteMany({ where: { userId } });
  await tx.accountLink.create({
    data: {
      tokenHash: hashLinkToken(token),
      userId,
      expiresAt: new Date(Date.now() + LINK_DAYS * DAY_MS),
    },
  });
  return token;
}

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
 * Sets the password of a link's person, ends their sessions and uses up the link.
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
    const actor = { id: userId, name, address };
    await audit({ actor, action: "link-used", subject: email }, tx);
    return { ok: true, value: null };
  });
}
