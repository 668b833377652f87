/** The largest number of connections of one instance. PostgreSQL allows 100 in all by default. */
export const POOL_SIZE = 10;
/** Milliseconds for connecting to the database, for waiting for a lock in it, and for one statement. */
export const CONNECT_MS = 5_000;
export const LOCK_MS = 60_000;
export const STATEMENT_MS = 120_000;
