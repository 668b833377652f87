import "server-only";
import { describeError } from "../database/error-chain";
import { log } from "./log";

/** The log of failures of what is tried again and again. */
interface FailureLog {
  /** Logs a failure: as a warning, or only as a detail where it is the same as the one before. */
  readonly add: (message: string, error: unknown) => void;
  /** It succeeded: the next failure is a warning. */
  readonly clear: () => void;
}

/** A log without failures so far. */
export function createFailureLog(): FailureLog {
  let last: string | null = null;
  return {
    add: (message, error) => {
      const failure = `${message} ${describeError(error)}`;
      log[failure === last ? "debug" : "warn"](message, { error });
      last = failure;
    },
    clear: () => {
      last = null;
    },
  };
}
