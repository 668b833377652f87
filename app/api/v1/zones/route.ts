import { ENDPOINTS } from "@/lib/contract/endpoints";
import { NewZoneRequest } from "@/lib/contract/write-request";
import { flatRow } from "@/lib/formats/json-files";
import { select } from "@/lib/query/select";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** The zones that match a query, as flat rows. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zones.accepts,
  answer: (context) => {
    const { params, view } = context;
    const { rows, total } = select(view.rows, params.query, view.asOf);
    return listAnswer(context, rows, total, (row) => flatRow(row, params.fields ?? undefined));
  },
});

/** Adds a zone. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: NewZoneRequest,
  write: ({ slug, ...items }, by) => recordRequest({ ...items, zones: [{ slug }] }, by),
});
