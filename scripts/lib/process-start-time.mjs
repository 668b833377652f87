// When a process started. Imports only Node's modules, because it runs before any install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

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
