import { ENDPOINTS } from "@/lib/contract/endpoints";
import { countRowSupport } from "@/lib/evidence/support";
import { countFacets } from "@/lib/query/facets";
import { select } from "@/lib/query/select";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

/**
 * The number of zones for each value of each filter, with all conditions except the filter's own, and the known values of
 * the matching zones by their support.
 */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.facets.accepts,
  answer: (context) => {
    const { params, view } = context;
    const { rows } = select(view.rows, params.query, view.asOf);
    return dataAnswer(context, {
      ...countFacets(view.rows, params.query, view.asOf),
      support: countRowSupport(rows),
    });
  },
});
