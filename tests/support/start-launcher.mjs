import { spawn } from "node:child_process";
import { fromRoot, ROOT } from "../../scripts/lib/paths.mjs";

/**
 * Starts the launcher, `scripts/start.mjs`, as a child process.
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
