import { ENDPOINTS } from "@/lib/contract/endpoints";
import { flatRow } from "@/lib/formats/json-files";
import { select } from "@/lib/query/select";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The zones that match a query, as flat rows. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zones.accepts,
  answer: (context) => {
    const { params, view } = context;
    const { rows, total } = select(view.rows, params.query, view.asOf);
    return listAnswer(context, rows, total, (row) => flatRow(row, params.fields ?? undefined));
  },
});
