import "server-only";
import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { noteUse } from "../database/answer-trace";
import { type DatabaseRefusal, getDatabaseRefusal } from "../database/database-refusal";
import { databaseState, pool } from "../database/db";
import { listErrorChain, readErrorCodes } from "../database/error-chain";
import { metrics } from "../metrics";
import { log } from "./log";

/** An unexpected failure. */
interface ReportedError {
  /** UUID of the failure in the log. */
  readonly id: string;
  /** Why the database refused; null: the failure has another cause. */
  readonly refusal: DatabaseRefusal | null;
}

/** Counts an unexpected failure, and logs it with an id that can be shown to the user. */
export async function reportError(what: string, error: unknown): Promise<ReportedError> {
  const id = randomUUID();
  const refusal = await countError(error);
  // A database that is away usually comes back by itself; the other refusals need someone to act.
  log[refusal === "away" ? "warn" : "error"](what, { id, refusal, error });
  return { id, refusal };
}

/**
 * Counts an unexpected failure that is logged elsewhere.
 * @returns why the database refused; null: the failure has another cause
 */
export async function countError(error: unknown): Promise<DatabaseRefusal | null> {
  const named = getDatabaseRefusal(error);
  if (named !== null) noteUse("isRefused");
  const refusal = named ?? (await findHiddenRefusal(error));
  if (refusal !== null && refusal !== "away" && refusal !== "read-only") {
    databaseState().refused = { refusal, at: Date.now() };
  }
  metrics().errors.inc({ database_away: String(refusal === "away") });
  return refusal;
}

/**
 * When the database goes away, errors take many forms, and libraries hide some. The connection for
 * notifications shows that it went; a query shows whether it is still away. What is certainly no error
 * of the database is not explained by it.
 */
async function findHiddenRefusal(error: unknown): Promise<DatabaseRefusal | null> {
  if (isCertainlyOther(error)) return null;
  const answered = databaseState().isListening && (await doesDatabaseAnswer());
  return answered ? null : "away";
}

async function doesDatabaseAnswer(): Promise<boolean> {
  try {
    await pool().query("SELECT 1");
    return true;
  } catch {
    // The reason does not matter: the caller logs the original error.
    return false;
  }
}

/** A code of PostgreSQL: 5 digits and capital letters. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Is it a bug of the program, a value of the wrong form, or an error that PostgreSQL names with another code? */
function isCertainlyOther(error: unknown): boolean {
  const isOther = (link: unknown) =>
    link instanceof TypeError ||
    link instanceof RangeError ||
    link instanceof ReferenceError ||
    link instanceof SyntaxError ||
    link instanceof ZodError ||
    readErrorCodes(link).some((code) => SQLSTATE.test(code));
  return listErrorChain(error).some(isOther);
}
