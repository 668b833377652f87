import "server-only";

/** Codes of the system, of PostgreSQL and of Prisma for a database that is unreachable, stopping, starting or full. */
const AWAY_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
  "53300",
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
  "P1018",
  "P2024",
  "P2028",
  "P2037",
]);
const AWAY_MESSAGES =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|server closed the connection|not queryable|can't reach database/i;

/** Most levels of an error's causes. */
const MAX_DEPTH = 8;

/** Does an error mean that the database is unavailable, and not that something is wrong with the request? */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false;
  return (
    [readText(error, "code"), readText(error, "originalCode")].some((code) =>
      AWAY_CODES.has(code),
    ) ||
    AWAY_MESSAGES.test(readText(error, "message")) ||
    listCauses(error).some((cause) => isDatabaseAway(cause, depth + 1))
  );
}

function readText(error: object, name: string): string {
  const text: unknown = Reflect.get(error, name);
  return typeof text === "string" ? text : "";
}

/** The cause of an error, the errors that it aggregates, and the driver's error in Prisma's `meta`. */
function listCauses(error: object): unknown[] {
  const meta: unknown = Reflect.get(error, "meta");
  return [
    Reflect.get(error, "cause"),
    ...(error instanceof AggregateError ? error.errors : []),
    ...(typeof meta === "object" && meta !== null ? [Reflect.get(meta, "driverAdapterError")] : []),
  ];
}
