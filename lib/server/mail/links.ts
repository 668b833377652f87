import "server-only";
import type { Locale } from "@/lib/text/locales";
import { addressIn } from "@/lib/text/reader-language";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../database/db";
import { hashLinkToken, makeLinkToken } from "../link-tokens";
import { mailOrigin } from "./mail";

/** What a link in a mail is for. */
export type MailLinkPurpose = "confirm" | "stop";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days for which the link in an old mail still stops the mails. */
const STOP_LINK_DAYS = 400;

/** The absolute address of the page that a link in a mail opens. It contains a secret. */
export function mailPageAddress(locale: Locale, purpose: MailLinkPurpose, token: string): string {
  return `${mailOrigin()}${addressIn(locale, "/alerts")}?${purpose}=${token}`;
}

/** The absolute address that stops the mails when it is sent a POST. It contains a secret. */
export function oneClickAddress(token: string): string {
  return `${mailOrigin()}/api/mail/stop?token=${token}`;
}

/** Makes the secret of a new link. Only its hash is stored. */
export async function makeMailLink(
  subscriptionId: string,
  purpose: MailLinkPurpose,
): Promise<string> {
  const token = makeLinkToken();
  await db().mailLink.create({
    data: { tokenHash: hashLinkToken(token), subscriptionId, purpose, madeAt: new Date() },
  });
  return token;
}

/** The subscription of a link; null if the link is of another purpose, or the mails have stopped. */
export async function findLinkedSubscription(
  token: string,
  purpose: MailLinkPurpose,
  tx: Prisma.TransactionClient = db(),
) {
  const link = await tx.mailLink.findUnique({
    where: { tokenHash: hashLinkToken(token), purpose },
    include: { subscription: { include: { user: true } } },
  });
  return link?.subscription ?? null;
}

/** Deletes the links of mails so old that nobody will look for them. */
export async function deleteOldMailLinks(): Promise<void> {
  const before = new Date(Date.now() - STOP_LINK_DAYS * DAY_MS);
  await db().mailLink.deleteMany({ where: { madeAt: { lt: before } } });
}
