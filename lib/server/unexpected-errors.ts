import "server-only";
import { randomUUID } from "node:crypto";
import { pool } from "./db";
import { log } from "./log";
import { metrics } from "./metrics";
import { registryStore } from "./store";

/** An unexpected failure. */
interface ReportedError {
  /** UUID of the failure in the log. */
  readonly id: string;
  /** Is the database unavailable, so that another attempt may succeed? */
  readonly databaseAway: boolean;
}

/** Logs an unexpected failure with an id that can be shown to the user. */
export async function reportError(what: string, error: unknown): Promise<ReportedError> {
  const id = randomUUID();
  // When the database goes away, errors take many forms, and libraries hide some. The connection for
  // notifications shows that it went; a query shows whether it is still away.
  const databaseAway =
    isDatabaseAway(error) || !registryStore().listening || !(await doesDatabaseAnswer());
  metrics().errors.inc({ database_away: String(databaseAway) });
  log[databaseAway ? "warn" : "error"](what, { id, databaseAway, error });
  return { id, databaseAway };
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
const AWAY_CODES = new Set([
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
]);
const AWAY_MESSAGES =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|server closed the connection|not queryable|can't reach database/i;

/** Most levels of an error's causes. */
const MAX_DEPTH = 8;

/** Does an error mean that the database is unavailable, and not that something is wrong with the request? */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false;
  return (
    [readText(error, "code"), readText(error, "originalCode")].some((code) =>
      AWAY_CODES.has(code),
    ) ||
    AWAY_MESSAGES.test(readText(error, "message")) ||
    listCauses(error).some((cause) => isDatabaseAway(cause, depth + 1))
  );
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
