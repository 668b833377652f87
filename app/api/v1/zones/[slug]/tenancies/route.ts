import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { findZone, tenancyAnswer } from "@/lib/contract/zone-answer";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The firms of one zone, each value with its claim, source and date. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zoneTenancies.accepts,
  answer: ({ text, view, pathParam }) => {
    const found = findZone(text, view, pathParam("slug"));
    if ("issue" in found) return found;
    const data = found.zone.tenancies.map(tenancyAnswer);
    return json({ data, meta: listMeta(view.registry, data.length, data.length) });
  },
});
