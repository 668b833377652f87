import { spawn } from "node:child_process";
import { onTestFailed } from "vitest";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { SERVER_ARGS } from "../../scripts/lib/server-process.mjs";

/** The built server in a process of its own. */
export interface AppServer {
  /** How it is reached: `http://localhost:` and its port. */
  readonly address: string;
  readonly port: number;
  /** All that it has written to its log. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built server on a port of its own and resolves once it answers with its database.
 * @param env further settings; `DATABASE_URL` and `AUTH_SECRET` are needed
 * @throws where it ends before
 */
export async function startAppServer(env: Record<string, string>): Promise<AppServer> {
  const port = await findFreePort();
  const child = spawn(process.execPath, SERVER_ARGS, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      ...env,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log += chunk;
    });
  }
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      over = true;
      resolve();
    });
  });
  const address = `http://localhost:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
  };
  for (;;) {
    if (over) throw new Error(`The server ended:\n${log}`);
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { address, port, log: () => log, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Within a test: should it fail, the end of the server's log is told with it. */
export function tellLogOnFailure({ log }: AppServer): void {
  const before = log().length;
  onTestFailed(() => {
    console.error(`The server's log meanwhile:\n${log().slice(before).slice(-4000)}`);
  });
}
