import "server-only";
import { env } from "./env";

const LEVELS = { debug: 0, info: 1, warn: 2, error: 3 } as const;

type Level = keyof typeof LEVELS;
type Details = Record<string, unknown>;

/** An error as JSON; its causes are in the stack. */
function toLoggable(value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack } : value;
}

function write(level: Level, message: string, details: Details): void {
  if (LEVELS[level] < LEVELS[env().LOG_LEVEL]) return;
  const line = {
    at: new Date().toISOString(),
    level,
    message,
    ...Object.fromEntries(Object.entries(details).map(([key, value]) => [key, toLoggable(value)])),
  };
  const stream = level === "warn" || level === "error" ? process.stderr : process.stdout;
  stream.write(`${JSON.stringify(line)}\n`);
}

/** Writes one JSON object per line, from the level of `LOG_LEVEL` on. Errors are in `details.error`. */
export const log = {
  debug: (message: string, details: Details = {}) => write("debug", message, details),
  info: (message: string, details: Details = {}) => write("info", message, details),
  warn: (message: string, details: Details = {}) => write("warn", message, details),
  error: (message: string, details: Details = {}) => write("error", message, details),
};
