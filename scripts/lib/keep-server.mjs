// The app's server, started again whenever it ends without having been asked to.
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "./serve.mjs";

/** Milliseconds before it is started again: doubled with each end that comes soon, up to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** One that lived so long ended by chance, not by a fault that every start meets. */
const SETTLED_MS = 10_000;

/**
 * Starts the server. From its first `ready` on it is started again when it ends: killed, say, for want
 * of memory.
 * @param {import("./serve.mjs").ServerOptions & { say: (line: string) => void }} options `env` is read
 *   anew at each start
 */
export function keepServer({ say, ...options }) {
  const over = new AbortController();
  let server = startServer(options);
  /** @type {Promise<void> | null} */
  let watching = null;

  async function watch() {
    let pause = FIRST_PAUSE_MS;
    let began = Date.now();
    for (;;) {
      const reason = await server.exit;
      if (over.signal.aborted) return;
      if (Date.now() - began > SETTLED_MS) pause = FIRST_PAUSE_MS;
      say(`The server ended (${reason}); starting it again in ${pause / 1000} s…`);
      await sleep(pause, null, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      began = Date.now();
      server = startServer(options);
      if (await server.ready(over.signal)) say("The server is back.");
    }
  }

  return {
    /**
     * Waits until it answers with its database, and keeps it from then on.
     * @param {AbortSignal} signal ends the waiting
     * @throws where it ends before, or the waiting does
     */
    ready: async (signal) => {
      const good = await server.ready(signal);
      signal.throwIfAborted();
      if (!good) throw new Error(`The server ended: ${await server.exit}.`);
      watching = watch();
    },
    /** Has it start anew, with `env` as it is now. */
    restart: () => void server.stop(),
    /** Asks it to stop and, after a while, does not ask. */
    stop: async () => {
      over.abort();
      await server.stop();
      await watching;
    },
  };
}
