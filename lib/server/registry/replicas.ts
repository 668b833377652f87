import "server-only";
import { Socket } from "node:net";
import { Client } from "pg";
import { poolSql, type Sql, sqlOn } from "../database/sql";
import { withTimeout } from "../database/with-timeout";
import { env } from "../env";
import { describeError } from "../log/error-chain";
import { createFailureLog } from "../log/failure-log";
import { log } from "../log/log";

/** Milliseconds in which a replica has to say which revision is its last. */
const ASK_MS = 2_000;
/** Milliseconds. A replica that is silent longer is given up, early enough for the primary to be read within `READ_TIMEOUT_MS`. */
const SILENT_MS = 10_000;
/** Claims that a replica may lack. What it lacks is read from the primary by one statement. */
const MAX_LATER_CLAIMS = 10_000;

/** What a database has at one moment. */
interface Snapshot {
  /** Of the last revision of a replica, or of the same revision of the primary; null: the primary does not have it. */
  readonly identity: string | null;
  /** How many texts were ever removed. */
  readonly redactions: number;
  /** How many migrations were ever applied. */
  readonly migrations: number;
}

/** What a replica has. */
interface ReplicaSnapshot extends Snapshot {
  /** The number of its last revision. */
  readonly revision: number;
}

/** What the primary has, compared with a replica. */
interface PrimarySnapshot extends Snapshot {
  /** Claims after the last revision of the replica, counted up to `MAX_LATER_CLAIMS` + 1. */
  readonly laterClaims: number;
}

/** Rows of both tables are only ever added, so equal numbers mean equal rows wherever one database follows the other. */
const COUNTS = `(SELECT count(*)::int FROM redaction) AS redactions,
  (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migrations`;

/** No row from a primary, so that the setting can name all nodes of a cluster. */
const SELECT_LAST = `SELECT id AS revision, identity, ${COUNTS} FROM revision
  WHERE pg_is_in_recovery() ORDER BY id DESC LIMIT 1`;

const SELECT_SAME = `SELECT (SELECT identity FROM revision WHERE id = $1) AS identity, ${COUNTS},
  (SELECT count(*)::int FROM (
    SELECT FROM claim WHERE revision_id > $1 LIMIT ${MAX_LATER_CLAIMS + 1}
  ) AS later) AS "laterClaims"`;

/** A connection to a replica, in a transaction that shows one snapshot. */
interface Replica {
  /** Host and port, for the log. */
  readonly host: string;
  readonly snapshot: ReplicaSnapshot;
  readonly sql: Sql;
  /** Closes the connection without waiting for the other side, which may be gone. */
  readonly close: () => void;
}

/**
 * Why what a replica has must not be shown or cannot be continued from the primary.
 * @returns null where it can be used
 */
export function findFault(replica: ReplicaSnapshot, primary: PrimarySnapshot): string | null {
  if (replica.identity !== primary.identity)
    return `the primary does not have its revision ${replica.revision}`;
  if (replica.redactions !== primary.redactions)
    return "a text that was removed may still be in it";
  if (replica.migrations !== primary.migrations) return "it does not have the same migrations";
  if (primary.laterClaims > MAX_LATER_CLAIMS)
    return `it lacks more than ${MAX_LATER_CLAIMS} claims of the primary`;
  return null;
}

/** Of whole reads. */
const failures = createFailureLog();

/**
 * Reads from the replica of `DATABASE_URL_READ` that has the newest revision, in one snapshot of it. The primary has its
 * last revision, and as many removed texts, before and after the read.
 * @param read gets a function that it calls with each answer of the replica
 * @returns null where no replica is set or none can be used, which is logged with the reasons
 * @throws if the primary does not answer
 */
export async function readReplica<T>(
  read: (sql: Sql, onStep: () => void) => Promise<T>,
): Promise<T | null> {
  const { DATABASE_URL_READ: addresses = [] } = env();
  if (addresses.length === 0) return null;
  const faults: string[] = [];
  const addFault = (host: string, fault: unknown) =>
    faults.push(`${host}: ${describeError(fault)}`);
  const replica = await openNewest(addresses, addFault);
  try {
    const result = replica && (await readFrom(replica, read, addFault));
    if (replica && result) {
      failures.clear();
      const { host, snapshot } = replica;
      log.info("The ledger was read from a replica", { host, revision: snapshot.revision, faults });
      return result.value;
    }
  } finally {
    replica?.close();
  }
  failures.add(
    "The ledger is read from DATABASE_URL, because no replica of DATABASE_URL_READ can be used",
    faults.join("; "),
  );
  return null;
}

type AddFault = (host: string, fault: unknown) => void;

/** Asks all replicas at once and closes all but one. Of replicas with the same revision it takes the first to answer. */
async function openNewest(
  addresses: readonly string[],
  addFault: AddFault,
): Promise<Replica | null> {
  const opened: Replica[] = [];
  let chosen: Replica | null = null;
  const open = async (address: string) => {
    try {
      opened.push(await openReplica(address));
    } catch (error) {
      addFault(new URL(address).host, error);
    }
  };
  await Promise.all(addresses.map(open));
  try {
    for (const replica of opened.sort((a, b) => b.snapshot.revision - a.snapshot.revision)) {
      const fault = await compareWithPrimary(replica);
      if (fault === null) {
        chosen = replica;
        return replica;
      }
      addFault(replica.host, fault);
    }
    return null;
  } finally {
    for (const replica of opened) if (replica !== chosen) replica.close();
  }
}

/** @returns null where it failed or must not be shown */
async function readFrom<T>(
  replica: Replica,
  read: (sql: Sql, onStep: () => void) => Promise<T>,
  addFault: AddFault,
): Promise<{ readonly value: T } | null> {
  let value: T;
  try {
    value = await withTimeout((onStep) => read(replica.sql, onStep), SILENT_MS);
  } catch (error) {
    addFault(replica.host, error);
    return null;
  }
  const fault = await compareWithPrimary(replica);
  if (fault !== null) addFault(replica.host, fault);
  return fault === null ? { value } : null;
}

async function compareWithPrimary({ snapshot }: Replica): Promise<string | null> {
  const [primary] = await poolSql<PrimarySnapshot>(SELECT_SAME, snapshot.revision);
  return primary ? findFault(snapshot, primary) : null;
}

/** @throws if there is no answer in time, or one of a primary or of a replica without a revision */
async function openReplica(address: string): Promise<Replica> {
  const socket = new Socket();
  const client = new Client({
    connectionString: address,
    application_name: "cpec-sez-tracker read",
    keepAlive: true,
    stream: () => socket,
  });
  // Without a listener, a connection that the replica closes would end the process. The statement that waits fails, too.
  client.on("error", () => undefined);
  const sql = sqlOn(client);
  const close = () => socket.destroy();
  const ask = async () => {
    await client.connect();
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
      SET LOCAL statement_timeout = ${env().DATABASE_STATEMENT_TIMEOUT * 1000}`,
    );
    const [snapshot] = await sql<ReplicaSnapshot>(SELECT_LAST);
    if (!snapshot) throw new Error("it is no replica, or has no revision");
    return { host: new URL(address).host, snapshot, sql, close };
  };
  try {
    return await withTimeout(ask, ASK_MS);
  } catch (error) {
    close();
    throw error;
  }
}
