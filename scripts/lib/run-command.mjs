// Runs commands as child processes. Imports only Node's modules, because it runs before any install.
import { spawn } from "node:child_process";
import { fromRoot, isPackaged, ROOT } from "./paths.mjs";

/**
 * `env` is added to the environment; `signal` kills the command. Without it, a signal that ends this process kills the
 * command too.
 * @typedef {{ env?: Record<string, string | undefined>, signal?: AbortSignal }} CommandOptions
 */

/** `lockFd`: the open file of a lock, which the command holds too. */
/** @typedef {CommandOptions & { cwd?: string, lockFd?: number | null }} QuietOptions */

/**
 * Runs a command without printing its output.
 * @param {string} program
 * @param {string[]} args
 * @param {QuietOptions} [options]
 * @returns {Promise<void>}
 * @throws if the command fails; the message ends with the command's output
 */
export async function runQuietly(program, args, options = {}) {
  const { failure, output } = await collectOutput(program, args, options, "pipe");
  options.signal?.throwIfAborted();
  if (failure === null) return;
  const end = output.slice(-8000);
  throw new Error(`${[program, ...args].join(" ")} failed (${failure}):\n${end}`);
}

/**
 * Runs a command and collects its output.
 * @param {string} program
 * @param {string[]} args
 * @param {QuietOptions} options
 * @param {"pipe" | "inherit"} errors `pipe` collects the error output too, `inherit` prints it
 * @returns {Promise<{ failure: string | number | null, output: string }>} `failure`: its signal or exit code; null if
 *   it succeeded
 */
function collectOutput(program, args, { env = {}, signal, cwd = ROOT, lockFd = null }, errors) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // Before the command starts: a signal that arrives meanwhile must find it, too.
    const group = signal ? null : killAtEnd();
    const child = spawn(program, args, {
      cwd,
      // Its own process group, so that its children are killed with it.
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", errors, ...(lockFd === null ? [] : [lockFd])],
    });
    group?.setLeader(child.pid);
    const kill = () => killGroup(child.pid);
    signal?.addEventListener("abort", kill);
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.once("error", (error) => {
      group?.forget();
      reject(error);
    });
    child.once("close", (code, endedBy) => {
      group?.forget();
      signal?.removeEventListener("abort", kill);
      const failure = code === 0 ? null : (endedBy ?? code);
      resolve({ failure, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** The signals that end this process unless it handles them. A group of its own does not get them from the terminal. */
const END_SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** The process groups that must not outlive this process, by the pid of their leader. @type {Set<{ pid: number | undefined }>} */
const groups = new Set();

/** Kills the groups, and ends this process by the signal unless it has other handlers. @param {NodeJS.Signals} signal */
function endWithGroups(signal) {
  for (const { pid } of groups) killGroup(pid);
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, endWithGroups);
  process.kill(process.pid, signal);
}

/**
 * Kills a process group if a signal ends this process.
 * @returns {{ setLeader: (pid: number | undefined) => void, forget: () => void }} `forget` is called when the group has
 *   ended
 */
function killAtEnd() {
  /** @type {{ pid: number | undefined }} */
  const group = { pid: undefined };
  groups.add(group);
  // First, because another handler may exit.
  if (groups.size === 1) {
    for (const signal of END_SIGNALS) process.prependListener(signal, endWithGroups);
  }
  return {
    setLeader: (pid) => {
      group.pid = pid;
    },
    forget: () => {
      groups.delete(group);
      if (groups.size === 0) for (const signal of END_SIGNALS) process.off(signal, endWithGroups);
    },
  };
}

/** Kills a process group. @param {number | undefined} pid of its leader */
export function killGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
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

/**
 * Node's arguments for a TypeScript script. `react-server` makes the package server-only importable. A package has the
 * script as JavaScript.
 * @param {string} script its path, relative to the root
 */
const getScriptArgs = (script) =>
  isPackaged()
    ? [fromRoot(script.replace(/\.ts$/, ".mjs"))]
    : ["--conditions=react-server", "--import", "tsx", script];

/**
 * Runs a TypeScript script that prints to this process's output.
 * @param {string} script its path, relative to the root
 * @param {CommandOptions & { args?: string[] }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(script, { args = [], ...options } = {}) {
  return runCommand(process.execPath, [...getScriptArgs(script), ...args], options);
}

/**
 * Runs a TypeScript script and returns what it prints. Its errors go to this process's error output.
 * @param {string} script its path, relative to the root
 * @param {CommandOptions & { args?: string[] }} [options]
 * @returns {Promise<string>} its standard output, trimmed
 * @throws if the script fails
 */
export async function readTypeScriptOutput(script, { args = [], ...options } = {}) {
  const all = [...getScriptArgs(script), ...args];
  const { failure, output } = await collectOutput(process.execPath, all, options, "inherit");
  if (failure === null) return output.trim();
  throw new Error(`${script} failed (${failure}). The reason is printed above.`);
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
