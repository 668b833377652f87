import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  acquireLock,
  findRecordedProcess,
  processStartTime,
  withLock,
} from "../../../scripts/lib/process-lock.mjs";

let dir = "";
let file = "";

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-lock-"));
  file = path.join(dir, "a.lock");
});

afterEach(() => fs.rmSync(dir, { recursive: true }));

test("a held lock cannot be acquired, and releasing it removes its file", () => {
  const lock = acquireLock(file);
  expect(findRecordedProcess(file)).toBe(process.pid);
  expect(acquireLock(file)).toEqual({ holderPid: process.pid });
  if ("release" in lock) lock.release();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test("a lock of a process that has exited can be acquired", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  fs.writeFileSync(file, JSON.stringify({ pid, startTime: "1" }));
  expect(processStartTime(pid)).toBeNull();
  expect(acquireLock(file)).toHaveProperty("release");
});

test("a process with the holder's pid and another start time is not the holder", () => {
  const state = { pid: process.pid, startTime: "of an earlier process" };
  fs.writeFileSync(file, JSON.stringify(state));
  expect(findRecordedProcess(file)).toBeNull();
});

test("a damaged lock file can be acquired", () => {
  fs.writeFileSync(file, "{");
  expect(acquireLock(file)).toHaveProperty("release");
});

test("withLock waits for other work, and releases the lock when the work fails", async () => {
  const order: string[] = [];
  const first = withLock(file, async () => {
    order.push("first begins");
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push("first ends");
    throw new Error("first fails");
  });
  const second = withLock(file, async () => order.push("second"));
  await expect(first).rejects.toThrow("first fails");
  await second;
  expect(order).toEqual(["first begins", "first ends", "second"]);
});
