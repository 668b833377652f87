import "server-only";
import { createHash } from "node:crypto";
import { pool } from "../database/db";

/** Someone who tries a password. */
export interface PasswordAttempt {
  /** The account's e-mail address in lower case, whether the account exists or not. */
  readonly email: string;
  /** The client as `getClientNetwork` names it; null: not known, or not counted. */
  readonly network: string | null;
  /** Id of a browser that signed in to this account before; null for any other. */
  readonly device: string | null;
}

/** Attempts must wait: those from the address for any account, or those for this account from there. */
export interface AttemptWait {
  readonly of: "address" | "account";
  readonly seconds: number;
}

/** Most attempts for all accounts from one address within the window. */
const ADDRESS_MAX = 20;
const ADDRESS_WINDOW_S = 60;

/** Attempts before the first wait. Each further attempt doubles the wait, up to 15 minutes. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT_S = 5;
const LAST_WAIT_S = 15 * 60;

/** The wait after an attempt, in SQL. @param number of the attempt, in SQL */
const waitAfter = (number: string) =>
  `make_interval(secs => CASE WHEN ${number} < ${FREE_ATTEMPTS} THEN 0
     ELSE least(${LAST_WAIT_S}, ${FIRST_WAIT_S} * 2 ^ least(${number} - ${FREE_ATTEMPTS}, 10)) END)`;
const WAIT = waitAfter("a.count");
const WINDOW = `interval '${ADDRESS_WINDOW_S} seconds'`;

/** How an attempt is counted, in SQL; `a` is the row of earlier attempts. */
interface Rule {
  /** Starts counting from 1 again? */
  readonly forget: string;
  /** May there be another attempt? */
  readonly free: string;
  /** When there may be one. */
  readonly until: string;
}

const ADDRESS_RULE: Rule = {
  forget: `a.first_at <= now() - ${WINDOW}`,
  free: `a.count < ${ADDRESS_MAX}`,
  until: `a.first_at + ${WINDOW}`,
};
const ACCOUNT_RULE: Rule = {
  forget: "a.last_at <= now() - interval '1 day'",
  free: `a.last_at + ${WAIT} <= now()`,
  until: `a.last_at + ${WAIT}`,
};

/**
 * Counts an attempt before its password is checked, so that attempts at the same time all count. Attempts that must
 * wait are not counted. A known device has its own count: others at its address cannot make it wait.
 * @returns null if the password may be checked
 */
export async function countAttempt(attempt: PasswordAttempt): Promise<AttemptWait | null> {
  const byAddress = addressKey(attempt);
  if (byAddress !== null) {
    const seconds = await count(byAddress, ADDRESS_RULE);
    if (seconds > 0) return { of: "address", seconds };
  }
  const seconds = await count(accountKey(attempt), ACCOUNT_RULE);
  return seconds > 0 ? { of: "account", seconds } : null;
}

/** Forgets the attempts for an account from an address or device after the right password. */
export async function forgetAttempts(attempt: PasswordAttempt): Promise<void> {
  await pool().query("DELETE FROM sign_in_attempt WHERE key_hash = $1", [accountKey(attempt)]);
}

/**
 * Takes back an attempt whose password was not checked. When the attempt before it was is no longer known, but its wait
 * was over, so the next attempt need not wait either.
 */
export async function withdrawAttempt(attempt: PasswordAttempt): Promise<void> {
  await pool().query(
    `WITH first AS (DELETE FROM sign_in_attempt WHERE key_hash = ANY($1) AND count <= 1)
     UPDATE sign_in_attempt AS a SET
       count = a.count - 1,
       last_at = greatest(a.first_at, now() - ${waitAfter("(a.count - 1)")})
     WHERE key_hash = ANY($1) AND count > 1`,
    [[addressKey(attempt), accountKey(attempt)].filter((key) => key !== null)],
  );
}

/** @returns seconds until the next attempt; 0 if this one was counted. One statement, so that no attempt is missed. */
async function count(key: string, { forget, free, until }: Rule): Promise<number> {
  const counted = await pool().query(
    `INSERT INTO sign_in_attempt AS a (key_hash, count, first_at, last_at) VALUES ($1, 1, now(), now())
     ON CONFLICT (key_hash) DO UPDATE SET
       count = CASE WHEN ${forget} THEN 1 ELSE a.count + 1 END,
       first_at = CASE WHEN ${forget} THEN now() ELSE a.first_at END,
       last_at = now()
     WHERE ${forget} OR ${free}`,
    [key],
  );
  if (counted.rowCount === 1) return 0;
  const { rows } = await pool().query<{ seconds: number }>(
    `SELECT ceil(extract(epoch FROM ${until} - now()))::int AS seconds
     FROM sign_in_attempt AS a WHERE key_hash = $1`,
    [key],
  );
  return Math.max(1, rows[0]?.seconds ?? 1);
}

/** Deletes the rows that no rule needs. */
export async function deleteOldAttempts(): Promise<void> {
  await pool().query("DELETE FROM sign_in_attempt WHERE last_at <= now() - interval '1 day'");
}

const hashKey = (...parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** Null for an attempt that the limit of an address does not count. */
const addressKey = ({ network, device }: PasswordAttempt) =>
  device === null && network !== null ? hashKey("address", network) : null;

const accountKey = ({ email, network, device }: PasswordAttempt) =>
  device === null ? hashKey("account", email, network ?? "") : hashKey("device", email, device);
