import "server-only";
import { availableParallelism } from "node:os";
import { APIError } from "better-auth/api";
import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";
import pLimit, { type LimitFunction } from "p-limit";
import type { Text } from "@/lib/text/text";
import { MIN_PASSWORD } from "../env";
import { trustedOrigins } from "../origins";
import { processSingleton } from "../process-singleton";
import { getText } from "../text/get-text";

/** The name of the sign-in library for accounts with a password. */
export const CREDENTIAL = "credential";

/** Most characters of a password. */
export const MAX_PASSWORD = 256;

/** The code of the error that a full queue throws. */
export const PASSWORDS_BUSY = "PASSWORDS_BUSY";

/**
 * Most passwords that wait to be hashed. One takes about 60 ms, so that the last one waits about 3 seconds.
 */
const MAX_WAITING = 50;

/**
 * Passwords are hashed on Node's pool of 4 threads, which files and name look-ups share. Two threads and one
 * processor stay free, so that many sign-ins at once do not stop readers.
 */
function getQueue(): LimitFunction {
  return processSingleton("passwords", () =>
    pLimit(Math.max(1, Math.min(2, availableParallelism() - 1))),
  );
}

/** @throws APIError with the code `PASSWORDS_BUSY` if too many wait already */
async function enqueue<T>(work: () => Promise<T>): Promise<T> {
  const queue = getQueue();
  if (queue.pendingCount < MAX_WAITING) return queue(work);
  const message = (await getText()).t("api.auth.busy");
  throw new APIError("SERVICE_UNAVAILABLE", { code: PASSWORDS_BUSY, message });
}

/** Hashes a password. @throws if too many passwords wait */
export function hashPassword(password: string): Promise<string> {
  return enqueue(() => hash(password));
}

/** Does a password have this hash? @throws if too many passwords wait */
export function verifyPassword(parts: { hash: string; password: string }): Promise<boolean> {
  return enqueue(() => verify(parts));
}

/** Was an error thrown because too many passwords wait? */
export function isPasswordsBusy(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "body" in error &&
    typeof error.body === "object" &&
    error.body !== null &&
    "code" in error.body &&
    error.body.code === PASSWORDS_BUSY
  );
}

/** Fewer guesses than these find a common password, a word with digits, or a row of keys. */
const MIN_GUESSES = 1e6;
/** What anybody would try on this site, beside its host. */
const SITE_WORDS = ["cpec", "sez", "tracker", "zone"] as const;
/** Characters that are checked: the time grows with their number. */
const CHECKED_LENGTH = 64;

/**
 * What is wrong with a new password; null if nothing is. Names, parts of the e-mail address and words of the site add
 * no strength.
 * @param known what others know of its owner: name and e-mail address
 */
export async function findPasswordFault(
  text: Text,
  password: string,
  known: readonly string[],
): Promise<string | null> {
  if (password.length < MIN_PASSWORD) {
    return text.t("api.people.password", { count: text.number(MIN_PASSWORD) });
  }
  return (await isEasyToGuess(password, known)) ? text.t("api.people.commonPassword") : null;
}

/** The dictionaries take some megabytes, and most processes need them seldom or never. */
async function isEasyToGuess(password: string, known: readonly string[]): Promise<boolean> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const checker = processSingleton(
    "password-checker",
    () => new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  );
  const words = [...known, ...trustedOrigins(), ...SITE_WORDS].flatMap(
    (words) => words.match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [],
  );
  const checked = password.slice(0, CHECKED_LENGTH);
  // The checker takes each word as a guess, but a row of 3 known words as a strong password.
  const unknown = checked.replace(new RegExp(words.join("|"), "giu"), "");
  return [checked, unknown].some((part) => checker.check(part, words).guesses < MIN_GUESSES);
}
