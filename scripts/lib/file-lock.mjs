// Locks of the operating system on files (flock). The kernel releases a lock when the last process that has inherited it
// has ended, also in another container, so no lock is judged by a pid. Imports only Node's modules, because it runs
// before any install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Node has no flock. These commands lock the open file that they get as descriptor 3 and exit with 0, or with 1 if another
 * process holds the lock. The lock belongs to the open file, so it outlives the command. macOS has only Perl.
 */
const COMMANDS = [
  ["flock", "-n", "3"],
  ["perl", "-e", 'open(my $f, "+<&=", 3) or exit 2; exit(flock($f, 6) ? 0 : 1)'],
];

/** Is the open file locked now? If not, another process holds the lock. */
function lockFile(fd) {
  for (const [program, ...args] of COMMANDS) {
    const { status } = spawnSync(program, args, { stdio: ["ignore", "ignore", "ignore", fd] });
    if (status === 0 || status === 1) return status === 0;
  }
  throw new Error(
    "This system has neither the command flock nor perl, without which two trackers could use the same files. On Debian, install util-linux.",
  );
}

/**
 * A lock that this process holds. `fd`: a child process that inherits it holds the lock too. `isLeft`: the last holder ended
 * without a release.
 * @typedef {{ fd: number, isLeft: boolean, release: () => void }} Lock
 */

/**
 * Acquires a lock if no other process holds it.
 * @param {string} file created if it does not exist; it stays
 * @returns {Lock | { holder: string }} `holder`: which process holds it, for people
 */
export function acquireLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const fd = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o644);
  const isLocked = lockFile(fd);
  const holder = fs.readFileSync(file, "utf8");
  if (!isLocked) {
    fs.closeSync(fd);
    return { holder: holder || "another process" };
  }
  fs.ftruncateSync(fd);
  const since = new Date().toISOString();
  fs.writeSync(fd, `process ${process.pid} on host ${os.hostname()}, since ${since}`, 0);
  const release = () => {
    fs.ftruncateSync(fd);
    fs.closeSync(fd);
  };
  return { fd, isLeft: holder !== "", release };
}

/**
 * Acquires a lock, and waits while another process holds it.
 * @param {string} file
 * @param {{ timeoutMs: number, refuse: (holder: string) => string, signal?: AbortSignal, onHeld?: (holder: string) => void }} options
 *   `refuse`: the sentence of the error if it is not free in time; `signal` ends the wait; `onHeld` is called each time that it
 *   is not free
 * @returns {Promise<Lock>}
 */
export async function waitForLock(file, { timeoutMs, refuse, signal, onHeld }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const lock = acquireLock(file);
    if ("release" in lock) return lock;
    if (Date.now() > deadline) throw new Error(refuse(lock.holder));
    onHeld?.(lock.holder);
    await sleep(100, null, { signal });
  }
}
