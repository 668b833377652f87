import { ENDPOINTS } from "@/lib/contract/endpoints";
import { readinessHistoryAnswer } from "@/lib/contract/readiness-history-answer";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

/** The yearly change of the confirmed score, split into what became known and what changed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.readinessHistory.accepts,
  answer: (context) => async () =>
    dataAnswer(context, await readinessHistoryAnswer(context.view, context.params.query)),
});
