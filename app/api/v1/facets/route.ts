import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { countFacets } from "@/lib/query/facets";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The number of zones for each value of each filter, with all conditions except the filter's own. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.facets.accepts,
  answer: ({ params, view }) =>
    json({ data: countFacets(view.rows, params.query, view.asOf), meta: buildMeta(view.registry) }),
});
