import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { findZone, ledgerAnswer } from "@/lib/contract/zone-answer";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** Every claim on one zone and its firms, with its latest decision and its source. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zoneClaims.accepts,
  answer: ({ text, view, pathParam }) => {
    const found = findZone(text, view, pathParam("slug"));
    if ("issue" in found) return found;
    const data = ledgerAnswer(found.zone, view, view.registry);
    return json({ data, meta: listMeta(view.registry, data.length, data.length) });
  },
});
