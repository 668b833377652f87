// The launcher as the tests start it: `scripts/start.mjs` in a process of its own.
import { spawn } from "node:child_process";
import { fromRoot, ROOT } from "./root.mjs";

/**
 * @param {Record<string, string>} env over the environment's own
 * @returns {{ ready: Promise<void>, stop: () => Promise<void> }} `ready` fails where it ends before it serves
 */
export function startLauncher(env) {
  const child = spawn(process.execPath, [fromRoot("scripts/start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const ready = new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes("The tracker is at ")) resolve(undefined);
    });
    child.once("error", reject);
    ended.then((code) => reject(new Error(`The tracker did not start (exit ${code}).`)));
  });
  ready.catch(() => {});
  return {
    ready,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
