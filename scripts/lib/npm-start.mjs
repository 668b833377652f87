// `npm start` as a user runs it, for tests: in a process of its own, with all that it says.
import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/**
 * @typedef {object} NpmStart
 * @property {import("node:child_process").ChildProcess} npm leader of a process group, as a terminal makes it
 * @property {() => string} said
 * @property {(words: string, after?: number) => Promise<void>} says resolves once it says it (after the
 *   first so many characters); fails where npm ends before
 * @property {Promise<void>} ended npm's exit
 */

/**
 * Starts the tracker in a folder and on a port of the test's own.
 * @param {string} dataDir
 * @param {number} port
 * @param {Record<string, string>} [env] further settings
 * @returns {NpmStart}
 */
export function npmStart(dataDir, port, env = {}) {
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      DATABASE_URL: "",
      HOST: "",
      BASE_URL: "",
      AUTH_SECRET: "",
      TRUST_PROXY: "",
      ...env,
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  let over = false;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    npm.once("exit", () => {
      over = true;
      resolve();
    });
  });
  return {
    npm,
    ended,
    said: () => text,
    says: async (words, after = 0) => {
      for (;;) {
        if (text.includes(words, after)) return;
        if (over) throw new Error(`npm start ended without saying "${words}":\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
