// A lock file that names its holder, so that a lock left by a crash is recognised and replaced, and the start times of
// processes. Imports only Node's modules, because it runs before any install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * Finds the process that a file records with its start time, such as the holder of a lock.
 * @param {string} file
 * @returns {number | null} its pid; null if it is not running
 */
export function findRecordedProcess(file) {
  try {
    const { pid, startTime } = JSON.parse(fs.readFileSync(file, "utf8"));
    return processStartTime(pid) === startTime ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Acquires the lock if no running process holds it.
 * @param {string} file
 * @returns {{ release: () => void } | { holderPid: number }}
 */
export function acquireLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, startTime: processStartTime(process.pid) });
  // Written elsewhere and linked into place, so that no process reads a half-written lock.
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
      const holderPid = findRecordedProcess(file);
      if (holderPid !== null) return { holderPid };
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (findRecordedProcess(file) === process.pid) fs.rmSync(file, { force: true });
    },
  };
}

/**
 * Runs `work` while holding the lock. Waits while another process holds it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {number} [timeoutMs]
 * @returns {Promise<T>}
 * @throws if the lock is not free within `timeoutMs`
 */
export async function withLock(file, work, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lock = acquireLock(file);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${lock.holderPid} has held ${file} for more than ${timeoutMs / 1000} s. Stop that process and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Returns a process's start time as the system reports it. Pids are reused; pid and start time together
 * identify one process.
 * @param {number} pid
 * @returns {string | null} null if no such process is running
 */
export function processStartTime(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (fs.existsSync("/proc/self/stat")) {
    try {
      // The command, in brackets, may contain spaces. The start time is field 22 of the whole line.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie has exited; its parent has not yet read its exit code.
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    } catch {
      return null;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return stdout?.trim() || null;
}
