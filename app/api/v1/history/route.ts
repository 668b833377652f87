import { ENDPOINTS } from "@/lib/contract/endpoints";
import { historyAnswer } from "@/lib/contract/history-answer";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** All claims, with only the parts that the rows of any day are computed from. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.history.accepts,
  answer: (context) => () =>
    dataAnswer(context, historyAnswer(context.view, context.view.revision)),
});
