import "server-only";
import { listErrorChain, readErrorCodes, readErrorMessage } from "./error-chain";

/**
 * Why the database cannot do what it was asked: it is unreachable, it is a standby or otherwise
 * read-only, its disk is full, it is out of memory, its disk fails, or its files are damaged.
 */
export type DatabaseRefusal =
  | "away"
  | "read-only"
  | "disk-full"
  | "out-of-memory"
  | "io-error"
  | "damaged";

/** Codes of the system, of PostgreSQL and of Prisma for a database that is unreachable, stopping, starting, full or too slow. */
const AWAY_CODES = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
  "53300",
  "55P03",
  "57014",
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
] as const;

/** The codes of PostgreSQL (its manual, appendix A) and those above, with the refusal that each means. */
const REFUSALS: ReadonlyMap<string, DatabaseRefusal> = new Map<string, DatabaseRefusal>([
  ...AWAY_CODES.map((code) => [code, "away"] as const),
  ["25006", "read-only"],
  ["53100", "disk-full"],
  ["53200", "out-of-memory"],
  ["58030", "io-error"],
  ["XX001", "damaged"],
  ["XX002", "damaged"],
]);
const AWAY_MESSAGES =
  /connection terminated|terminating connection|timeout exceeded when trying to connect|timeout expired|query read timeout|server closed the connection|not queryable|can't reach database/i;

/** Why the database refused; null: the error means something else, such as a fault in the request or the program. */
export function getDatabaseRefusal(error: unknown): DatabaseRefusal | null {
  for (const link of listErrorChain(error)) {
    for (const code of readErrorCodes(link)) {
      const refusal = REFUSALS.get(code);
      if (refusal) return refusal;
    }
    if (typeof link === "object" && AWAY_MESSAGES.test(readErrorMessage(link))) return "away";
  }
  return null;
}

/**
 * Does an error mean that the database does not do what it was asked, whatever its reason, and not that
 * something is wrong with the request or the program?
 */
export function isDatabaseRefusal(error: unknown): boolean {
  return getDatabaseRefusal(error) !== null;
}
