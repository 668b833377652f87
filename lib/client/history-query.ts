import { queryOptions } from "@tanstack/react-query";
import type { HistoryAnswer } from "../contract/history-answer";
import type { History } from "./history";
import { readProblem } from "./rows";

/** The answer of `GET /api/v1/history`. */
interface Answer {
  readonly data: HistoryAnswer;
  readonly meta: { readonly version: number };
}

/**
 * The query for the history, once per revision. It also loads the code that reads the history, which
 * readers of a single day do not need.
 * @param revision the revision that the server must have reached
 */
export function historyQuery(revision: number) {
  return queryOptions({
    queryKey: ["history", revision],
    queryFn: ({ signal }) => fetchHistory(revision, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** @throws Error with a sentence that says why the history could not be loaded */
async function fetchHistory(revision: number, signal: AbortSignal): Promise<History> {
  const [{ openHistory }, response] = await Promise.all([
    import("./history"),
    fetch(`/api/v1/history?minVersion=${revision}`, { signal }),
  ]);
  if (!response.ok) throw new Error(await readProblem(response));
  const { data, meta }: Answer = await response.json();
  return openHistory(data, meta.version);
}
