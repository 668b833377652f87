import "server-only";
import { randomUUID } from "node:crypto";
import { isDatabaseAway } from "./database-away";
import { pool } from "./db";
import { log } from "./log";
import { registryStore } from "./store";

/** A failure that nobody expected. */
export interface ReportedError {
  /** UUID under which it stands in the log. */
  readonly id: string;
  /** Is the database away, so that trying again in a moment may help? */
  readonly databaseAway: boolean;
}

/** Logs a failure that nobody expected under an id that can be told to whoever met it. */
export async function reportError(what: string, error: unknown): Promise<ReportedError> {
  const id = randomUUID();
  // What breaks while the database goes has many faces, and libraries hide some. That it went is known from
  // the connection for notices, which takes a second to come back; that it is away still, by asking it.
  const databaseAway =
    isDatabaseAway(error) || !registryStore().listening || !(await databaseAnswers());
  log[databaseAway ? "warn" : "error"](what, { id, databaseAway, error });
  return { id, databaseAway };
}

async function databaseAnswers(): Promise<boolean> {
  try {
    await pool().query("SELECT 1");
    return true;
  } catch {
    // Whatever the reason, it does not answer; the error that led here is the one that is logged.
    return false;
  }
}
