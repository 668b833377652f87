import { ENDPOINTS } from "@/lib/contract/endpoints";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";
import { loadScoreHistory } from "@/lib/server/registry/load-score-history";

export const dynamic = "force-dynamic";

/** The yearly change of the confirmed score, split into what became known and what changed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.readinessHistory.accepts,
  answer: (context) => async () =>
    dataAnswer(context, await loadScoreHistory(context.view, context.params.query)),
});
