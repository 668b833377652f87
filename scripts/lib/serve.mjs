// The app's server as a child of the launcher.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { SERVER } from "./build.mjs";
import { processBirth } from "./process-lock.mjs";
import { fromRoot, ROOT } from "./root.mjs";

/** How long the server may take to finish what it is answering; with the database all is over in ten seconds. */
const GRACE_MS = 7_000;

/** @param {string} text */
function isGreeting(text) {
  return text.split("\n").every((line) => line === "" || /^(▲|✓|- (Local|Network):)/.test(line));
}

/** @param {string} name of a script that is to run before the server */
function preload(name) {
  return ["--import", pathToFileURL(fromRoot(`scripts/lib/${name}.mjs`)).href];
}

/** What Node runs as the production server. */
export const SERVER_PROGRAM = [...["exit-with-parent", "front-door"].flatMap(preload), SERVER];

/** @param {number} pid of a server, whose group goes with it: `next dev` has children */
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/**
 * Ends the server that a killed launcher has left behind, so that it does not hold the port.
 * @param {string} noteFile where its launcher has noted it
 * @param {(line: string) => void} say
 */
export async function endLeftServer(noteFile, say) {
  const note = readNote(noteFile);
  const lives = () => note !== null && processBirth(note.pid) === note.birth;
  if (note === null || !lives()) return;
  say("Ending the server that an earlier start has left…");
  process.kill(note.pid, "SIGTERM");
  const late = Date.now() + GRACE_MS;
  while (lives()) {
    if (Date.now() > late) killGroup(note.pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} file @returns {{ pid: number, birth: string } | null} */
function readNote(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {number} port
 * @property {string} host
 * @property {Record<string, string>} env
 * @property {boolean} dev
 * @property {string} noteFile notes which process it is, for `endLeftServer`
 */

/**
 * Starts the server and returns at once.
 * @param {ServerOptions} options
 */
export function startServer({ port, host, env, dev, noteFile }) {
  const program = dev
    ? [fromRoot("node_modules/next/dist/bin/next"), "dev", "-p", String(port), "-H", host]
    : SERVER_PROGRAM;
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    // A group of its own: Ctrl-C is for the launcher, which stops things in their order.
    detached: true,
    stdio: ["ignore", dev ? "inherit" : "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
      PORT: String(port),
      HOSTNAME: host,
    },
  });
  if (child.pid !== undefined) {
    const note = { pid: child.pid, birth: processBirth(child.pid) };
    fs.writeFileSync(noteFile, JSON.stringify(note));
  }
  // Next greets with addresses that nobody can open ("http://[::]:3000"); the launcher prints the right one.
  child.stdout?.on("data", (chunk) => {
    if (!isGreeting(chunk.toString())) process.stdout.write(chunk);
  });
  let ended = false;
  const exit = new Promise((resolve) => {
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
    /** Resolves with the reason when the server is gone. */
    exit,
    /**
     * @param {AbortSignal} signal ends the waiting
     * @returns {Promise<boolean>} true once it answers with its database, false when it is gone
     */
    ready: async (signal) => {
      const at = host === "::" || host === "0.0.0.0" ? "127.0.0.1" : host;
      const address = `http://${at.includes(":") ? `[${at}]` : at}:${port}/api/health/ready`;
      while (!ended && !signal.aborted) {
        const answer = await fetch(address, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
        }).catch(() => null);
        if (answer?.ok) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return false;
    },
    /** Asks it to stop and, after a while, does not ask. */
    stop: async () => {
      const { pid } = child;
      if (ended || pid === undefined) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => killGroup(pid), GRACE_MS);
      await exit;
      clearTimeout(late);
      fs.rmSync(noteFile, { force: true });
    },
  };
}
