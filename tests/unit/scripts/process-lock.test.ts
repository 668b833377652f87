import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  lockHolder,
  processBirth,
  takeLock,
  withLock,
} from "../../../scripts/lib/process-lock.mjs";

let dir = "";
let file = "";

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-lock-"));
  file = path.join(dir, "a.lock");
});

afterEach(() => fs.rmSync(dir, { recursive: true }));

test("one holds it, and gives it back", () => {
  const lock = takeLock(file);
  expect(lockHolder(file)).toBe(process.pid);
  expect(takeLock(file)).toEqual({ heldBy: process.pid });
  if ("release" in lock) lock.release();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test("a lock of a process that has ended is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  fs.writeFileSync(file, JSON.stringify({ pid, birth: "1" }));
  expect(processBirth(pid)).toBeNull();
  expect(takeLock(file)).toHaveProperty("release");
});

test("a pid that is used again is not the holder", () => {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, birth: "an earlier process" }));
  expect(lockHolder(file)).toBeNull();
});

test("a damaged lock is nobody's", () => {
  fs.writeFileSync(file, "{");
  expect(takeLock(file)).toHaveProperty("release");
});

test("work under a lock waits for other work, and frees it when it fails", async () => {
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
