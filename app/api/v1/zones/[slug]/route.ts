import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findZone, zoneAnswer } from "@/lib/contract/zone-answer";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

/** One zone: each value with its claim, source, date and rivals. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zone.accepts,
  answer: (context) => {
    const { text, params, view, pathParam } = context;
    const found = findZone(text, view, pathParam("slug"));
    if (!("zone" in found)) return found;
    return dataAnswer(context, zoneAnswer(found.zone, params.query.weights));
  },
});
