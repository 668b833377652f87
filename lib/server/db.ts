import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { log } from "./log";
import { processSingleton } from "./process-singleton";

/** Most connections of a process. PostgreSQL keeps some for psql and other instances. */
const POOL_SIZE = 10;

/** Numbers of the advisory locks. Each serializes one kind of write across all instances. */
export const LOCKS = { ledger: 7_035_001, releases: 7_035_002, people: 7_035_003 } as const;

/** The process's connection pool, for statements that Prisma cannot express. */
export function pool(): Pool {
  return processSingleton("pool", () => {
    const made = new Pool({
      connectionString: env().DATABASE_URL,
      max: POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      application_name: "cpec-sez-tracker",
    });
    // Without a listener, an idle connection that the database closes would end the process.
    made.on("error", (error) => log.warn("A database connection was lost", { error }));
    return made;
  });
}

/** The process's Prisma client, on the same pool. */
export function db(): PrismaClient {
  return processSingleton(
    "prisma-client",
    () => new PrismaClient({ adapter: new PrismaPg(pool()) }),
  );
}

/** Closes all connections, so that a script can end. The pool and the client cannot be used afterwards. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect();
  await pool().end();
}
