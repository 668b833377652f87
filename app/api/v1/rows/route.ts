import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { packRow } from "@/lib/evidence/row";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** All rows of the registry without their unknown values, as the explorer loads them. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.rows.accepts,
  answer: ({ view }) =>
    json({
      data: view.rows.map(packRow),
      meta: listMeta(view.registry, view.rows.length, view.rows.length),
    }),
});
