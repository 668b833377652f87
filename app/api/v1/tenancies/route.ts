import { ENDPOINTS } from "@/lib/contract/endpoints";
import { NewTenancyRequest } from "@/lib/contract/write-request";
import { tenancyRow } from "@/lib/contract/zone-answer";
import { filterFirms } from "@/lib/firms/firm-filter";
import { listPlacedFirms } from "@/lib/firms/firms";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** The firms of all zones as flat rows, with the filters of the page of firms. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.tenancies.accepts,
  answer: (context) => {
    const { view, params } = context;
    const firms = listPlacedFirms(view.registry.zones);
    const { firm: ids } = params.choices;
    const matched = filterFirms(firms, params.choices).filter(
      ({ id }) => ids?.includes(id) ?? true,
    );
    return listAnswer(context, matched, firms.length, tenancyRow);
  },
});

/** Adds a firm to a zone. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: NewTenancyRequest,
  write: ({ claims, sources, ...tenancy }, by) =>
    recordRequest({ claims, sources, tenancies: [tenancy] }, by),
});
