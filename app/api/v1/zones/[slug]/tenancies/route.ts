import { findZone } from "@/lib/contract/find-zone";
import { listMeta } from "@/lib/contract/meta";
import { MOMENT_PARAMS } from "@/lib/contract/read-params";
import { tenancyAnswer } from "@/lib/contract/zone-answer";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The firms of one zone, each value with its claim, source and date. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: { query: MOMENT_PARAMS },
  answer: ({ view, part }) => {
    const found = findZone(view, part("slug"));
    if ("fault" in found) return found;
    const data = found.zone.tenancies.map(tenancyAnswer);
    return json({ data, meta: listMeta(view.registry, data.length, data.length) });
  },
});
