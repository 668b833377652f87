// Connections of the launcher and of the database commands. None waits without limit.
import pg from "pg";

/** Milliseconds for connecting, for waiting for a lock, and for one statement: the same as those of the server. */
const CONNECT_MS = 5_000;
const LOCK_MS = 60_000;
const STATEMENT_MS = 120_000;
/** How long to wait until the server closes a connection. */
const END_MS = 2_000;
/** Additional time until the client gives up a statement that the server should have cancelled. */
const FROZEN_MS = 5_000;

/** @param {string} url @returns {string} host and port, without the password */
function describeServer(url) {
  try {
    const { hostname, port } = new URL(url);
    return `${hostname}:${port || 5432}`;
  } catch {
    return "DATABASE_URL";
  }
}

/**
 * Says in a sentence what a connection error means.
 * @param {any} error
 * @param {string} url
 * @returns {Error} the error itself if it is none of a connection
 */
function explainConnectError(error, url) {
  const server = describeServer(url);
  if (/timeout/i.test(error.message)) {
    return new Error(
      `PostgreSQL at ${server} did not answer within ${CONNECT_MS / 1000} s. Check that it runs and that DATABASE_URL is right.`,
      { cause: error },
    );
  }
  if (
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ECONNRESET"].includes(error.code)
  ) {
    return new Error(
      `PostgreSQL at ${server} cannot be reached (${error.code}). Check that it runs and that DATABASE_URL is right.`,
      { cause: error },
    );
  }
  return error;
}

/**
 * Says in a sentence which timeout has passed.
 * @param {any} error
 * @returns {Error} the error itself if it is no timeout
 */
export function explainTimeout(error) {
  if (error.code === "55P03") {
    return new Error(
      "Another process has held a lock in the database for too long. It may be another instance that is migrating: wait until it has ended, and start again.",
      { cause: error },
    );
  }
  if (error.code === "57014" || /read timeout/i.test(error.message)) {
    return new Error(
      "The database did not finish a statement in time. Check that it is not overloaded, and start again.",
      { cause: error },
    );
  }
  return error;
}

/**
 * Runs `work` with a connection that has timeouts, and closes it.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @param {{ signal?: AbortSignal, lockMs?: number, statementMs?: number, isUnset?: boolean }} [options] `signal` closes the
 *   connection; `statementMs` 0: a statement may take any time, as copying a table may; `isUnset`: nothing of the session
 *   is set
 * @returns {Promise<T>}
 * @throws if the database cannot be reached, or a timeout passes
 */
export async function withClient(
  url,
  work,
  { signal, lockMs = LOCK_MS, statementMs = STATEMENT_MS, isUnset = false } = {},
) {
  signal?.throwIfAborted();
  const client = new pg.Client({
    connectionString: url,
    application_name: "cpec-sez-tracker tools",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(statementMs === 0 ? {} : { query_timeout: statementMs + FROZEN_MS }),
  });
  client.on("error", () => {});
  const destroy = () => client.connection.stream.destroy();
  signal?.addEventListener("abort", destroy);
  try {
    await client.connect().catch((error) => {
      throw explainConnectError(error, url);
    });
    if (isUnset) return await work(client);
    // Not as startup parameters, which poolers refuse.
    await client.query(
      "SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)",
      [String(lockMs), String(statementMs)],
    );
    return await work(client);
  } catch (error) {
    signal?.throwIfAborted();
    throw explainTimeout(error);
  } finally {
    signal?.removeEventListener("abort", destroy);
    // A frozen server never closes it.
    const timer = setTimeout(destroy, END_MS);
    await client.end().catch(() => {});
    clearTimeout(timer);
  }
}

/**
 * Checks that each connection is a session of its own. Behind a pooler in transaction mode, two open connections share a
 * process of the server, or one has several: locks, time limits and notifications of a session reach other ones.
 * @param {string} url
 * @param {AbortSignal} [signal] closes the connections
 * @throws behind such a pooler, or if the database cannot be reached
 */
export async function requireOwnSession(url, signal) {
  const options = { signal, isUnset: true };
  /** @param {pg.Client} client @returns {Promise<number>} */
  const readPid = async (client) =>
    (await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid;
  await withClient(url, (one) => withClient(url, askBoth.bind(null, one), options), options);

  /** @param {pg.Client} one @param {pg.Client} other */
  async function askBoth(one, other) {
    const pid = await readPid(one);
    const otherPid = await readPid(other);
    // Once more and again: a pooler that takes its processes in turn is not taken for none.
    const isOwn = (await readPid(one)) === pid && (await readPid(one)) === pid;
    if (isOwn && otherPid !== pid) return;
    throw new Error(
      `PostgreSQL at ${describeServer(url)} is behind a pooler that gives each transaction another connection, such as PgBouncer with pool_mode = transaction. ` +
        "Nothing was changed. Set DATABASE_URL and DATABASE_URL_OWNER to the address of PostgreSQL itself, or set pool_mode = session.",
    );
  }
}
