import "server-only";

/** Most errors of a chain. */
const MAX_ERRORS = 20;

/** An error in the log. */
interface LoggedError {
  readonly message: string;
  /** Of the system, of PostgreSQL or of Prisma. */
  readonly code?: string;
  readonly stack?: string;
}

/**
 * An error with its causes, the outermost first: the causes themselves, the errors that it aggregates, and
 * the driver's error in Prisma's `meta`. Each once, and at most 20.
 */
export function listErrorChain(error: unknown): unknown[] {
  const chain = new Set<unknown>([error]);
  for (const link of chain) {
    for (const cause of listCauses(link)) if (chain.size < MAX_ERRORS) chain.add(cause);
  }
  return [...chain];
}

function listCauses(error: unknown): unknown[] {
  if (!isObject(error)) return [];
  const meta: unknown = Reflect.get(error, "meta");
  return [
    Reflect.get(error, "cause"),
    ...(error instanceof AggregateError ? error.errors : []),
    ...(isObject(meta) ? [Reflect.get(meta, "driverAdapterError")] : []),
  ].filter((cause) => cause !== undefined && cause !== null);
}

/** The codes of one error: its own, and that of PostgreSQL in an error of Prisma's driver. */
export function readErrorCodes(error: unknown): string[] {
  return [readText(error, "code"), readText(error, "originalCode")].filter((code) => code !== "");
}

/** The message of one error; empty: it has none. */
export function readErrorMessage(error: unknown): string {
  if (typeof error === "string") return error;
  return readText(error, "message") || readText(error, "originalMessage");
}

/** One error of a chain as JSON, without its causes. */
export function toLoggedError(error: unknown): LoggedError {
  const code = readErrorCodes(error).at(-1);
  const stack = readText(error, "stack");
  return {
    message: readErrorMessage(error),
    ...(code === undefined ? {} : { code }),
    ...(stack === "" ? {} : { stack }),
  };
}

/** What an error and its causes say, in one line. Equal failures have equal descriptions. */
export function describeError(error: unknown): string {
  return listErrorChain(error)
    .flatMap((link) => [...readErrorCodes(link), readErrorMessage(link)])
    .filter((part) => part !== "")
    .join(" · ");
}

function readText(error: unknown, name: string): string {
  const text: unknown = isObject(error) ? Reflect.get(error, name) : "";
  return typeof text === "string" ? text : "";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
