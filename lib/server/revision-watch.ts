import "server-only";
import { Client } from "pg";
import { env } from "./env";
import { log } from "./log";

/** Channel on which every write announces the version that it made. */
export const VERSION_CHANNEL = "cpec_sez_tracker_version";

const RETRY_MS = 1_000;

/** A running watch. */
export interface VersionWatch {
  /** Is LISTEN up, so that a new version is heard of at once? */
  readonly listening: boolean;
  /** Ends the connection and the retries. */
  stop(): Promise<void>;
}

/** What a watch reports. */
export interface VersionReports {
  /** The ledger may have moved. */
  readonly onNews: () => void;
  /** LISTEN went up or down. */
  readonly onListening: (listening: boolean) => void;
}

/**
 * Calls `onNews` whenever the ledger may have moved: at each notice, at each (re)connection, and once
 * a second while LISTEN is down. Never throws; a lost connection is tried again for ever.
 */
export function watchVersion({ onNews, onListening }: VersionReports): VersionWatch {
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
    next.on("error", (error) => log.warn("The connection for notices was lost", { error }));
    next.on("end", retry);
    next.on("notification", onNews);
    try {
      await next.connect();
      await next.query(`LISTEN ${VERSION_CHANNEL}`);
      if (stopped) return void (await next.end());
      client = next;
      setListening(true);
      onNews();
    } catch (error) {
      log.debug("No connection for notices yet", { error });
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
