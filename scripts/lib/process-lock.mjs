// Processes recorded in files by pid and start time, and the lock of a system without flock: a file that names its
// holder. Another container has other pids, so file-lock.mjs uses this lock only where there is nothing better. Imports only Node's modules, because it runs before any install.
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
export function acquirePidLock(file) {
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
