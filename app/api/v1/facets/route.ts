import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { countFacets } from "@/lib/query/facets";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** Zones for each value of each filter, unknown included, under all conditions but the filter's own. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.facets.accepts,
  answer: ({ asked, view }) =>
    json({ data: countFacets(view.rows, asked.query, view.asOf), meta: buildMeta(view.registry) }),
});
