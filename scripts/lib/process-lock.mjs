// A lock file that names its holder, so that one left behind by a crash is recognised and taken over.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * When a process began, as the system tells it: together with the pid it names one process for good,
 * since pids are used again.
 * @param {number} pid
 * @returns {string | null} null where no such process lives
 */
export function processBirth(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (fs.existsSync("/proc/self/stat")) {
    try {
      // The command, in brackets, may hold spaces; the 22nd field counts from the start of the line.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // What has ended and was not yet asked after lives no more.
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return answer.stdout?.trim() || null;
}

/**
 * @param {string} file
 * @returns {number | null} the pid of the living process that holds the lock
 */
export function lockHolder(file) {
  try {
    const { pid, birth } = JSON.parse(fs.readFileSync(file, "utf8"));
    return processBirth(pid) === birth ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock if nobody living holds it.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) });
  // Written aside and linked into place, so that nobody ever reads a half-written lock.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, own);
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file);
        break;
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const holder = lockHolder(file);
      if (holder !== null) return { heldBy: holder };
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (lockHolder(file) === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/**
 * Runs `work` while holding the lock, waiting for another holder to be done.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, patienceMs = 60_000) {
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    const lock = takeLock(file);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > giveUp) {
      throw new Error(
        `Process ${lock.heldBy} has held ${file} for too long; stop it and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
