import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "../process-singleton";

/** What is found out about a page while it is made. */
export interface AnswerTrace {
  /** Was the database asked? Then the page can hold more than the registry in memory, and is not kept. */
  usesDatabase: boolean;
  /** Was the registry read? A page that was made without it outlives every revision. */
  readsRegistry: boolean;
}

/** The page that is made now, where it might be kept. Its request is counted already. */
export function answerTraces(): AsyncLocalStorage<AnswerTrace> {
  return processSingleton("answer-traces", () => new AsyncLocalStorage<AnswerTrace>());
}

/** Notes what the page that is made now is made from. */
export function noteUse(of: keyof AnswerTrace): void {
  const trace = answerTraces().getStore();
  if (trace) trace[of] = true;
}
