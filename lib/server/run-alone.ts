import "server-only";
import { isDatabaseRefusal } from "./database/database-refusal";
import { log } from "./log/log";

/**
 * Runs work in the background, one run at a time. What is asked for during a run follows it once. Never throws.
 * @param failed what the log says if the work throws
 */
export function runAlone(work: () => Promise<void>, failed: string): () => void {
  let isRunning = false;
  let again = false;
  const run = async () => {
    isRunning = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } catch (error) {
      log[isDatabaseRefusal(error) ? "debug" : "warn"](failed, { error });
    } finally {
      isRunning = false;
    }
  };
  return () => {
    again = true;
    if (!isRunning) void run();
  };
}
