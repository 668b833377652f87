import fs from "node:fs";
import { acquireLock } from "../../scripts/lib/file-lock.mjs";

/** Whether some process holds the lock. It is acquired for a moment to find out. */
export function isLocked(file: string): boolean {
  if (!fs.existsSync(file)) return false;
  const lock = acquireLock(file);
  if (!("release" in lock)) return true;
  lock.release();
  return false;
}
