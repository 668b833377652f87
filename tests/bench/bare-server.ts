import { fork } from "node:child_process";
import { once } from "node:events";
import { findFreePort } from "@/scripts/lib/ports.mjs";

/**
 * Starts a bare server on the database of the benchmark, to compare with.
 * @param script it takes the address of the database and a port, and sends a message when it listens
 * @param work gets its address; it stops when the work ends
 */
export async function withBareServer(
  script: string,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const port = await findFreePort();
  const server = fork(script, [process.env.BENCH_DATABASE_URL ?? "", String(port)]);
  try {
    await once(server, "message");
    await work(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}
