import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findZone, ledgerAnswer } from "@/lib/contract/zone-answer";
import { readRoute, wholeListAnswer } from "@/lib/server/http/read-route";

/** Every claim on one zone and its firms, with its latest decision and its source. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zoneClaims.accepts,
  answer: (context) => {
    const { text, view, pathParam } = context;
    const found = findZone(text, view, pathParam("slug"));
    if (!("zone" in found)) return found;
    return wholeListAnswer(context, ledgerAnswer(found.zone, view, view.registry));
  },
});
