import "server-only";
import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { pool } from "./db";
import { log } from "./log";
import { metrics } from "./metrics";
import { registryStore } from "./store";

/**
 * Why the database cannot do what it was asked: it is unreachable, it is a standby or otherwise
 * read-only, its disk is full, it is out of memory, its disk fails, or its files are damaged.
 */
export type DatabaseRefusal =
  | "away"
  | "read-only"
  | "disk-full"
  | "out-of-memory"
  | "io-error"
  | "damaged";

/** An unexpected failure. */
interface ReportedError {
  /** UUID of the failure in the log. */
  readonly id: string;
  /** Why the database refused; null: the failure has another cause. */
  readonly refusal: DatabaseRefusal | null;
}

/** Logs an unexpected failure with an id that can be shown to the user. */
export async function reportError(what: string, error: unknown): Promise<ReportedError> {
  const id = randomUUID();
  const refusal = getDatabaseRefusal(error) ?? (await findHiddenRefusal(error));
  metrics().errors.inc({ database_away: String(refusal === "away") });
  // A database that is away usually comes back by itself; the other refusals need someone to act.
  log[refusal === "away" ? "warn" : "error"](what, { id, refusal, error });
  return { id, refusal };
}

/**
 * When the database goes away, errors take many forms, and libraries hide some. The connection for
 * notifications shows that it went; a query shows whether it is still away. What is certainly no error
 * of the database is not explained by it.
 */
async function findHiddenRefusal(error: unknown): Promise<DatabaseRefusal | null> {
  if (isCertainlyOther(error)) return null;
  const answered = registryStore().listening && (await doesDatabaseAnswer());
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

/** Codes of the system, of PostgreSQL and of Prisma for a database that is unreachable, stopping, starting, full or too slow. */
const AWAY_CODES = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
  "53300",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P1018",
  "P2024",
  "P2028",
  "P2037",
] as const;

/** The codes of PostgreSQL (its manual, appendix A) and those above, with the refusal that each means. */
const REFUSALS: ReadonlyMap<string, DatabaseRefusal> = new Map<string, DatabaseRefusal>([
  ...AWAY_CODES.map((code) => [code, "away"] as const),
  ["25006", "read-only"],
  ["53100", "disk-full"],
  ["53200", "out-of-memory"],
  ["58030", "io-error"],
  ["XX001", "damaged"],
  ["XX002", "damaged"],
]);
const AWAY_MESSAGES =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|server closed the connection|not queryable|can't reach database/i;

/**
 * Does an error mean that the database cannot answer, and not that something is wrong with the request
 * or the program?
 */
export function isDatabaseAway(error: unknown): boolean {
  return getDatabaseRefusal(error) !== null;
}

/** A code of PostgreSQL: 5 digits and capital letters. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Most levels of an error's causes. */
const MAX_DEPTH = 8;

/** Why the database refused; null: the error means something else, such as a fault in the request or the program. */
export function getDatabaseRefusal(error: unknown): DatabaseRefusal | null {
  for (const link of listChain(error)) {
    for (const code of readCodes(link)) {
      const refusal = REFUSALS.get(code);
      if (refusal) return refusal;
    }
    if (AWAY_MESSAGES.test(readText(link, "message"))) return "away";
  }
  return null;
}

/** Is it a bug of the program, a value of the wrong form, or an error that PostgreSQL names with another code? */
function isCertainlyOther(error: unknown): boolean {
  const isOther = (link: object) =>
    link instanceof TypeError ||
    link instanceof RangeError ||
    link instanceof ReferenceError ||
    link instanceof SyntaxError ||
    link instanceof ZodError ||
    readCodes(link).some((code) => SQLSTATE.test(code));
  return listChain(error).some(isOther);
}

/** An error with its causes, the outermost first. */
function listChain(error: unknown, depth = 0): object[] {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return [];
  return [error, ...listCauses(error).flatMap((cause) => listChain(cause, depth + 1))];
}

function readCodes(error: object): string[] {
  return [readText(error, "code"), readText(error, "originalCode")];
}

function readText(error: object, name: string): string {
  const text: unknown = Reflect.get(error, name);
  return typeof text === "string" ? text : "";
}

/** The cause of an error, the errors that it aggregates, and the driver's error in Prisma's `meta`. */
function listCauses(error: object): unknown[] {
  const meta: unknown = Reflect.get(error, "meta");
  return [
    Reflect.get(error, "cause"),
    ...(error instanceof AggregateError ? error.errors : []),
    ...(typeof meta === "object" && meta !== null ? [Reflect.get(meta, "driverAdapterError")] : []),
  ];
}
