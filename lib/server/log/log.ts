import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";
import { listErrorChain, toLoggedError } from "../database/error-chain";
import { env } from "../env";
import { processSingleton } from "../process-singleton";
import { gatherLines } from "./gather-lines";

type Details = Record<string, unknown>;

/** An error as JSON with its code, and with its causes in one list, because the stack has neither. */
function toLoggable(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const [own, ...causes] = listErrorChain(value).map(toLoggedError);
  return causes.length > 0 ? { ...own, causes } : own;
}

/** The id of the request that runs. */
export function requestIds(): AsyncLocalStorage<string> {
  return processSingleton("request-ids", () => new AsyncLocalStorage<string>());
}

/**
 * Characters that JSON need not escape, but that a terminal or viewer would act on: control characters, invisible ones
 * and those that change the direction of text.
 */
const UNSAFE =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A line of the log with such characters as `\uXXXX`, which means the same in JSON. */
function escapeUnsafe(line: string): string {
  return line.replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function makeLogger(): Logger {
  return pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      messageKey: "message",
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const request = requestIds().getStore();
        return request === undefined ? {} : { request };
      },
      // An id in the details wins: the access log writes its line after the request has ended.
      mixinMergeStrategy: (details, mixed) => ({ ...mixed, ...details }),
      hooks: { streamWrite: escapeUnsafe },
    },
    pino.multistream(
      [
        { level: "debug", stream: { write: gatherLines((text) => process.stdout.write(text)) } },
        { level: "warn", stream: { write: (line) => void process.stderr.write(line) } },
      ],
      { dedupe: true },
    ),
  );
}

function write(level: "debug" | "info" | "warn" | "error", message: string, details: Details) {
  const logger = processSingleton("logger", makeLogger);
  if (!logger.isLevelEnabled(level)) return;
  const fields = Object.entries(details).map(([key, value]) => [key, toLoggable(value)]);
  logger[level](Object.fromEntries(fields), message);
}

/**
 * Writes one JSON object per line, from the level of `LOG_LEVEL` on: `warn` and `error` to stderr at once, others to stdout
 * within 20 milliseconds.
 * `request` is the id of the request that runs, unless the details have one. Errors are in `details.error`.
 */
export const log = {
  debug: (message: string, details: Details = {}) => write("debug", message, details),
  info: (message: string, details: Details = {}) => write("info", message, details),
  warn: (message: string, details: Details = {}) => write("warn", message, details),
  error: (message: string, details: Details = {}) => write("error", message, details),
};
