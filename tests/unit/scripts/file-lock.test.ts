import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { acquireLock, type Lock, waitForLock } from "../../../scripts/lib/file-lock.mjs";
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

function acquire(): Lock {
  const lock = acquireLock(file);
  if ("holder" in lock) throw new Error(`The lock is held by ${lock.holder}.`);
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

  test("cannot be acquired while it is held, and its file says by whom", () => {
    const lock = acquire();
    expect(acquireLock(file)).toEqual({
      holder: expect.stringContaining(`process ${process.pid} on host ${os.hostname()}, since 2`),
    });
    lock.release();
    expect(isLocked(file)).toBe(false);
    expect(fs.readFileSync(file, "utf8")).toBe("");
    acquire().release();
  });

  test("is held whatever the file says", () => {
    const lock = acquire();
    for (const content of ["process 1 on another host", ""]) {
      fs.writeFileSync(file, content);
      expect(acquireLock(file)).toEqual({ holder: content || "another process" });
    }
    lock.release();
  });

  test("is free whatever the file says, which shows that its last holder was killed", () => {
    fs.writeFileSync(file, `process ${process.pid} on host ${os.hostname()}`);
    const lock = acquire();
    expect(lock.isLeft).toBe(true);
    lock.release();
    const next = acquire();
    expect(next.isLeft).toBe(false);
    next.release();
  });
});

test("a child process that inherits the lock holds it until it ends", async () => {
  const lock = acquire();
  const child = spawn("sleep", ["60"], { stdio: ["ignore", "ignore", "ignore", lock.fd] });
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
  expect(acquireLock(file)).toEqual({ holder: expect.stringContaining(`process ${child.pid} `) });
  child.kill("SIGKILL");
  await once(child, "exit");
  acquire().release();
});

test("a system without flock and perl is refused", () => {
  allowPrograms();
  expect(() => acquireLock(file)).toThrow("neither the command flock nor perl");
});

const refuse = (holder: string) => `It is held by ${holder}.`;

test("a start that waits for a lock goes on when it is free, and names the holder meanwhile", async () => {
  const lock = acquire();
  const onHeld = vi.fn();
  const waiting = waitForLock(file, { timeoutMs: 5_000, refuse, onHeld });
  setTimeout(lock.release, 250);
  (await waiting).release();
  expect(onHeld).toHaveBeenCalledWith(expect.stringContaining(`${process.pid}`));
});

test("a wait ends at its limit, and when it is aborted", async () => {
  const lock = acquire();
  await expect(waitForLock(file, { timeoutMs: 50, refuse })).rejects.toThrow(
    `It is held by process ${process.pid} on host ${os.hostname()}`,
  );
  const stopping = new AbortController();
  const waiting = waitForLock(file, { timeoutMs: 5_000, refuse, signal: stopping.signal });
  stopping.abort();
  await expect(waiting).rejects.toThrow("aborted");
  lock.release();
});
