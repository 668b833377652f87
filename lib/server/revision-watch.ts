import "server-only";
import { Client } from "pg";
import { env } from "./env";
import { log } from "./log";

/** PostgreSQL channel on which every write announces its revision. */
export const REVISION_CHANNEL = "cpec_sez_tracker_version";

const RETRY_MS = 1_000;

/** A running watch. */
export interface RevisionWatch {
  /** Is LISTEN active, so that new revisions are noticed at once? */
  readonly listening: boolean;
  /** Closes the connection and stops the retries. */
  stop(): Promise<void>;
}

/** Callbacks of a watch. */
interface WatchCallbacks {
  /** The ledger may have a new revision. */
  readonly onNews: () => void;
  /** LISTEN became active or inactive. */
  readonly onListening: (listening: boolean) => void;
}

/**
 * Calls `onNews` whenever the ledger may have a new revision: after each notification, after each
 * connection, and once per second while LISTEN is inactive. Never throws; reconnects without end.
 */
export function watchRevision({ onNews, onListening }: WatchCallbacks): RevisionWatch {
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let listening = false;
  let stopped = false;

  const setListening = (now: boolean) => {
    if (now === listening) return;
    listening = now;
    onListening(now);
  };

  const retry = () => {
    setListening(false);
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      onNews();
      void connect();
    }, RETRY_MS);
    timer.unref();
  };

  const connect = async () => {
    const next = new Client({
      connectionString: env().DATABASE_URL,
      application_name: "cpec-sez-tracker listen",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    next.on("error", (error) => log.warn("The connection for notifications was lost", { error }));
    next.on("end", retry);
    next.on("notification", onNews);
    try {
      await next.connect();
      await next.query(`LISTEN ${REVISION_CHANNEL}`);
      if (stopped) return void (await next.end());
      client = next;
      setListening(true);
      onNews();
    } catch (error) {
      log.debug("The connection for notifications failed", { error });
      await next.end().catch(() => undefined);
      retry();
    }
  };

  void connect();
  return {
    get listening() {
      return listening;
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
