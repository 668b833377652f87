// Calls a function when the launcher has to stop: on a signal, or when npm is gone, which passes no signal on.
import fs from "node:fs";

/** @param {number} pid @returns {{ name: string, parent: number } | null} null without /proc */
function readProcess(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const parent = Number(stat.slice(end + 2).split(" ")[1]);
    return { name: stat.slice(stat.indexOf("(") + 1, end), parent };
  } catch {
    return null;
  }
}

/** @returns {string} the parent's pid; if the parent is a shell that npm started, also the shell's parent */
function getAncestors() {
  const parent = readProcess(process.ppid);
  const isShell = parent && /^(sh|bash|dash|zsh)$/.test(parent.name);
  return `${process.ppid} ${isShell ? parent.parent : ""}`;
}

/** @param {(reason: string) => void} stop called at most once */
export function onShutdown(stop) {
  let stopping = false;
  const stopOnce = (/** @type {string} */ reason) => {
    if (stopping) return;
    stopping = true;
    stop(reason);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stopOnce(signal));
  // Started by hand, for example with nohup, it may outlive its shell. Started by npm, it must not outlive npm.
  if (!process.env.npm_lifecycle_event) return;
  const initial = getAncestors();
  setInterval(() => {
    if (getAncestors() !== initial) stopOnce("npm has ended");
  }, 500).unref();
}
