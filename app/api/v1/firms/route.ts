import { ENDPOINTS } from "@/lib/contract/endpoints";
import { FirmRequest } from "@/lib/contract/records-request";
import { listFirmsAt } from "@/lib/firms/firm-register";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** All firms, each once, with their other names and their zones. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.firms.accepts,
  answer: (context) => {
    const { view, params } = context;
    const firms = listFirmsAt(view.facts, view.registry.zones, view.registry);
    const { firm: ids } = params.choices;
    const matched = firms.filter(({ id }) => ids?.includes(id) ?? true);
    return listAnswer(context, matched, firms.length, ({ revision, ...firm }) => ({
      ...firm,
      version: revision,
    }));
  },
});

/** Adds a firm without a zone. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: FirmRequest,
  write: (firm, by) => recordRequest({ claims: [], firms: [firm] }, by),
});
