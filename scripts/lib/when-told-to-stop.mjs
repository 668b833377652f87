// When the launcher has to end: on a signal, or when npm, which passes none on, is gone.
import fs from "node:fs";

/** @param {number} pid @returns {{ name: string, parent: number } | null} only where there is a /proc */
function processAt(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const parent = Number(stat.slice(end + 2).split(" ")[1]);
    return { name: stat.slice(stat.indexOf("(") + 1, end), parent };
  } catch {
    return null;
  }
}

/** @returns {string} who started us: our parent, and, where that is but a shell of npm's, its parent too */
function ancestry() {
  const shell = processAt(process.ppid);
  const behind = shell && /^(sh|bash|dash|zsh)$/.test(shell.name) ? shell.parent : "";
  return `${process.ppid} ${behind}`;
}

/**
 * @param {(why: string) => void} stop called at most once
 */
export function whenToldToStop(stop) {
  let told = false;
  const once = (/** @type {string} */ why) => {
    if (told) return;
    told = true;
    stop(why);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => once(signal));
  // Run by hand, with nohup say, it may outlive its shell; run by npm it must not outlive npm.
  if (!process.env.npm_lifecycle_event) return;
  const began = ancestry();
  setInterval(() => {
    if (ancestry() !== began) once("npm is gone");
  }, 500).unref();
}
