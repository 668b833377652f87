import "server-only";
import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { Client, DatabaseError } from "pg";
import { getDatabaseRefusal } from "../database/database-refusal";
import { CAN_CHANGE_LEDGER, pool } from "../database/db";
import { withTimeout } from "../database/with-timeout";
import { env } from "../env";
import { createFailureLog } from "../log/failure-log";
import { log } from "../log/log";

/** PostgreSQL channel on which every write announces its revision. */
export const REVISION_CHANNEL = "cpec_sez_tracker_version";

/** Delay before a lost connection is made again. */
const RETRY_MS = 1_000;
/** Interval of questions for the last revision, for notifications that never arrive. */
const ASK_MS = 5_000;
/** A database that has not answered in this time is away. */
const ANSWER_MS = 3_000;
/** Time for the instance's own notification to come back. */
const ECHO_MS = 10_000;

/** A running watch. */
export interface RevisionWatch {
  /** Does the database answer? Then a new revision is noticed within 5 seconds. */
  readonly listening: boolean;
  /** Do notifications arrive, so that it is noticed at once? A standby sends none. */
  readonly hears: boolean;
  /** Closes the connection and stops the retries. */
  stop(): Promise<void>;
}

/** Which revision the database has as its last. */
interface LastRevision {
  /** 0 for an empty ledger. */
  readonly number: number;
  /** Empty for an empty ledger. */
  readonly identity: string;
  /** Does the database refuse changes, as a standby does? */
  readonly readOnly: boolean;
  /** Could this role change or unlock what is recorded, as the owner of the tables can? */
  readonly canChangeLedger: boolean;
}

/** Callbacks of a watch. */
interface WatchCallbacks {
  /** The database has just said which revision is its last. */
  readonly onLast: (last: LastRevision) => void;
  /** The database began or ceased to answer. */
  readonly onListening: (listening: boolean) => void;
  /** Does a notification bring no news? Its text is what `pg_notify` was called with. Absent: all do. */
  readonly isKnown?: (news: string) => boolean;
  /** Notifications do not arrive, as behind a pooler in transaction mode. */
  readonly onDeaf: () => void;
}

/**
 * Asks the database for its last revision after each notification, after each connection and every
 * 5 seconds, on the connection that listens. A question without an answer within 3 seconds means that the
 * connection or the database is gone. A standby refuses LISTEN, so there only the questions find new
 * revisions, until it is promoted. Never throws; reconnects without end.
 */
export function watchRevision({
  onLast,
  onListening,
  isKnown = () => false,
  onDeaf,
}: WatchCallbacks): RevisionWatch {
  let current: Connection | null = null;
  let retryTimer: NodeJS.Timeout | null = null;
  let listening = false;
  /** The connection whose notifications are being tried. */
  let trying: Connection | null = null;
  /** Did a notification arrive on the present connection? */
  let hears = false;
  let stopped = false;
  const failures = createFailureLog();

  const setListening = (now: boolean) => {
    if (now === listening) return;
    listening = now;
    onListening(now);
  };

  /** Logs why the database is away. */
  const logFailure = (message: string, error: unknown) => {
    if (!stopped) failures.add(message, error);
  };

  /** @param answers whether the database does, without a connection that listens */
  const retry = (answers: boolean) => {
    current = null;
    setListening(answers);
    if (stopped || retryTimer) return;
    retryTimer = setTimeout(() => {
      retryTimer = null;
      void connect();
    }, RETRY_MS);
    retryTimer.unref();
  };

  const ask = async (connection: Connection) => {
    try {
      const last = await connection.askLast();
      if (connection !== current) return;
      failures.clear();
      setListening(true);
      onLast(last);
      // A standby was promoted: a new connection can listen.
      if (!connection.listens && !last.readOnly) connection.destroy();
    } catch (error) {
      logFailure("The database did not say which revision is its last", error);
      connection.destroy();
    }
  };

  /** Tries once for each connection whether notifications arrive, and again after the next question while that cannot be tried. */
  const tryNotifications = async (connection: Connection) => {
    if (hears || trying === connection) return;
    trying = connection;
    try {
      const heard = await connection.hearsItself();
      hears = heard === true;
      if (heard === false) onDeaf();
    } catch (error) {
      logFailure("The database did not answer after a notification", error);
      connection.destroy();
    } finally {
      if (trying === connection) trying = null;
    }
  };

  /**
   * Asks on a connection of the pool, where the database answered that it has none left for notifications.
   * @returns does it answer there?
   */
  const askElsewhere = async (reason: unknown) => {
    if (!(reason instanceof DatabaseError)) return false;
    try {
      const { rows } = await withTimeout(() => pool().query<LastRow>(LAST_REVISION), ANSWER_MS);
      onLast(readLast(rows));
      return true;
    } catch (error) {
      log.debug("The database did not answer on another connection", { error });
      return false;
    }
  };

  const connect = async () => {
    const connection = openConnection({
      onEnd: () => {
        if (connection === current) retry(false);
      },
      onNews: (news) => {
        if (!isKnown(news)) void ask(connection);
      },
    });
    try {
      await connection.listen();
      hears = false;
      if (stopped) return connection.destroy();
      current = connection;
      await ask(connection);
      await tryNotifications(connection);
    } catch (error) {
      logFailure("The connection for notifications failed", error);
      connection.destroy();
      if (current === null) retry(await askElsewhere(error));
    }
  };

  const asking = setInterval(async () => {
    if (!current) return;
    await ask(current);
    if (current) await tryNotifications(current);
  }, ASK_MS);
  asking.unref();
  void connect();
  return {
    get listening() {
      return listening;
    },
    get hears() {
      return current?.listens ?? false;
    },
    async stop() {
      stopped = true;
      clearInterval(asking);
      if (retryTimer) clearTimeout(retryTimer);
      await current?.end();
    },
  };
}

/** One row, also for an empty ledger. */
const LAST_REVISION = `
  SELECT id, identity, pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS read_only,
    ${CAN_CHANGE_LEDGER} AS can_change
  FROM (SELECT) AS always LEFT JOIN revision ON true ORDER BY id DESC LIMIT 1`;

interface LastRow {
  readonly id: number | null;
  readonly identity: string | null;
  readonly read_only: boolean;
  readonly can_change: boolean;
}

const readLast = ([last]: readonly LastRow[]): LastRevision => ({
  number: last?.id ?? 0,
  identity: last?.identity ?? "",
  readOnly: last?.read_only ?? false,
  canChangeLedger: last?.can_change ?? false,
});

/** A connection for notifications. */
interface Connection {
  /** Did the database accept LISTEN? A standby does not. */
  readonly listens: boolean;
  /** @throws if the database cannot be reached */
  listen(): Promise<void>;
  /** @throws if the database does not answer within 3 seconds */
  askLast(): Promise<LastRevision>;
  /** Does a notification that another connection sends arrive here? Null: that could not be tried. */
  hearsItself(): Promise<boolean | null>;
  /** Closes the connection without waiting for the other side, which may be gone. */
  destroy(): void;
  end(): Promise<void>;
}

function openConnection(callbacks: {
  onEnd: () => void;
  onNews: (news: string) => void;
}): Connection {
  const socket = new Socket();
  const client = new Client({
    connectionString: env().DATABASE_URL,
    application_name: "cpec-sez-tracker listen",
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: ASK_MS,
    stream: () => socket,
  });
  const heard = new Set<string>();
  let listens = false;
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    callbacks.onEnd();
  };
  client.on("error", (error) => log.warn("The connection for notifications was lost", { error }));
  client.on("end", end);
  client.on("notification", ({ payload = "" }) => {
    if (payload.startsWith("echo ")) heard.add(payload);
    else callbacks.onNews(payload);
  });
  return {
    get listens() {
      return listens;
    },
    async listen() {
      await client.connect();
      try {
        await client.query(`LISTEN ${REVISION_CHANNEL}`);
        listens = true;
      } catch (error) {
        if (getDatabaseRefusal(error) !== "read-only") throw error;
        log.debug("The database is a standby and refuses LISTEN", { error });
      }
    },
    async askLast() {
      const { rows } = await client.query<LastRow>(LAST_REVISION);
      return readLast(rows);
    },
    async hearsItself() {
      if (!listens) return null;
      const echo = `echo ${randomUUID()}`;
      try {
        await pool().query("SELECT pg_notify($1, $2)", [REVISION_CHANNEL, echo]);
      } catch (error) {
        // A database that went away, or a standby that refuses NOTIFY, says nothing about a pooler.
        log.debug("The own notification could not be sent", { error });
        return null;
      }
      const until = Date.now() + ECHO_MS;
      while (!heard.has(echo) && !ended && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      // Notifications that wait arrive with the next answer.
      if (!ended && !heard.has(echo)) await this.askLast();
      return ended ? null : heard.has(echo);
    },
    destroy() {
      socket.destroy();
      end();
    },
    async end() {
      await client.end().catch(() => undefined);
    },
  };
}
