// The processes of this machine, for tests that kill some and count the rest.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** @typedef {{ pid: number, parent: number, command: string }} Process */

/** @returns {Process[]} */
function listProcesses() {
  const { stdout } = spawnSync("ps", ["-axww", "-o", "pid=,ppid=,command="], { encoding: "utf8" });
  if (stdout) {
    return stdout.split("\n").flatMap((line) => {
      const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
    });
  }
  // A slim Linux has no ps, but it has /proc.
  return fs.readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      const command = fs.readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), parent, command }];
    } catch {
      return [];
    }
  });
}

/** @param {number} pid @returns {Process[]} the process's children, and their children, and so on */
export function listDescendants(pid) {
  const all = listProcesses();
  /** @param {number} parent @returns {Process[]} */
  const below = (parent) =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** @param {readonly number[]} pids @returns {number[]} those of running processes */
export function filterRunning(pids) {
  const running = new Set(
    listProcesses()
      .filter(({ command }) => command !== "" && !command.includes("<defunct>"))
      .map(({ pid }) => pid),
  );
  return pids.filter((pid) => running.has(pid));
}

/** Sends a signal; does nothing if the process is not running. @param {number} pid @param {NodeJS.Signals} signal */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
