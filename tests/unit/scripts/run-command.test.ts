import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { processStartTime } from "../../../scripts/lib/process-lock.mjs";
import { runQuietly } from "../../../scripts/lib/run-command.mjs";

const MODULE = path.resolve(import.meta.dirname, "../../../scripts/lib/run-command.mjs");

/** The number of handlers of TERM in this process at each start of a command. */
const handlersAtStart: number[] = [];

vi.mock("node:child_process", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:child_process")>();
  const spawnAndCount = (command: string, args: string[], options: object) => {
    handlersAtStart.push(process.listenerCount("SIGTERM"));
    return original.spawn(command, args, options);
  };
  return { ...original, spawn: spawnAndCount };
});

let dir = "";
let programs: ChildProcess[] = [];

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-command-"));
});

afterEach(() => {
  for (const program of programs) program.kill("SIGKILL");
  programs = [];
  fs.rmSync(dir, { recursive: true });
});

/**
 * Starts a program that can `run` a command with a child of its own.
 * @returns the program, and the pids of the command and its child
 */
async function startProgram(code: string): Promise<{ program: ChildProcess; pids: number[] }> {
  const file = path.join(dir, "pids");
  const shell = `sleep 60 & echo $$ $! > ${file}.new; mv ${file}.new ${file}; wait`;
  const script = `
    import { runQuietly } from ${JSON.stringify(MODULE)};
    const run = (options) => runQuietly("sh", ["-c", ${JSON.stringify(shell)}], options);
    ${code}`;
  const args = ["--input-type=module", "-e", script];
  const program = spawn(process.execPath, args, { stdio: "ignore" });
  programs.push(program);
  await expect.poll(() => fs.existsSync(file), { timeout: 10_000 }).toBe(true);
  return { program, pids: fs.readFileSync(file, "utf8").trim().split(" ").map(Number) };
}

const countRunning = (pids: number[]) =>
  pids.filter((pid) => processStartTime(pid) !== null).length;

describe.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s", (signal) => {
  test("ends a program, its command and the command's children", async () => {
    const { program, pids } = await startProgram("await run();");
    expect(countRunning(pids)).toBe(2);
    program.kill(signal);
    expect(await once(program, "exit")).toEqual([null, signal]);
    await expect.poll(() => countRunning(pids), { timeout: 5_000 }).toBe(0);
  });
});

test("a program that handles a signal itself ends as it decides, without the command", async () => {
  const { program, pids } = await startProgram(
    'process.on("SIGTERM", () => process.exit(3)); await run();',
  );
  program.kill("SIGTERM");
  expect(await once(program, "exit")).toEqual([3, null]);
  await expect.poll(() => countRunning(pids), { timeout: 5_000 }).toBe(0);
});

test("an aborted command ends with its children, and the program goes on", async () => {
  const { program, pids } = await startProgram(`
    const stopping = new AbortController();
    process.on("SIGTERM", () => stopping.abort());
    await run({ signal: stopping.signal }).catch(() => process.exit(4));`);
  program.kill("SIGTERM");
  expect(await once(program, "exit")).toEqual([4, null]);
  await expect.poll(() => countRunning(pids), { timeout: 5_000 }).toBe(0);
});

test("signals are handled from before a command starts until it has ended, or cannot start", async () => {
  const before = process.listenerCount("SIGTERM");
  handlersAtStart.length = 0;
  await runQuietly("true", []);
  expect(process.listenerCount("SIGTERM")).toBe(before);
  await expect(runQuietly("no-such-program", [])).rejects.toThrow("ENOENT");
  expect(process.listenerCount("SIGTERM")).toBe(before);
  expect(handlersAtStart).toEqual([before + 1, before + 1]);
});
