import "server-only";
import type { Pool } from "pg";
import type { Prisma } from "@/prisma/generated/client";
import { isDatabaseRefusal } from "./database-refusal";
import { getStatementName, pool } from "./db";

/** Sends one statement in SQL and gives its rows. See `getStatementName` for statements that are prepared. */
export type Sql = <Row>(statement: string, ...values: readonly unknown[]) => Promise<Row[]>;

/** Sends statements on any connection of the pool. */
export const poolSql: Sql = (statement, ...values) => send(pool(), statement, values);

/** Sends statements on one connection of the driver. */
function sqlOn(client: Pick<Pool, "query">): Sql {
  return (statement, ...values) => send(client, statement, values);
}

/** Sends statements in a transaction of Prisma. */
export function sqlOf(tx: Prisma.TransactionClient): Sql {
  return (statement, ...values) => tx.$queryRawUnsafe(statement, ...values);
}

/**
 * Runs a transaction by the driver alone: one of Prisma takes ten times as long.
 * @param begin what begins it, and may do more; without parameters
 * @returns what `work` returns, once everything is committed
 */
export async function runTransaction<T>(begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  // Without a listener, a connection that the database closes would end the process. The statement that waits fails, too.
  const ignore = () => undefined;
  client.on("error", ignore);
  let isLost = false;
  try {
    await client.query(begin);
    const result = await work(sqlOn(client));
    const { command } = await client.query("COMMIT");
    // So the database answers where a statement of the transaction has failed.
    if (command !== "COMMIT") throw new Error(`The transaction ended with ${command}.`);
    return result;
  } catch (error) {
    // A connection that may not answer is closed, which rolls back, too.
    isLost = isDatabaseRefusal(error) || !(await rollBack(client));
    throw error;
  } finally {
    client.release(isLost);
    client.removeListener("error", ignore);
  }
}

async function send<Row>(
  by: Pick<Pool, "query">,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const name = getStatementName(text);
  const query = { text, values: [...values] };
  return (await by.query(name === "" ? query : { name, ...query })).rows;
}

/** @returns whether the connection can be used again */
async function rollBack(client: { query(statement: string): Promise<unknown> }): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}
