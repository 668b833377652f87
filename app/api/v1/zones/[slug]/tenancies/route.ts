import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findZone, tenancyAnswer } from "@/lib/contract/zone-answer";
import { readRoute, wholeListAnswer } from "@/lib/server/http/read-route";

/** The firms of one zone, each value with its claim, source and date. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zoneTenancies.accepts,
  answer: (context) => {
    const { text, view, pathParam } = context;
    const found = findZone(text, view, pathParam("slug"));
    if (!("zone" in found)) return found;
    return wholeListAnswer(context, found.zone.tenancies.map(tenancyAnswer));
  },
});
