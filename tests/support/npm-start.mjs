// `npm start` as a user runs it: a child process of a test, with its output.
import { spawn } from "node:child_process";
import { NEUTRAL_ENV } from "../../scripts/lib/neutral-env.mjs";
import { ROOT } from "../../scripts/lib/paths.mjs";

/**
 * @typedef {object} NpmStart
 * @property {import("node:child_process").ChildProcess} npm leads a process group, as in a terminal
 * @property {() => string} output everything printed so far
 * @property {(text: string, from?: number) => Promise<void>} waitForOutput resolves when the output from
 *   character `from` on contains `text`; rejects if npm exits before
 * @property {Promise<void>} exited resolves when npm exits
 */

/**
 * Starts the tracker with a test's own folder and port.
 * @param {string} dataDir
 * @param {number} port
 * @param {Record<string, string>} [env] more settings
 * @returns {NpmStart}
 */
export function npmStart(dataDir, port, env = {}) {
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    detached: true,
    env: {
      ...process.env,
      ...NEUTRAL_ENV,
      ...env,
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  let hasExited = false;
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    npm.once("exit", () => {
      hasExited = true;
      resolve();
    });
  });
  return {
    npm,
    exited,
    output: () => output,
    waitForOutput: async (text, from = 0) => {
      while (!output.includes(text, from)) {
        if (hasExited) throw new Error(`npm start exited before it printed "${text}":\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
