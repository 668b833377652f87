import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";
import { listErrorChain, toLoggedError } from "../database/error-chain";
import { env } from "../env";
import { processSingleton } from "../process-singleton";

type Details = Record<string, unknown>;

/**
 * An error as JSON with its code, and with its causes in one list. The serializers of pino have no codes of drivers, and write
 * every property of an error, which can hold texts of people.
 */
function serializeError(value: unknown): unknown {
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

/** A line of the log with such characters as `\uXXXX`, which means the same in JSON. pino itself escapes only what JSON demands. */
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
      // The id in the details wins: the access log writes its line after the request has ended.
      mixin: () => {
        const request = requestIds().getStore();
        return request === undefined ? {} : { request };
      },
      serializers: { error: serializeError },
      hooks: { streamWrite: escapeUnsafe },
    },
    pino.multistream(
      [
        // Lines that come during a write are written together after it, and the last ones when the process ends. While nobody
        // reads stdout, 16 MB wait, and later lines are lost.
        { level: "debug", stream: pino.destination({ dest: 1, sync: false, maxLength: 2 ** 24 }) },
        { level: "warn", stream: { write: (line) => void process.stderr.write(line) } },
      ],
      { dedupe: true },
    ),
  );
}

const logger = (): Logger => processSingleton("logger", makeLogger);

/**
 * Writes one JSON object per line, from the level of `LOG_LEVEL` on: `warn` and `error` to stderr at once, others to stdout
 * without waiting for it: a process that is killed can lose the lines that were not written yet.
 * `request` is the id of the request that runs, unless the details have one. Errors are in `details.error`.
 */
export const log = {
  debug: (message: string, details: Details = {}) => logger().debug(details, message),
  info: (message: string, details: Details = {}) => logger().info(details, message),
  warn: (message: string, details: Details = {}) => logger().warn(details, message),
  error: (message: string, details: Details = {}) => logger().error(details, message),
};
