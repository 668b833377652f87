import { ENDPOINTS } from "@/lib/contract/endpoints";
import { findZone } from "@/lib/contract/find-zone";
import { ledgerAnswer } from "@/lib/contract/ledger-answer";
import { listMeta } from "@/lib/contract/meta";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The ledger of one zone: every claim on it and on its firms, with judgement and source. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zoneClaims.accepts,
  answer: ({ view, part }) => {
    const found = findZone(view, part("slug"));
    if ("fault" in found) return found;
    const data = ledgerAnswer(found.zone, view, view.registry);
    return json({ data, meta: listMeta(view.registry, data.length, data.length) });
  },
});
