import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A new secret token of a one-time link. */
export function makeLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The hash of a token. Only hashes are stored, so that nobody can use a link with a copy of the database. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
