import { ENDPOINTS } from "@/lib/contract/endpoints";
import { readinessAnswer } from "@/lib/contract/readiness-answer";
import { select } from "@/lib/query/select";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

/** The scores of the zones of a query, and how far their order is certain. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.readiness.accepts,
  answer: (context) => () => {
    const { view, params } = context;
    const { rows } = select(view.rows, params.query, view.asOf);
    return dataAnswer(context, readinessAnswer(rows, params.query, view.asOf));
  },
});
