import { ENDPOINTS } from "@/lib/contract/endpoints";
import { tenancyRow } from "@/lib/contract/zone-answer";
import { filterFirms } from "@/lib/firms/firm-filter";
import { listPlacedFirms } from "@/lib/firms/firms";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The firms of all zones, as flat rows, narrowed as on the page of investors. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tenancies.accepts,
  answer: (asking) => {
    const { view, asked } = asking;
    const firms = listPlacedFirms(view.registry.zones);
    const { firm: ids } = asked.choices;
    const matched = filterFirms(firms, asked.choices).filter(({ id }) => ids?.includes(id) ?? true);
    return listAnswer(asking, matched, firms.length, ({ record }) => tenancyRow(record));
  },
});
