import { ENDPOINTS } from "@/lib/contract/endpoints";
import { flatRow } from "@/lib/formats/flat-row";
import { select } from "@/lib/query/select";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The zones that answer a query, as flat rows. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.zones.accepts,
  answer: (asking) => {
    const { asked, view } = asking;
    const { rows, total } = select(view.rows, asked.query, view.asOf);
    return listAnswer(asking, rows, total, (row) => flatRow(row, asked.fields ?? undefined));
  },
});
