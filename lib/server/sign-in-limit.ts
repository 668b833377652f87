import "server-only";
import { createHash } from "node:crypto";
import { db, pool } from "./db";

/** Wrong passwords for an account within the window after which it is blocked. */
const MAX_FAILURES = 10;
const WINDOW_MINUTES = 15;

function hash(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/** Seconds until the next attempt for this account is allowed, from any address; 0: now. */
export async function getWaitSeconds(email: string): Promise<number> {
  const failure = await db().signInFailure.findUnique({ where: { accountHash: hash(email) } });
  if (!failure || failure.count < MAX_FAILURES) return 0;
  const until = failure.lastAt.getTime() + WINDOW_MINUTES * 60_000;
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** Counts a wrong password. One statement, so that concurrent attempts all count; failures before the window are dropped. */
export async function countFailure(email: string): Promise<void> {
  await pool().query(
    `INSERT INTO sign_in_failure AS f (account_hash, count, last_at) VALUES ($1, 1, now())
     ON CONFLICT (account_hash) DO UPDATE SET
       count = CASE WHEN f.last_at < now() - make_interval(mins => $2) THEN 1 ELSE f.count + 1 END,
       last_at = now()`,
    [hash(email), WINDOW_MINUTES],
  );
}

/** Forgets the failures of an account after a successful sign-in. */
export async function forgetFailures(email: string): Promise<void> {
  await db().signInFailure.deleteMany({ where: { accountHash: hash(email) } });
}
