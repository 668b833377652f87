// The server as a child process of the launcher, which restarts it when it stops unexpectedly.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fromRoot, ROOT } from "./paths.mjs";
import { getLocalAddress } from "./ports.mjs";
import { findRecordedProcess, processStartTime } from "./process-lock.mjs";
import { killGroup } from "./run-command.mjs";

/** How long the server may take to finish its requests. With the database, everything stops within 10 s. */
const GRACE_MS = 7_000;

/** Next's start banner. @param {string} text */
function isBanner(text) {
  return text.split("\n").every((line) => line === "" || /^(▲|✓|- (Local|Network):)/.test(line));
}

/** @param {string} buildDir @returns {string[]} Node's arguments for the production server */
export const getServerArgs = (buildDir) => [fromRoot("scripts/server.mjs"), buildDir];

/**
 * Stops the server that a killed launcher has left running, because it would keep the port.
 * @param {string} stateFile
 * @param {(line: string) => void} log
 */
export async function stopOrphanServer(stateFile, log) {
  const pid = findRecordedProcess(stateFile);
  if (pid === null) return;
  log("Stopping the server that an earlier start left running…");
  process.kill(pid, "SIGTERM");
  const deadline = Date.now() + GRACE_MS;
  while (findRecordedProcess(stateFile) === pid) {
    if (Date.now() > deadline) killGroup(pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {number} port
 * @property {string} host
 * @property {Record<string, string>} env
 * @property {{ dir: string, lock: import("./file-lock.mjs").Lock } | null} build null for the development server
 * @property {string} stateFile records which process the server is, for `stopOrphanServer`
 */

/**
 * Starts the server and returns immediately.
 * @param {ServerOptions} options
 */
function startServer({ port, host, env, build, stateFile }) {
  const args =
    build === null
      ? [fromRoot("node_modules/next/dist/bin/next"), "dev", "-p", String(port), "-H", host]
      : getServerArgs(build.dir);
  const lockFd = build?.lock.fd ?? null;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Its own process group: Ctrl-C reaches only the launcher, which stops everything in the right order.
    detached: true,
    stdio: [
      "ignore",
      build === null ? "inherit" : "pipe",
      "inherit",
      // The server keeps the files of its build.
      ...(lockFd === null ? [] : [lockFd]),
    ],
    env: {
      ...process.env,
      NODE_ENV: build === null ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
      PORT: String(port),
      HOSTNAME: host,
    },
  });
  if (child.pid !== undefined) {
    const state = { pid: child.pid, startTime: processStartTime(child.pid) };
    fs.writeFileSync(stateFile, JSON.stringify(state));
  }
  // Next prints addresses that do not open ("http://[::]:3000"); the launcher prints the right one.
  child.stdout?.on("data", (chunk) => {
    if (!isBanner(chunk.toString())) process.stdout.write(chunk);
  });
  let ended = false;
  const exited = new Promise((resolve) => {
    child.once("error", (error) => {
      ended = true;
      resolve(error.message);
    });
    child.once("exit", (code, signal) => {
      ended = true;
      resolve(signal ?? `exit ${code}`);
    });
  });
  return {
    /** Resolves with the reason when the server has stopped. */
    exited,
    /**
     * @param {AbortSignal} signal ends the wait
     * @param {() => void} [onLoading] see `waitUntilReady`
     * @returns {Promise<boolean>} true when it can answer requests, false if it stops or the wait ends
     */
    waitUntilReady: (signal, onLoading) =>
      waitUntilReady(getLocalAddress(port, host, "127.0.0.1"), {
        isOver: () => ended || signal.aborted,
        ...{ signal, onLoading },
      }),
    /** Stops the server, by force if it takes too long. */
    stop: async () => {
      const { pid } = child;
      if (ended || pid === undefined) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => killGroup(pid), GRACE_MS);
      await exited;
      clearTimeout(timer);
      fs.rmSync(stateFile, { force: true });
    },
  };
}

/**
 * Asks a server for its health until it can answer requests.
 * @param {string} address
 * @param {object} options
 * @param {AbortSignal} options.signal ends a question
 * @param {() => boolean} options.isOver ends the wait
 * @param {(() => void) | undefined} options.onLoading called whenever the server says that it loads the registry from a
 *   database that answers; not after an attempt to load it that failed
 * @returns {Promise<boolean>} false: the wait is over
 */
export async function waitUntilReady(address, { signal, isOver, onLoading }) {
  while (!isOver()) {
    const response = await fetch(`${address}/api/health/ready`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
    }).catch(() => null);
    if (response?.ok) return true;
    const { status, database } = (await response?.json().catch(() => null)) ?? {};
    if (status === "loading" && database === "up") onLoading?.();
    // Each question after an attempt that failed makes another one.
    await sleep(status === "failed" ? 1_000 : 100);
  }
  return false;
}

/** Milliseconds before a restart: doubled each time the server stops soon again, up to the maximum. */
const MIN_DELAY_MS = 250;
const MAX_DELAY_MS = 30_000;
/** A server that ran this long did not stop because of a fault of every start, so the delay is reset. */
const STABLE_MS = 10_000;
/**
 * How long the first start may take until the server is ready or says that it loads the registry. In development, it compiles
 * first.
 */
const READY_MS = 180_000;

/**
 * Starts the server. Once it has been ready, it is restarted whenever it stops, for example when the system
 * kills it for lack of memory.
 * @param {ServerOptions & { log: (line: string) => void }} options `env` is read
 *   again at each start
 */
export function superviseServer({ log, ...options }) {
  const ending = new AbortController();
  let server = startServer(options);
  /** @type {Promise<void> | null} */
  let watching = null;

  async function watch() {
    let delay = MIN_DELAY_MS;
    let startedAt = Date.now();
    for (;;) {
      const reason = await server.exited;
      if (ending.signal.aborted) return;
      if (Date.now() - startedAt > STABLE_MS) delay = MIN_DELAY_MS;
      log(`The server stopped unexpectedly (${reason}); restarting it in ${delay / 1000} s…`);
      await sleep(delay, null, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      delay = Math.min(2 * delay, MAX_DELAY_MS);
      startedAt = Date.now();
      server = startServer(options);
      if (await server.waitUntilReady(ending.signal)) log("The server is running again.");
    }
  }

  return {
    /**
     * Waits until the server can answer requests, and supervises it from then on.
     * @param {AbortSignal} signal ends the wait
     * @throws if the server stops before, or the wait is ended
     */
    waitUntilReady: async (signal) => {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), READY_MS);
      const limit = AbortSignal.any([signal, late.signal]);
      // A large registry takes its time.
      const ready = await server.waitUntilReady(limit, () => timer.refresh());
      clearTimeout(timer);
      signal.throwIfAborted();
      if (late.signal.aborted && !ready) {
        throw new Error(
          `The server was not ready within ${READY_MS / 1000} s. The reason is printed above; /api/health/ready says what it waits for.`,
        );
      }
      if (!ready)
        throw new Error(`The server stopped before it was ready: ${await server.exited}.`);
      watching = watch();
    },
    /** Stops the server, so that it is restarted with the current `env`. */
    restart: () => void server.stop(),
    /** Stops the server, by force if it takes too long. */
    stop: async () => {
      ending.abort();
      await server.stop();
      await watching;
    },
  };
}
