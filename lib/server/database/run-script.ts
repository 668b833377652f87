import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseRefusal, getDatabaseRefusal } from "./database-refusal";
import { closeDatabase } from "./db";
import { readErrorCodes, readErrorMessage } from "./error-chain";

/** What to do when the database refuses what a script asks. */
const ADVICE: Readonly<Record<DatabaseRefusal, string>> = {
  away: "PostgreSQL does not answer, or is too busy. Check that it runs",
  "read-only": "PostgreSQL is read-only, as a standby is. Use the address of the primary",
  "disk-full": "The disk of PostgreSQL is full. Make room on it",
  "out-of-memory": "PostgreSQL is out of memory. Give it more",
  "io-error": "The disk of PostgreSQL fails. Read its log",
  damaged: "Files of PostgreSQL are damaged. Read its log, and restore a backup if it says so",
};
/** What to do about an error of the database; null: it has another cause. */
export function getAdvice(error: unknown): string | null {
  const refusal = getDatabaseRefusal(error);
  return refusal && ADVICE[refusal];
}

/** Milliseconds between two attempts. */
const PAUSE_MS = 2_000;

/** Is it of an error of `parseArgs`? */
const isArgumentCode = (code: string): boolean => code.startsWith("ERR_PARSE_ARGS");

/** An error whose message is enough for a reader. It is printed without a stack. */
export class ScriptError extends Error {}

/**
 * Runs the task of a script, closes the database, and sets the exit code: what the task returns, 0 for nothing, 1 for an
 * error. Where the database refuses, one sentence says why and what to do.
 * @param waits try again until the database accepts, instead of ending
 * @throws what is neither a refusal nor a `ScriptError`
 */
export async function runScript(
  task: () => Promise<number | undefined>,
  { waits = false } = {},
): Promise<void> {
  try {
    process.exitCode = await repeatWhileRefused(task, waits);
  } catch (error) {
    const explains = error instanceof ScriptError || readErrorCodes(error).some(isArgumentCode);
    if (!explains) throw error;
    console.error(readErrorMessage(error));
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

async function repeatWhileRefused<T>(task: () => Promise<T>, waits: boolean): Promise<T> {
  for (let said = ""; ; ) {
    try {
      return await task();
    } catch (error) {
      const advice = getAdvice(error);
      if (advice === null) throw error;
      if (!waits) throw new ScriptError(`${advice}, and run this again.`);
      if (said !== advice) console.error(`${advice}. This is tried again until then.`);
      said = advice;
      await sleep(PAUSE_MS);
    }
  }
}
