import "server-only";
import { randomUUID } from "node:crypto";
import { isDatabaseAway } from "./database-away";
import { pool } from "./db";
import { log } from "./log";
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
