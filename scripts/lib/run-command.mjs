// Runs commands as child processes. Imports only Node's modules, because it runs before any install.
import { spawn } from "node:child_process";
import { fromRoot, ROOT } from "./paths.mjs";

/**
 * `env` is added to the environment; `signal` kills the command.
 * @typedef {{ env?: Record<string, string | undefined>, signal?: AbortSignal }} CommandOptions
 */

/**
 * Runs a command without printing its output.
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<void>}
 * @throws if the command fails; the message ends with the command's output
 */
export function runQuietly(program, args, { env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      signal,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      const output = Buffer.concat(chunks).toString("utf8").slice(-8000);
      reject(new Error(`${[program, ...args].join(" ")} failed (${signal ?? code}):\n${output}`));
    });
  });
}

/**
 * Runs a command that prints to this process's output.
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runCommand(program, args, { env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      signal,
      env: { ...process.env, ...env },
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Node's arguments for TypeScript. `react-server` makes the package server-only importable. */
const TYPESCRIPT_ARGS = ["--conditions=react-server", "--import", "tsx"];

/**
 * Runs a TypeScript script that prints to this process's output.
 * @param {string} script its path, relative to the root
 * @param {CommandOptions & { args?: string[] }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(script, { args = [], ...options } = {}) {
  return runCommand(process.execPath, [...TYPESCRIPT_ARGS, script, ...args], options);
}

/**
 * Runs a TypeScript script and returns what it prints. Its errors go to this process's error output.
 * @param {string} script its path, relative to the root
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} its standard output, trimmed
 * @throws if the script fails
 */
export function readTypeScriptOutput(script, { env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...TYPESCRIPT_ARGS, script], {
      cwd: ROOT,
      signal,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(chunks).toString("utf8").trim());
      reject(new Error(`${script} failed (${signal ?? code}). The reason is printed above.`));
    });
  });
}

/**
 * Starts the launcher, `scripts/start.mjs`, as a child process of the tests and the benchmark.
 * @param {Record<string, string>} env added to the environment
 * @returns {{ ready: Promise<void>, stop: () => Promise<void> }} `ready` rejects if it exits before it serves
 */
export function startLauncher(env) {
  const child = spawn(process.execPath, [fromRoot("scripts/start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const ready = new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes("The tracker is at ")) resolve(undefined);
    });
    child.once("error", reject);
    exited.then((code) => {
      reject(new Error(`The tracker did not start (exit ${code}). The reason is printed above.`));
    });
  });
  ready.catch(() => {});
  return {
    ready,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
