import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "../env";
import { processSingleton } from "../process-singleton";
import { noteUse } from "./answer-trace";
import type { DatabaseRefusal } from "./database-refusal";
import { CONNECT_MS, LOCK_MS, POOL_SIZE, STATEMENT_MS } from "./limits";

/** Additional milliseconds until a statement that the database should have cancelled is given up. */
const FROZEN_MS = 5_000;

/** Milliseconds. A read of the ledger that takes longer is given up: its connection may never answer. */
export const READ_TIMEOUT_MS = 20_000;

/** Numbers of the advisory locks. Each serializes one kind of write across all instances. */
export const LOCKS = {
  ledger: 7_035_001,
  releases: 7_035_002,
  people: 7_035_003,
  mail: 7_035_006,
} as const;

/**
 * A SQL expression: could the connected role change or unlock what is recorded, as the owner of the tables can? The
 * tables stand for all that only grow.
 */
export const CAN_CHANGE_LEDGER = `(
  SELECT bool_or(has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') OR pg_has_role(relowner, 'MEMBER'))
  FROM pg_class WHERE oid = ANY(ARRAY['revision', 'claim', 'decision', 'audit_entry']::regclass[]))`;

/** Called for each idle connection that the database closed. The server's start sets it to write to the log; until then it does nothing. */
export function lostConnections(): { report: (error: Error) => void } {
  return processSingleton("lost-connections", () => ({ report: () => undefined }));
}

/** What this process knows of the database. */
interface DatabaseState {
  /** Are new revisions noticed? False while the database is away, and before anything is read. */
  isListening: boolean;
  /** The last refusal that someone has to act on, such as a full disk; null: something was recorded since, or there was none. */
  refused: { readonly refusal: DatabaseRefusal; readonly at: number } | null;
}

/** What this process knows of the database. */
export function databaseState(): DatabaseState {
  return processSingleton("database-state", (): DatabaseState => {
    return { isListening: false, refused: null };
  });
}

/** The process's connection pool, for statements that Prisma cannot express. */
export function pool(): Pool {
  noteUse("usesDatabase");
  return processSingleton("pool", () => {
    const made = new Pool({
      connectionString: env().DATABASE_URL,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: "cpec-sez-tracker",
      keepAlive: true,
      query_timeout: STATEMENT_MS + FROZEN_MS,
      // A statement and not startup parameters, because poolers refuse those.
      onConnect: (client) =>
        client.query(`SET lock_timeout = ${LOCK_MS}; SET statement_timeout = ${STATEMENT_MS}`),
    });
    // Without a listener, an idle connection that the database closes would end the process.
    made.on("error", (error) => lostConnections().report(error));
    return made;
  });
}

/** The process's Prisma client, on the same pool. */
export function db(): PrismaClient {
  noteUse("usesDatabase");
  return processSingleton(
    "prisma-client",
    () =>
      new PrismaClient({
        adapter: new PrismaPg(pool(), {
          statementNameGenerator: ({ sql }) => getStatementName(sql),
        }),
        // Prisma's own are 2 and 5 seconds. A read of the ledger takes longer while this process computes a write of
        // thousands of claims or waits for one of few connections.
        transactionOptions: { maxWait: READ_TIMEOUT_MS, timeout: READ_TIMEOUT_MS },
      }),
  );
}

/**
 * The name in the first line of a statement, such as `-- ledger-last`. A statement with a name is prepared once for each
 * connection. Empty: it has none.
 */
export function getStatementName(statement: string): string {
  return /^-- ([\w.-]+)/.exec(statement)?.[1] ?? "";
}

/** Closes all connections, so that a script can end. The pool and the client cannot be used afterwards. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect();
  await pool().end();
}
