import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "../process-singleton";

/** What is found out about a page while it is made. */
export interface AnswerTrace {
  /** Is its request counted already? */
  readonly isCounted: boolean;
  /** Was the database asked? Then the page can hold more than the registry in memory, and is not kept. */
  usesDatabase: boolean;
  /** Was the registry read? A page that was made without it outlives every revision. */
  readsRegistry: boolean;
  /** Did the page fail because the database refused? */
  isRefused: boolean;
}

/** What is known of a page before it is made. */
export const newTrace = (isCounted: boolean): AnswerTrace => ({
  ...{ isCounted, usesDatabase: false, readsRegistry: false, isRefused: false },
});

/** The page that is made now. */
export function answerTraces(): AsyncLocalStorage<AnswerTrace> {
  return processSingleton("answer-traces", () => new AsyncLocalStorage<AnswerTrace>());
}

/** Notes what the page that is made now is made from. */
export function noteUse(of: Exclude<keyof AnswerTrace, "isCounted">): void {
  const trace = answerTraces().getStore();
  if (trace) trace[of] = true;
}
