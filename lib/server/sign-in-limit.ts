import "server-only";
import { createHash } from "node:crypto";
import { db, pool } from "./db";

/** Wrong passwords for one account within the window after which it is left alone. */
const MOST_FAILURES = 10;
const WINDOW_MINUTES = 15;

function hashOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/** Seconds until another try is allowed for this account, whoever tries and from wherever; 0: now. */
export async function waitFor(email: string): Promise<number> {
  const failure = await db().signInFailure.findUnique({ where: { accountHash: hashOf(email) } });
  if (!failure || failure.count < MOST_FAILURES) return 0;
  const until = failure.lastAt.getTime() + WINDOW_MINUTES * 60_000;
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** Counts a wrong password, in one statement, so that tries at once all count; older failures than the window are forgotten. */
export async function countFailure(email: string): Promise<void> {
  await pool().query(
    `INSERT INTO sign_in_failure AS f (account_hash, count, last_at) VALUES ($1, 1, now())
     ON CONFLICT (account_hash) DO UPDATE SET
       count = CASE WHEN f.last_at < now() - make_interval(mins => $2) THEN 1 ELSE f.count + 1 END,
       last_at = now()`,
    [hashOf(email), WINDOW_MINUTES],
  );
}

/** Forgets the failures of an account, once its owner has signed in. */
export async function forgetFailures(email: string): Promise<void> {
  await db().signInFailure.deleteMany({ where: { accountHash: hashOf(email) } });
}
