import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "../process-singleton";

/** What is found out about an answer while it is made. */
export interface AnswerTrace {
  /** Was the database asked? Then the answer can hold more than the registry in memory. */
  usesDatabase: boolean;
}

/** The answer that is made now, where it might be kept. Its request is counted already. */
export function answerTraces(): AsyncLocalStorage<AnswerTrace> {
  return processSingleton("answer-traces", () => new AsyncLocalStorage<AnswerTrace>());
}

/** Notes that the answer that is made now asks the database, so that it is not kept. */
export function noteDatabaseUse(): void {
  const trace = answerTraces().getStore();
  if (trace) trace.usesDatabase = true;
}
