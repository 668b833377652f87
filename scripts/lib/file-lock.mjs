// Locks of the operating system on files (flock). The kernel releases a lock when the last process that holds it has
// ended, also in another container, so no lock is ever judged by a pid. Node has no flock: a command locks the file
// that this process has opened. Imports only Node's modules, because it runs before any install.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { acquirePidLock, processStartTime } from "./process-lock.mjs";

/** Which process holds a lock, for people only. `host` is the name of its machine or container. */
/** @typedef {{ pid: number, host: string, since: string }} Holder */

/**
 * A lock that this process holds. `fd`: a child process that inherits it holds the lock too; null if the system has no
 * such locks.
 * @typedef {{ fd: number | null, release: () => void }} Lock
 */

/** @typedef {"locked" | "held" | "unavailable"} Outcome */

/**
 * Commands that lock file descriptor 3 and exit with 0, or with 1 if another process holds the lock. The lock belongs
 * to the open file, so it outlives the command. macOS has no flock command, and Perl.
 * @param {boolean} isShared
 * @returns {[string, string[]][]}
 */
const lockCommands = (isShared) => [
  ["flock", ["-n", isShared ? "-s" : "-x", "3"]],
  [
    "perl",
    ["-e", `open(my $f, "+<&=", 3) or exit 2; exit(flock($f, ${isShared ? 5 : 6}) ? 0 : 1)`],
  ],
];

/** @param {number} fd @param {boolean} isShared @returns {Outcome} */
function lockOpenFile(fd, isShared) {
  for (const [program, args] of lockCommands(isShared)) {
    const { status } = spawnSync(program, args, { stdio: ["ignore", "ignore", "ignore", fd] });
    if (status === 0) return "locked";
    if (status === 1) return "held";
  }
  return "unavailable";
}

/** @param {string} file @returns {Holder | null} who holds the lock, as the holder wrote it; null if unknown */
export function readHolder(file) {
  try {
    const { pid, host, since } = JSON.parse(fs.readFileSync(file, "utf8"));
    return { pid, host, since };
  } catch {
    return null;
  }
}

/** @param {Holder | null} holder @returns {string} for messages, such as "process 12 on host a, since 10:00" */
export function describeHolder(holder) {
  if (holder === null) return "another process";
  return `process ${holder.pid} on host ${holder.host}, since ${holder.since}`;
}

/** Writes who holds the lock. @param {number} fd @param {number} pid */
export function writeHolder(fd, pid) {
  const content = JSON.stringify({
    pid,
    startTime: processStartTime(pid),
    host: os.hostname(),
    since: new Date().toISOString(),
  });
  fs.ftruncateSync(fd);
  fs.writeSync(fd, content, 0);
}

/** @param {number} fd @param {string} file @returns {boolean} whether the file was neither removed nor replaced */
function isSameFile(fd, file) {
  const now = fs.statSync(file, { throwIfNoEntry: false });
  const opened = fs.fstatSync(fd);
  return now !== undefined && now.ino === opened.ino && now.dev === opened.dev;
}

let isWarned = false;

/** Says once that locks are by pid. @param {(line: string) => void} log */
function warnOnce(log) {
  if (isWarned) return;
  isWarned = true;
  log(
    "Warning: this system has neither the command flock nor perl, so locks are recognised by process numbers. Never let two machines or containers use one DATA_DIR. On Debian, install util-linux.",
  );
}

/**
 * Acquires a lock if no other process holds it.
 * @param {string} file created if it does not exist
 * @param {object} [options]
 * @param {boolean} [options.isShared] whether others may hold the lock too, if they share it
 * @param {boolean} [options.keepFile] whether the file stays after the release, because a child process may still
 *   hold the lock
 * @param {(line: string) => void} [options.log]
 * @returns {Lock | { holder: Holder | null }}
 */
export function acquireLock(
  file,
  { isShared = false, keepFile = isShared, log = console.error } = {},
) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    const fd = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o644);
    const outcome = lockOpenFile(fd, isShared);
    if (outcome !== "unavailable" && !isSameFile(fd, file)) {
      // Its holder has released the lock and removed the file.
      fs.closeSync(fd);
      continue;
    }
    if (outcome === "locked") {
      if (!isShared) writeHolder(fd, process.pid);
      return { fd, release: () => releaseLock(fd, file, keepFile) };
    }
    const holder = readHolder(file);
    fs.closeSync(fd);
    if (outcome === "held") return { holder };
    warnOnce(log);
    if (isShared) return { fd: null, release: () => {} };
    const lock = acquirePidLock(`${file}.pid`);
    if ("release" in lock) return { fd: null, release: lock.release };
    return { holder: { pid: lock.holderPid, host: os.hostname(), since: "an unknown time" } };
  }
}

/** @param {number} fd @param {string} file @param {boolean} keepFile */
function releaseLock(fd, file, keepFile) {
  // Removed while the lock is held, so that the next process locks a new file.
  if (!keepFile && isSameFile(fd, file)) fs.rmSync(file, { force: true });
  fs.closeSync(fd);
}

/**
 * Runs `work` while holding the lock. Waits while another process holds it.
 * @template T
 * @param {string} file
 * @param {(lockFd: number | null) => Promise<T>} work `lockFd`: a child process that inherits it holds the lock too
 * @param {{ timeoutMs?: number, signal?: AbortSignal, onWait?: (holder: string) => void }} [options] `onWait` is called
 *   once, before the first wait
 * @returns {Promise<T>}
 * @throws if the lock is not free within `timeoutMs`, or the wait is aborted
 */
export async function withLock(file, work, { timeoutMs = 60_000, signal, onWait } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (let isFirst = true; ; isFirst = false) {
    signal?.throwIfAborted();
    const lock = acquireLock(file);
    if ("release" in lock) {
      try {
        return await work(lock.fd);
      } finally {
        lock.release();
      }
    }
    const holder = describeHolder(lock.holder);
    if (isFirst) onWait?.(holder);
    if (Date.now() > deadline) {
      throw new Error(
        `${file} has been locked for more than ${timeoutMs / 1000} s by ${holder}. Stop that process and try again.`,
      );
    }
    await sleep(100, null, { signal });
  }
}
