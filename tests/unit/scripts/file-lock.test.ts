import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  acquireLock,
  describeHolder,
  type Lock,
  readHolder,
  withLock,
} from "../../../scripts/lib/file-lock.mjs";
import {
  acquirePidLock,
  findRecordedProcess,
  processStartTime,
} from "../../../scripts/lib/process-lock.mjs";
import { isLocked } from "../../support/is-locked";

let dir = "";
let file = "";

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-lock-"));
  file = path.join(dir, "a.lock");
});

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(dir, { recursive: true });
});

function acquire(...args: Parameters<typeof acquireLock>): Lock {
  const lock = acquireLock(...args);
  if ("holder" in lock) throw new Error(`The lock is held by ${describeHolder(lock.holder)}.`);
  return lock;
}

/** The path of a program; empty if the system does not have it. */
function findProgram(program: string): string {
  return spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim();
}

/** Only these programs can be run. */
function allowPrograms(...programs: string[]): void {
  const bin = path.join(dir, "bin");
  fs.mkdirSync(bin);
  for (const program of programs) fs.symlinkSync(findProgram(program), path.join(bin, program));
  vi.stubEnv("PATH", bin);
}

/** macOS has no flock, and a small Linux no Perl. */
const PROGRAMS = ["flock", "perl"].filter((program) => findProgram(program) !== "");

test("this system has a program that locks files", () => {
  expect(PROGRAMS).not.toEqual([]);
});

describe.each(PROGRAMS)("a lock by %s", (program) => {
  beforeEach(() => allowPrograms(program));

  test("cannot be acquired while it is held, and releasing it removes its file", () => {
    const lock = acquire(file);
    expect(acquireLock(file)).toEqual({
      holder: { pid: process.pid, host: os.hostname(), since: expect.any(String) },
    });
    expect(isLocked(file)).toBe(true);
    lock.release();
    expect(isLocked(file)).toBe(false);
    expect(fs.existsSync(file)).toBe(false);
    acquire(file).release();
  });

  test("is held whatever the file says about its holder", () => {
    const lock = acquire(file);
    const { pid } = spawnSync(process.execPath, ["--version"]);
    for (const content of [JSON.stringify({ pid, startTime: "1", host: "a", since: "b" }), "{"]) {
      fs.writeFileSync(file, content);
      expect(acquireLock(file)).toHaveProperty("holder");
    }
    lock.release();
  });

  test("is free whatever the file says about its holder", () => {
    const startTime = processStartTime(process.pid);
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, startTime, host: "a", since: "b" }));
    acquire(file).release();
  });

  test("can be shared, and then nobody holds it alone", () => {
    const first = acquire(file, { isShared: true });
    const second = acquire(file, { isShared: true });
    first.release();
    expect(acquireLock(file)).toHaveProperty("holder");
    second.release();
    acquire(file).release();
  });
});

test("a child process that inherits the lock holds it until it ends", async () => {
  const lock = acquire(file, { keepFile: true });
  const child = spawn("sleep", ["60"], {
    stdio: ["ignore", "ignore", "ignore", lock.fd ?? "ignore"],
  });
  lock.release();
  expect(isLocked(file)).toBe(true);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isLocked(file)).toBe(false);
});

test("a lock is free as soon as its holder is killed", async () => {
  const script = `
    import { acquireLock } from ${JSON.stringify(path.resolve("scripts/lib/file-lock.mjs"))};
    acquireLock(${JSON.stringify(file)});
    console.log("locked");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  await once(child.stdout, "data");
  expect(acquireLock(file)).toHaveProperty("holder.pid", child.pid);
  child.kill("SIGKILL");
  await once(child, "exit");
  acquire(file).release();
});

test("a system without flock and perl uses pids and says so once", () => {
  allowPrograms();
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const lock = acquire(file, { log });
  expect(lock.fd).toBeNull();
  expect(acquireLock(file, { log })).toHaveProperty("holder.pid", process.pid);
  lock.release();
  acquire(file, { log }).release();
  expect(lines).toEqual([expect.stringContaining("neither the command flock nor perl")]);
});

test("withLock waits for other work, and releases the lock when the work fails", async () => {
  const order: string[] = [];
  const first = withLock(file, async () => {
    order.push("first begins");
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push("first ends");
    throw new Error("first fails");
  });
  const onWait = vi.fn();
  const second = withLock(file, async () => order.push("second"), { onWait });
  await expect(first).rejects.toThrow("first fails");
  await second;
  expect(order).toEqual(["first begins", "first ends", "second"]);
  expect(onWait).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`${process.pid}`));
});

test("a wait for a lock ends at its limit, and when it is aborted", async () => {
  const lock = acquire(file);
  await expect(withLock(file, async () => {}, { timeoutMs: 50 })).rejects.toThrow(
    `by process ${process.pid} on host ${os.hostname()}`,
  );
  const stopping = new AbortController();
  const waiting = withLock(file, async () => {}, { signal: stopping.signal });
  stopping.abort();
  await expect(waiting).rejects.toThrow("aborted");
  lock.release();
});

test("a damaged file names no holder", () => {
  fs.writeFileSync(file, "{");
  expect(readHolder(file)).toBeNull();
});

describe("a lock by pid", () => {
  test("of a process that has exited can be acquired", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    fs.writeFileSync(file, JSON.stringify({ pid, startTime: "1" }));
    expect(processStartTime(pid)).toBeNull();
    expect(acquirePidLock(file)).toHaveProperty("release");
  });

  test("is not held by a process with the holder's pid and another start time", () => {
    const state = { pid: process.pid, startTime: "of an earlier process" };
    fs.writeFileSync(file, JSON.stringify(state));
    expect(findRecordedProcess(file)).toBeNull();
  });

  test("can be acquired if its file is damaged", () => {
    fs.writeFileSync(file, "{");
    expect(acquirePidLock(file)).toHaveProperty("release");
  });
});
