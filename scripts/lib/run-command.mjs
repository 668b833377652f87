// Commands of set-up: quiet when they work, with all they said when they do not.
import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/**
 * `signal` ends the command.
 * @typedef {{ env?: Record<string, string | undefined>, signal?: AbortSignal }} CommandOptions
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<void>}
 * @throws where it fails; the message ends with what the command said
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
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      const output = Buffer.concat(said).toString("utf8").slice(-8000);
      reject(new Error(`${[program, ...args].join(" ")} failed (${signal ?? code}):\n${output}`));
    });
  });
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number>} its exit code; what it says goes where ours goes
 */
export function runAloud(program, args, { env = {}, signal } = {}) {
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

/** How Node runs TypeScript on the server's side of the code. */
const TYPE_SCRIPT = ["--conditions=react-server", "--import", "tsx"];

/**
 * Runs a script in TypeScript on the server's side of the code.
 * @param {string} script its path from the root
 * @param {CommandOptions & { args?: string[] }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(script, { args = [], ...options } = {}) {
  return runAloud(process.execPath, [...TYPE_SCRIPT, script, ...args], options);
}

/**
 * Runs a script in TypeScript on the server's side of the code, for what it says.
 * @param {string} script its path from the root
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} its standard output, trimmed
 * @throws where it fails; its errors go where ours go
 */
export function readTypeScript(script, { env = {}, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...TYPE_SCRIPT, script], {
      cwd: ROOT,
      signal,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(said).toString("utf8").trim());
      reject(new Error(`${script} failed (${signal ?? code}).`));
    });
  });
}
