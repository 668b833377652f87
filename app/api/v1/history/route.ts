import { ENDPOINTS } from "@/lib/contract/endpoints";
import { historyInSteps } from "@/lib/contract/history-answer";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";
import { runFor } from "@/lib/server/in-slices";

export const dynamic = "force-dynamic";

/** All claims, with only the parts that the rows of any day are computed from. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.history.accepts,
  answer: (context) => async () => {
    const { view } = context;
    return dataAnswer(context, await runFor(view, historyInSteps(view, view.revision)));
  },
});
