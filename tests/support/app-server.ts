import { spawn } from "node:child_process";
import { getCurrentBuild } from "../../scripts/lib/install-and-build.mjs";
import { fromRoot, ROOT } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";

/** The production server as a child process. */
export interface AppServer {
  /** `http://localhost:` and the port. */
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** Everything that the server has logged. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it suddenly, as a crash does. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the production server on a free port and resolves when it answers with its database.
 * @param settings made from the server's address; `DATABASE_URL` and `AUTH_SECRET` are required
 * @throws if the server exits before
 */
export async function startAppServer(
  settings: Record<string, string> | ((address: string) => Record<string, string>),
): Promise<AppServer> {
  const port = await findFreePort();
  const address = `http://localhost:${port}`;
  const env = typeof settings === "function" ? settings(address) : settings;
  const child = spawn(process.execPath, [fromRoot("scripts/server.mjs"), getCurrentBuild()], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      // All tests have the same address.
      READS_PER_MINUTE: "0",
      WRITES_PER_MINUTE: "0",
      ...env,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      log += chunk;
    });
  }
  let hasExited = false;
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      hasExited = true;
      resolve();
    });
  });
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await exited;
    clearTimeout(timer);
  };
  for (;;) {
    if (hasExited) throw new Error(`The server exited before it was ready:\n${log}`);
    const response = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (response?.ok) return { address, port, pid: child.pid ?? 0, log: () => log, stop, kill };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
