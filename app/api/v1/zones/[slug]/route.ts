import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findZone } from "@/lib/contract/find-zone";
import { buildMeta } from "@/lib/contract/meta";
import { zoneAnswer } from "@/lib/contract/zone-answer";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** One zone: each value with its claim, source and date, and its rivals. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zone.accepts,
  answer: ({ asked, view, part }) => {
    const found = findZone(view, part("slug"));
    if ("fault" in found) return found;
    const data = zoneAnswer(found.zone, asked.query.weights);
    return json({ data, meta: buildMeta(view.registry) });
  },
});
