// The process for long work: another process of the server, with a registry of its own. It answers through a socket that no
// other user of the machine can open, so requests reach it only through the server itself.
import { fork } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** Milliseconds before it is started again, since it reads the whole ledger: twice as many each time, up to the most. */
const FIRST_DELAY_MS = 5_000;
const MAX_DELAY_MS = 300_000;
/** Milliseconds between questions whether it can answer. */
const ASK_MS = 200;

/**
 * Starts the process, and starts it again whenever it ends, until the server itself ends.
 * @param {string} build the folder of the build
 * @param {string} cwd the folder in which the server was started
 * @param {(socket: string | null) => void} onChange gets the path of its socket once it can answer, and null once it cannot
 */
export function startLongWork(build, cwd, onChange) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-"));
  process.once("exit", () => fs.rmSync(dir, { recursive: true, force: true }));
  let isEnding = false;
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.once(signal, () => {
      isEnding = true;
    });
  }
  const socket = path.join(dir, "socket");
  let delay = FIRST_DELAY_MS;
  const start = () => {
    /** @param {string} reason */
    const restart = (reason) => {
      onChange(null);
      if (isEnding) return;
      console.error(`The process for long work ended (${reason}).`);
      setTimeout(start, delay).unref();
      delay = Math.min(2 * delay, MAX_DELAY_MS);
    };
    try {
      // What it wrote there before it ended.
      fs.rmSync(dir, { recursive: true, force: true });
      fs.mkdirSync(dir, { mode: 0o700 });
      const child = fork(fileURLToPath(new URL("../server.mjs", import.meta.url)), [build], {
        cwd,
        env: { ...process.env, LONG_WORK_SOCKET: socket, TMPDIR: dir },
      });
      child.once("message", () => {
        delay = FIRST_DELAY_MS;
        onChange(socket);
      });
      child.once("exit", (code, signal) => restart(signal ?? `exit ${code}`));
      // It could not be started. Sending never fails: nothing is sent.
      child.once("error", ({ message }) => restart(message));
      // It ends with the server, and does not keep it from ending.
      child.unref();
      child.channel?.unref();
    } catch (error) {
      restart(String(error));
    }
  };
  start();
}

/** In that process: ends with the server, even if that was killed. @param {string} socket */
export function endWithServer(socket) {
  const end = () => {
    fs.rmSync(path.dirname(socket), { recursive: true, force: true });
    process.exit(0);
  };
  if (process.connected) process.once("disconnect", end);
  else end();
}

/** In that process: tells the server once it can answer. @param {string} socket */
export async function reportReady(socket) {
  while (!(await isReady(socket))) await sleep(ASK_MS);
  process.send?.("ready");
}

/** @param {string} socket @returns {Promise<boolean>} */
function isReady(socket) {
  return new Promise((resolve) => {
    const request = http.get({ socketPath: socket, path: "/api/health/ready" }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("error", () => resolve(false));
  });
}
