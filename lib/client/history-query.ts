import { queryOptions } from "@tanstack/react-query";
import type { HistoryAnswer } from "../contract/history-answer";
import type { History } from "./history";
import { readRefusal } from "./rows";

/** What `GET /api/v1/history` answers. */
interface Answer {
  readonly data: HistoryAnswer;
  readonly meta: { readonly version: number };
}

/**
 * How the history is asked for: once for each version, and with it the rules that read it, so that
 * nobody loads either who stays with one day.
 * @param version the least revision that it must hold
 */
export function historyQuery(version: number) {
  return queryOptions({
    queryKey: ["history", version],
    queryFn: ({ signal }) => fetchHistory(version, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/**
 * @throws Error with a sentence that says why the history could not be had
 */
async function fetchHistory(version: number, signal: AbortSignal): Promise<History> {
  const [{ openHistory }, response] = await Promise.all([
    import("./history"),
    fetch(`/api/v1/history?minVersion=${version}`, { signal }),
  ]);
  if (!response.ok) throw new Error(await readRefusal(response));
  const { data, meta }: Answer = await response.json();
  return openHistory(data, meta.version);
}
