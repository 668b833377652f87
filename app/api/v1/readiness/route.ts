import { ENDPOINTS } from "@/lib/contract/endpoints";
import { readinessInSteps } from "@/lib/contract/readiness-answer";
import { select } from "@/lib/query/select";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";
import { runFor } from "@/lib/server/in-slices";
import { loadRanks } from "@/lib/server/registry/load-ranks";

export const dynamic = "force-dynamic";

/** The ranking of the zones of a query, with the range of each rank. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.readiness.accepts,
  answer: (context) => async () => {
    const { view, params } = context;
    const { query, unknowns } = params;
    const { rows } = select(view.rows, query, view.asOf);
    const ranks = await loadRanks(view, rows, query.weights, unknowns);
    const steps = readinessInSteps(rows, query, view.asOf, unknowns, ranks);
    return dataAnswer(context, await runFor(view, steps));
  },
});
