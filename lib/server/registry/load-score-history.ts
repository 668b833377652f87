import "server-only";
import {
  type ReadinessHistoryAnswer,
  readinessHistoryAnswer,
} from "@/lib/contract/readiness-history-answer";
import type { Query } from "@/lib/query/query";
import { runFor } from "../in-slices";
import type { RegistryView } from "./registry-at";

/** `readinessHistoryAnswer`; for many zones, requests of other kinds go on meanwhile. */
export function loadScoreHistory(
  view: RegistryView,
  query: Query,
): Promise<ReadinessHistoryAnswer> {
  return readinessHistoryAnswer(view, query, (steps) => runFor(view, steps));
}
