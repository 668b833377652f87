// The tracker under test: how it is started, found, reached and brought down.
import fs from "node:fs";
import { npmStart } from "../npm-start.mjs";
import { cluster, readPidFile, recall } from "../postgres-cluster.mjs";
import { lockHolder, processBirth } from "../process-lock.mjs";
import { commandOf, descendantsOf, signalIfAlive } from "../processes.mjs";
import { launcherLock, serverNote } from "../root.mjs";
import { waitUntil } from "./wait-until.mjs";

/** The first start may have to build. */
const START_MS = 600_000;
const ENDED_MS = 20_000;
const READY_MS = 40_000;

/**
 * What readers may expect: answers; answers from memory, since only the database is away; or nothing.
 * @typedef {"up" | "database-away" | "down"} Expectation
 */

/** @typedef {ReturnType<typeof makeSite>} Site */

/**
 * @param {object} options
 * @param {string} options.dir `DATA_DIR`
 * @param {number} options.port
 * @param {{ email: string, password: string }} options.admin
 */
export function makeSite({ dir, port, admin }) {
  const address = `http://localhost:${port}`;
  /** @type {import("../npm-start.mjs").NpmStart | null} */
  let started = null;

  const start = () => {
    started = npmStart(dir, port, {
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
      LOG_LEVEL: "warn",
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
  const launcher = () => lockHolder(launcherLock(dir));

  /** @returns {number | null} */
  const server = () => {
    try {
      const { pid, birth } = JSON.parse(fs.readFileSync(serverNote(dir), "utf8"));
      return processBirth(pid) === birth ? pid : null;
    } catch {
      return null;
    }
  };

  /** @returns {number | null} */
  const postmaster = () => {
    const memory = recall(dir);
    const note = memory && readPidFile(memory);
    // A note stays after a crash, and its pid may by then be anybody's.
    return note && commandOf(note.pid).includes(cluster(memory)) ? note.pid : null;
  };

  /** The database server's processes, the postmaster first. */
  const databaseGroup = () => {
    const first = postmaster();
    return first === null ? [] : [first, ...descendantsOf(first).map(({ pid }) => pid)];
  };

  /** Everything that belongs to this start and what an earlier one has left. */
  const everything = () => {
    const first = npm();
    const below = first === null ? [] : descendantsOf(first).map(({ pid }) => pid);
    const known = [first, launcher(), ...below, server(), ...databaseGroup()];
    return [...new Set(known.filter((pid) => pid !== null))];
  };

  /** @returns {Promise<boolean>} whether it answers with its database */
  const isReady = async () => {
    const answer = await fetch(`${address}/api/health/ready`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  };

  return {
    dir,
    address,
    admin,
    /** @type {Expectation} */
    expected: "down",
    said: () => started?.said() ?? "",
    npm,
    launcher,
    server,
    postmaster,
    databaseGroup,
    everything,
    isReady,
    /** Begins a start and does not wait for it. */
    start,
    /** Starts it and waits until it serves. */
    up: async () => {
      const late = AbortSignal.timeout(START_MS);
      await Promise.race([
        start().says("The tracker is at http://localhost:"),
        new Promise((_, reject) => {
          late.addEventListener("abort", () => reject(new Error("npm start takes for ever.")));
        }),
      ]);
    },
    untilReady: () => waitUntil(isReady, "the site answers with its database", READY_MS),
    untilLauncherEnded: () => waitUntil(() => launcher() === null, "the launcher ends", ENDED_MS),
    /** @param {readonly (number | null)[]} pids brought down at once; null for one that is not there */
    kill: (pids) => {
      for (const pid of pids) if (pid !== null) signalIfAlive(pid, "SIGKILL");
    },
  };
}

/**
 * Signs the admin in.
 * @param {Site} site
 * @returns {Promise<string>} the cookie
 */
export async function signIn({ address, admin }) {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify(admin),
  });
  if (!answer.ok) throw new Error(`Signing in failed: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
