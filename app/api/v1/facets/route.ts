import { ENDPOINTS } from "@/lib/contract/endpoints";
import { countFacets } from "@/lib/query/facets";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The number of zones for each value of each filter, with all conditions except the filter's own. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.facets.accepts,
  answer: (context) => {
    const { params, view } = context;
    return dataAnswer(context, countFacets(view.rows, params.query, view.asOf));
  },
});
