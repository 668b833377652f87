// The tracker under test: starts it, finds its processes, and kills them.

import { clusterFolder, findServer, readState } from "../../scripts/lib/embedded-postgres.mjs";
import { npmStart } from "../support/npm-start.mjs";
import { filterRunning, listDescendants, sendSignal } from "../support/processes.mjs";
import { waitUntil } from "./wait-until.mjs";

/** The first start may have to build. */
const START_MS = 600_000;
const EXIT_MS = 20_000;
const READY_MS = 40_000;

/**
 * What readers may expect: answers ("up"), answers from memory while only the database is down, or nothing.
 * @typedef {"up" | "database-down" | "down"} Expectation
 */

/** @typedef {ReturnType<typeof createSite>} Site */

/**
 * @param {object} options
 * @param {string} options.dir `DATA_DIR`
 * @param {number} options.port
 * @param {{ email: string, password: string }} options.admin
 */
export function createSite({ dir, port, admin }) {
  const address = `http://localhost:${port}`;
  /** @type {import("../support/npm-start.mjs").NpmStart | null} */
  let started = null;
  /** Pids by a part of the command, of processes that once ran below npm. @type {Map<string, number>} */
  const known = new Map();

  const start = () => {
    started = npmStart(dir, port, {
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      LOG_LEVEL: "warn",
      READS_PER_MINUTE: "0",
      WRITES_PER_MINUTE: "0",
    });
    return started;
  };
  /** @returns {number | null} */
  const npm = () => {
    const child = started?.npm;
    return child && child.exitCode === null && child.signalCode === null
      ? (child.pid ?? null)
      : null;
  };
  /** @param {string} script @returns {number | null} the process of this script, also if npm has ended meanwhile */
  const find = (script) => {
    const first = npm();
    const below = first === null ? [] : listDescendants(first);
    // The last one, because the shell of npm repeats the command.
    const found = below.filter(({ command }) => command.includes(script)).at(-1);
    if (found) known.set(script, found.pid);
    const pid = known.get(script);
    return pid !== undefined && filterRunning([pid]).length > 0 ? pid : null;
  };
  const launcher = () => find("scripts/start.mjs");
  const server = () => find("scripts/server.mjs");

  /** @returns {number | null} */
  const postmaster = () => {
    const state = readState(dir);
    return (state && findServer(clusterFolder(state))?.pid) ?? null;
  };

  /** The database server's processes, the postmaster first. */
  const databaseGroup = () => {
    const first = postmaster();
    return first === null ? [] : [first, ...listDescendants(first).map(({ pid }) => pid)];
  };

  /** All processes of this start, and those that an earlier start left. */
  const everything = () => {
    const first = npm();
    const below = first === null ? [] : listDescendants(first).map(({ pid }) => pid);
    const all = [first, launcher(), ...below, server(), ...databaseGroup()];
    return [...new Set(all.filter((pid) => pid !== null))];
  };

  /** @returns {Promise<boolean>} whether the site answers with its database */
  const isReady = async () => {
    try {
      const response = await fetch(`${address}/api/health/ready`, {
        signal: AbortSignal.timeout(5000),
      });
      return response.ok && (await response.json()).database === "up";
    } catch {
      // The site is down, or went down before the answer was whole.
      return false;
    }
  };

  return {
    dir,
    address,
    admin,
    /** @type {Expectation} */
    expected: "down",
    output: () => started?.output() ?? "",
    npm,
    launcher,
    server,
    postmaster,
    databaseGroup,
    everything,
    isReady,
    /** Starts the site and does not wait. */
    start,
    /** Starts the site and waits until it serves. */
    startAndWait: async () => {
      const timeout = AbortSignal.timeout(START_MS);
      await Promise.race([
        start().waitForOutput("The tracker is at http://localhost:"),
        new Promise((_, reject) => {
          timeout.addEventListener("abort", () =>
            reject(new Error(`npm start did not serve within ${START_MS / 1000} s.`)),
          );
        }),
      ]);
      // So that they are known when npm has ended.
      launcher();
      server();
    },
    waitUntilReady: () => waitUntil(isReady, "the site answers with its database", READY_MS),
    waitUntilLauncherExits: () =>
      waitUntil(() => launcher() === null, "the launcher exits", EXIT_MS),
    /** Kills processes at the same moment. @param {readonly (number | null)[]} pids null for one that is not running */
    kill: (pids) => {
      for (const pid of pids) if (pid !== null) sendSignal(pid, "SIGKILL");
    },
  };
}

/**
 * Signs the admin in and changes the password from the settings, without which nothing can be recorded.
 * @param {Site} site
 * @returns {Promise<string>} the session's cookie
 */
export async function signIn({ address, admin }) {
  const post = async (
    /** @type {string} */ path,
    /** @type {object} */ body,
    /** @type {Record<string, string>} */ headers = {},
  ) => {
    const response = await fetch(`${address}/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: address, ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`Signing in failed: ${response.status} ${await response.text()}`);
    return response;
  };
  const cookie = (await post("/sign-in/email", admin)).headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const newPassword = `${admin.password}, changed`;
  await post("/change-password", { currentPassword: admin.password, newPassword }, { cookie });
  return cookie;
}
