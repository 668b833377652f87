import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { log } from "./log";
import { processSingleton } from "./process-singleton";

/** At most so many connections per process; a few stay for psql and other instances. */
const POOL_SIZE = 10;

/** The process's connection pool, for the few statements that Prisma has no words for. */
export function pool(): Pool {
  return processSingleton("pool", () => {
    const made = new Pool({
      connectionString: env().DATABASE_URL,
      max: POOL_SIZE,
      connectionTimeoutMillis: 5_000,
      application_name: "cpec-sez-tracker",
    });
    // Without a listener an idle connection that the server closes would end the process.
    made.on("error", (error) => log.warn("A database connection was lost", { error }));
    return made;
  });
}

/** The process's Prisma client, over the same pool. */
export function db(): PrismaClient {
  return processSingleton(
    "prisma-client",
    () => new PrismaClient({ adapter: new PrismaPg(pool()) }),
  );
}

/** Closes every connection, so that a script can end. Afterwards neither pool nor client can be used. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect();
  await pool().end();
}
