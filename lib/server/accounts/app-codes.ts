import "server-only";
import { createHmac } from "node:crypto";
import { symmetricDecrypt } from "better-auth/crypto";
import { db } from "../database/db";

/** A code of an authenticator app is for one step of this time. */
const STEP_MS = 30_000;

/**
 * Accepts a code of a person's authenticator app, of now or one step earlier or later. A code works once (RFC 6238, 5.2), and
 * none of an earlier step works after it. The library accepts a code again (better-auth, issue 10387).
 * @param key with which the library encrypts secrets
 * @returns false: it is wrong or was used, or the person has no app. Of requests at the same time, one gets true.
 */
export async function acceptAppCode(
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
