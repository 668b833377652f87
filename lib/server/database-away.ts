import "server-only";

/** Codes of the system, of PostgreSQL and of Prisma that mean: it cannot be reached, or is going. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);
const AWAY_WORDS =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|server closed the connection|not queryable|can't reach database/i;

/** Does an error say that the database is away, rather than that something was wrong with the request? */
export function isDatabaseAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; depth++) {
    if ("code" in at && typeof at.code === "string" && AWAY.has(at.code)) return true;
    if (AWAY_WORDS.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true;
    at = at.cause;
  }
  return false;
}
