import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireLock } from "../../../scripts/lib/file-lock.mjs";
import { createTemporaryFolder } from "../../../scripts/lib/paths.mjs";
import { describeFailure, runCommand, runQuietly } from "../../../scripts/lib/run-command.mjs";
import { isLocked } from "../../support/is-locked";

let folder = createTemporaryFolder("command");

beforeEach(() => {
  folder = createTemporaryFolder("command");
});
afterEach(() => folder.remove());

test("a command that fails is named with its code and its output", async () => {
  await expect(runQuietly("sh", ["-c", "echo one; echo two >&2; exit 3"])).rejects.toThrow(
    /^sh -c .* failed \(exit 3\):\none\ntwo\n$/,
  );
  await expect(runQuietly("no-such-program", [])).rejects.toThrow("ENOENT");
  expect(await runCommand("sh", ["-c", "exit 3"])).toBe(3);
});

test("a full disk is one sentence, with what was written last", () => {
  const log =
    'creating files ... ok\n FATAL:  could not write to file "base/4/1249": No space left on device\nexit 1';
  expect(describeFailure(new Error(log))).toBe(
    'A disk is full. Make room on it, and start this again. (FATAL:  could not write to file "base/4/1249": No space left on device)',
  );
  expect(describeFailure(new Error("one\ntwo"))).toBe("one\ntwo");
});

test("an aborted command ends, and holds the lock that it was given until then", async () => {
  const file = path.join(folder.dir, "a.lock");
  const lock = acquireLock(file);
  if (!("release" in lock)) throw new Error("The lock is held.");
  const stopping = new AbortController();
  const started = path.join(folder.dir, "started");
  const running = runQuietly("sh", ["-c", `touch ${started}; exec sleep 60`], {
    signal: stopping.signal,
    lockFd: lock.fd,
  });
  const ended = expect(running).rejects.toThrow("aborted");
  await expect.poll(() => fs.existsSync(started)).toBe(true);
  lock.release();
  expect(isLocked(file)).toBe(true);
  stopping.abort();
  await ended;
  await expect.poll(() => isLocked(file)).toBe(false);
});
