import { ENDPOINTS } from "@/lib/contract/endpoints";
import { buildMeta } from "@/lib/contract/meta";
import { findZone, zoneAnswer } from "@/lib/contract/zone-answer";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** One zone: each value with its claim, source, date and rivals. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zone.accepts,
  answer: ({ text, params, view, pathParam }) => {
    const found = findZone(text, view, pathParam("slug"));
    if ("issue" in found) return found;
    const data = zoneAnswer(found.zone, params.query.weights);
    return json({ data, meta: buildMeta(view.registry) });
  },
});
