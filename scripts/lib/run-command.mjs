// Runs commands as child processes. Imports only Node's modules, because it runs before any install.
import { spawn } from "node:child_process";
import { fromRoot, isPackaged, ROOT } from "./paths.mjs";

/**
 * `env` is added to the environment; `signal` ends the command; `args` are added to those of a script; `lockFd` is the open
 * file of a lock, which the command holds too; the others are those of `spawn`.
 * @typedef {{ env?: Record<string, string | undefined>, signal?: AbortSignal, args?: string[], lockFd?: number, cwd?: string, uid?: number, gid?: number }} Options
 */

const FULL = /^.*(?:ENOSPC|No space left on device).*$/m;

/** @param {Error} error */
export const isDiskFull = ({ message }) => FULL.test(message);

/**
 * What failed, for who runs a command. A full disk is one sentence, where PostgreSQL and npm would print their logs.
 * @param {Error} error
 */
export function describeFailure({ message }) {
  const [line] = FULL.exec(message) ?? [];
  return line ? `A disk is full. Make room on it, and start this again. (${line.trim()})` : message;
}

/** Output that `stdio` pipes is collected. `failure`: the signal or exit code; null if the command succeeded. */
function run(program, args, { env = {}, lockFd, ...options }, stdio) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...{ cwd: ROOT, ...options, env: { ...process.env, ...env } },
      stdio: lockFd === undefined ? stdio : [...stdio, lockFd],
    });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", reject);
    child.once("close", (code, endedBy) => {
      const failure = code === 0 ? null : (endedBy ?? `exit ${code}`);
      resolve({ code: code ?? 1, failure, output });
    });
  });
}

/**
 * Runs a command without printing its output.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<void>}
 * @throws if the command fails; the message ends with the command's output
 */
export async function runQuietly(program, args, options = {}) {
  const { failure, output } = await run(program, args, options, ["ignore", "pipe", "pipe"]);
  if (failure === null) return;
  throw new Error(`${[program, ...args].join(" ")} failed (${failure}):\n${output.slice(-8000)}`);
}

/**
 * Runs a command that prints to this process's output.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code
 */
export async function runCommand(program, args, options = {}) {
  return (await run(program, args, options, ["inherit", "inherit", "inherit"])).code;
}

/** A package has the script as JavaScript. `react-server` makes the package server-only importable. */
const getScriptArgs = (script, { args = [] }) =>
  isPackaged()
    ? [fromRoot(script.replace(/\.ts$/, ".mjs")), ...args]
    : ["--conditions=react-server", "--import", "tsx", script, ...args];

/**
 * Runs a TypeScript script that prints to this process's output.
 * @param {string} script its path, relative to the root
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code
 */
export const runTypeScript = (script, options = {}) =>
  runCommand(process.execPath, getScriptArgs(script, options), options);

/**
 * Runs a TypeScript script. Its errors go to this process's error output.
 * @param {string} script its path, relative to the root
 * @param {Options} [options]
 * @returns {Promise<string>} what it prints, trimmed
 * @throws if the script fails
 */
export async function readTypeScriptOutput(script, options = {}) {
  const args = getScriptArgs(script, options);
  const stdio = ["ignore", "pipe", "inherit"];
  const { failure, output } = await run(process.execPath, args, options, stdio);
  if (failure === null) return output.trim();
  throw new Error(`${script} failed (${failure}). The reason is printed above.`);
}
