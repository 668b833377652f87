import "server-only";

/** Codes of the system, of PostgreSQL and of Prisma that mean: it cannot be reached, is going, coming or full. */
const AWAY = new Set([
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
const AWAY_WORDS =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|server closed the connection|not queryable|can't reach database/i;

/** How far down an error's causes are followed. */
const DEEPEST = 8;

/** Does an error say that the database is away, rather than that something was wrong with the request? */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  return (
    [textOf(error, "code"), textOf(error, "originalCode")].some((code) => AWAY.has(code)) ||
    AWAY_WORDS.test(textOf(error, "message")) ||
    causesOf(error).some((cause) => isDatabaseAway(cause, depth + 1))
  );
}

function textOf(error: object, name: string): string {
  const text: unknown = Reflect.get(error, name);
  return typeof text === "string" ? text : "";
}

/** An error's cause, the errors that it joins, and what Prisma's driver said, which it keeps in `meta`. */
function causesOf(error: object): unknown[] {
  const meta: unknown = Reflect.get(error, "meta");
  return [
    Reflect.get(error, "cause"),
    ...(error instanceof AggregateError ? error.errors : []),
    ...(typeof meta === "object" && meta !== null ? [Reflect.get(meta, "driverAdapterError")] : []),
  ];
}
