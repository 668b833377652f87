import { ENDPOINTS } from "@/lib/contract/endpoints";
import { tenancyRow } from "@/lib/contract/zone-answer";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The firms of all zones, as flat rows. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tenancies.accepts,
  answer: (asking) => {
    const { view, asked } = asking;
    const { zone } = asked.choices;
    const firms = view.registry.zones.flatMap(({ tenancies }) => tenancies);
    const matched = firms.filter(({ tenancy }) => zone?.includes(tenancy.zone) ?? true);
    return listAnswer(asking, matched, firms.length, tenancyRow);
  },
});
