import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Prisma } from "@/prisma/generated/client";

/** A new secret token of a one-time link. */
export function makeLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The hash of a token. Only hashes are stored, so that nobody can use a link with a copy of the database. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a one-time link with which a person chooses a password. It replaces an earlier one, and only the hash of its token is
 * stored.
 * @param lifeMs milliseconds for which it works
 * @returns its path, which contains a secret
 */
export async function makePasswordPath(
  userId: string,
  tx: Prisma.TransactionClient,
  lifeMs: number,
): Promise<string> {
  const token = makeLinkToken();
  await tx.accountLink.deleteMany({ where: { userId } });
  const expiresAt = new Date(Date.now() + lifeMs);
  await tx.accountLink.create({ data: { tokenHash: hashLinkToken(token), userId, expiresAt } });
  return `/set-password?token=${token}`;
}
