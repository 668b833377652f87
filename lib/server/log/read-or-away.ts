import "server-only";
import { isDatabaseRefusal } from "../database/database-refusal";
import { log } from "./log";

/**
 * A value that a page reads from the database; "away" while the database cannot give it, which is logged. The page
 * then shows what it can without the value.
 * @param what names the value in the log
 */
export async function readOrAway<T>(what: string, read: () => Promise<T>): Promise<T | "away"> {
  try {
    return await read();
  } catch (error) {
    if (!isDatabaseRefusal(error)) throw error;
    log.warn("A page is shown without a value, because the database does not answer", {
      what,
      error,
    });
    return "away";
  }
}
