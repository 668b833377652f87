// Restarts the server whenever it stops unexpectedly.
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "./server-process.mjs";

/** Milliseconds before a restart: doubled each time the server stops soon again, up to the maximum. */
const MIN_DELAY_MS = 250;
const MAX_DELAY_MS = 30_000;
/** A server that ran this long did not stop because of a fault of every start, so the delay is reset. */
const STABLE_MS = 10_000;

/**
 * Starts the server. Once it has been ready, it is restarted whenever it stops, for example when the system
 * kills it for lack of memory.
 * @param {import("./server-process.mjs").ServerOptions & { log: (line: string) => void }} options `env` is read
 *   again at each start
 */
export function superviseServer({ log, ...options }) {
  const ending = new AbortController();
  let server = startServer(options);
  /** @type {Promise<void> | null} */
  let watching = null;

  async function watch() {
    let delay = MIN_DELAY_MS;
    let startedAt = Date.now();
    for (;;) {
      const reason = await server.exited;
      if (ending.signal.aborted) return;
      if (Date.now() - startedAt > STABLE_MS) delay = MIN_DELAY_MS;
      log(`The server stopped unexpectedly (${reason}); restarting it in ${delay / 1000} s…`);
      await sleep(delay, null, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      delay = Math.min(2 * delay, MAX_DELAY_MS);
      startedAt = Date.now();
      server = startServer(options);
      if (await server.waitUntilReady(ending.signal)) log("The server is running again.");
    }
  }

  return {
    /**
     * Waits until the server answers with its database, and supervises it from then on.
     * @param {AbortSignal} signal ends the wait
     * @throws if the server stops before, or the wait is ended
     */
    waitUntilReady: async (signal) => {
      const ready = await server.waitUntilReady(signal);
      signal.throwIfAborted();
      if (!ready)
        throw new Error(`The server stopped before it was ready: ${await server.exited}.`);
      watching = watch();
    },
    /** Stops the server, so that it is restarted with the current `env`. */
    restart: () => void server.stop(),
    /** Stops the server, by force if it takes too long. */
    stop: async () => {
      ending.abort();
      await server.stop();
      await watching;
    },
  };
}
